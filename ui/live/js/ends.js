/** Names of lines, where they end. */

import {exact, keyed, layers, set} from './dom.js'
import {dodge, wrap} from './fit.js'
import {write} from './svg.js'

/**
 * Settle how the names are written.
 * @param {Array<{series: string, end_words: string, end: number[]|null}>} lines one without an end is named at the foot
 * @param {object} look a narrow picture has no names at the ends
 * @returns {{all: object[], room: number, height: number}} the room [px] right of the lines, and all heights
 */
export function planEnds(lines, {size, width, narrow, widthOf}) {
  const all = narrow ? [] : lines.map((line) => {
    const rows = wrap(line.end_words, Math.min(size * 14, width * 0.27), (part) => widthOf(part, size))
    return {line, key: line.series, rows, height: rows.length * size * 1.22 + size * 0.15}
  })
  const widest = Math.max(0, ...all.flatMap(({rows}) => rows).map((row) => widthOf(row, size)))
  return {all, room: widest + size * 2.2, height: all.reduce((sum, {height}) => sum + height, 0)}
}

/** Name each line where it ends, names moved apart, with a hair line back to the line. */
export function drawEnds(layer, plan, {size, shade}) {
  const wanted = plan.ends.all.map(({line}) => (line.end ? plan.y(line.end[1]) : plan.foot))
  const heights = plan.ends.all.map(({height}) => height)
  const places = dodge(wanted, heights, plan.top - size * 0.6, plan.lowest)
  const ends = plan.ends.all.map((end, i) => ({...end, wanted: wanted[i], y: places[i]}))
  const {hairs, names} = layers(layer, 'g', ['hairs', 'names'])
  keyed(hairs, 'path', ends.filter(({line}) => line.end), (path, {line, wanted: at, y}) => {
    const x = plan.x(line.end[0]) + size * 0.5
    const far = Math.abs(at - y) > 2 || x < plan.right - size * 1.4
    const d = far ? `M${exact(x)},${exact(at)}L${exact(plan.right + size * 1.2)},${exact(y)}` : ''
    set(path, {class: 'stroke', d, stroke: line.colour[shade], 'stroke-width': 1})
  })
  keyed(names, 'text', ends, (node, {line, rows, y}) => {
    const style = line.end ? `fill: ${line.ink[shade]}` : null
    write(node, rows, {x: plan.right + size * 1.5, y, leading: size * 1.22, class: line.end ? null : 'quiet', style})
  })
}
