/** Room for words within polygons; as `report.polygons`. A polygon is a list of corners [x, y]. */

const TRIES = 14 // places tried along each side of the box around a polygon
const SIDES = [-0.5, 0, 0.5].flatMap((down) => [-0.5, 0, 0.5].map((across) => [across, down]))
const PULL = 0.05 // px of clearance given up to come a pixel nearer to the polygon's middle

/** Return the centre of a polygon's area; of its corners where it has no area. */
export function middle(polygon) {
  let [area, x, y] = [0, 0, 0]
  polygon.forEach(([x1, y1], i) => {
    const [x2, y2] = polygon[(i + 1) % polygon.length]
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  })
  if (Math.abs(area) > 1e-6) return [x / (3 * area), y / (3 * area)]
  return [0, 1].map((axis) => polygon.reduce((sum, corner) => sum + corner[axis], 0) / polygon.length)
}

/**
 * Return where a box fits best within a polygon and clear of others: near its middle and well clear of its edges.
 * @param {number[][]} polygon corners [px]
 * @param {number} width of the box
 * @param {number} height of the box
 * @param {number[][]} taken boxes to be clear of: left, top, right, bottom
 * @param {number} enough distance from the edges that is as good as more
 * @returns {{x: number, y: number, clear: number}|null} the middle of the box, and its distance from the edges
 */
export function roomFor(polygon, width, height, taken, enough) {
  const ends = [0, 1].map((axis) => {
    const places = polygon.map((corner) => corner[axis])
    return [Math.min(...places), Math.max(...places)]
  })
  if (ends[0][1] - ends[0][0] < width || ends[1][1] - ends[1][0] < height) return null
  const centre = middle(polygon)
  const [across, down] = ends.map(([low, high], axis) => [
    centre[axis], ...Array.from({length: TRIES}, (_, i) => low + ((high - low) * (i + 0.5)) / TRIES),
  ])
  const edges = polygon.map((corner, i) => [...corner, ...polygon[(i + 1) % polygon.length]])
  let best = null
  for (const y of down) {
    for (const x of across) {
      const pull = PULL * Math.hypot(x - centre[0], y - centre[1])
      if (best && enough - pull <= best.good) continue
      if (meets([x - width / 2, y - height / 2, x + width / 2, y + height / 2], taken)) continue
      const clear = clearance(x, y, width, height, edges, enough)
      if (clear !== null && (!best || clear - pull > best.good)) best = {x, y, clear, good: clear - pull}
    }
  }
  return best
}

/** Tell whether a box lies over any of others. */
export function meets([left, top, right, bottom], taken) {
  return taken.some((one) => left < one[2] && one[0] < right && top < one[3] && one[1] < bottom)
}

/** Return how far a box is from the edges, at most `enough`; null where it is not within them. */
function clearance(x, y, width, height, edges, enough) {
  let clear = enough
  for (const [right, below] of SIDES) {
    const [across, down] = [x + right * width, y + below * height]
    if (!inside(across, down, edges)) return null
    clear = Math.min(clear, toEdge(across, down, edges))
  }
  return clear
}

function inside(x, y, edges) {
  let within = false
  for (const [x1, y1, x2, y2] of edges) {
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) within = !within
  }
  return within
}

/** Return the distance from a place to the nearest edge. */
function toEdge(x, y, edges) {
  let nearest = Infinity
  for (const [x1, y1, x2, y2] of edges) {
    const [wide, tall] = [x2 - x1, y2 - y1]
    const along = ((x - x1) * wide + (y - y1) * tall) / Math.max(wide * wide + tall * tall, 1e-12)
    const part = Math.max(0, Math.min(along, 1))
    nearest = Math.min(nearest, Math.hypot(x - x1 - part * wide, y - y1 - part * tall))
  }
  return nearest
}
