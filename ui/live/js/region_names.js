/** What is named where in a plane of regions; as `report.regions.named`. */

import {wrap} from './fit.js'
import {meets, middle, roomFor} from './polygons.js'

const LINE = 1.2
const CLEAR = 0.7 // type sizes between a name and the edges that are as good as more
const SIDES = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]] // of a point: right, below
const SHARES = [0.62, 0.45, 0.34] // of its whole width that a name takes in two lines, in three, in four

const around = (x, y, width, height) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2]

/** Give each point a label beside it, clear of all else where it can be, and the boxes that both take. */
export function namePoints(points, plane, {size, widthOf}) {
  const taken = points.map(({x, y}) => around(x, y, size, size))
  return points.map((point, i) => {
    const {x, y, words} = point
    const [wide, high] = [widthOf(words, size, 700), size * LINE]
    const tries = SIDES.map(([right, below]) => {
      const away = [right * (size * 0.8 + wide / 2), below * (below && !right ? size * 0.6 + high / 2 : size * 0.9)]
      return within(around(x + away[0], y + away[1], wide, high), plane)
    })
    const box = tries.find((one) => !meets(one, taken)) ?? tries[0]
    taken.push(box)
    return {...point, label: {x: box[0], y: (box[1] + box[3]) / 2}, boxes: [taken[i], box]}
  })
}

/** Move a box as little as needed to lie within the plane. */
function within([x1, y1, x2, y2], {left, right, top, foot}) {
  const across = Math.max(left - x1, Math.min(0, right - x2))
  const down = Math.max(top - y1, Math.min(0, foot - y2))
  return [x1 + across, y1 + down, x2 + across, y2 + down]
}

/** Give each region a name within it, or a spot for its marker; neither where it cannot be drawn. */
export function nameAreas(areas, points, look) {
  const taken = points.flatMap(({boxes}) => boxes)
  return areas.map((area) => {
    if (!area.polygon.length) return {...area, name: null, spot: null}
    const name = nameWithin(area, taken, look)
    if (!name) return {...area, name, spot: spotWithin(area.polygon, taken, look)}
    taken.push(around(name.x, name.y, name.width, name.height))
    return {...area, name, spot: null}
  })
}

/** Return the name in the fewest lines that stand well clear of the edges, or the clearest. */
function nameWithin({words, polygon}, taken, {size, widthOf}) {
  const measure = (text) => widthOf(text, size)
  let best = null
  for (const share of [1, ...SHARES]) {
    const lines = wrap(words, measure(words) * share + 1, measure)
    if (lines.join(' ') !== words) continue // A word was broken.
    const [width, height] = [Math.max(...lines.map(measure)), lines.length * size * LINE]
    const room = roomFor(polygon, width, height, taken, size * CLEAR)
    if (room && (!best || room.clear > best.clear)) best = {...room, lines, width, height}
    if (best && best.clear >= size * CLEAR) break
  }
  return best
}

function spotWithin(polygon, taken, {size}) {
  const room = roomFor(polygon, size, size, taken, size)
  return room ? [room.x, room.y] : middle(polygon)
}
