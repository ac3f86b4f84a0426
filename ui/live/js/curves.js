/** Lines over a number, with upright marks: where we are, and where something changes. */

import {placeAxis, valueAxis} from './axes.js'
import {exact, keyed, layers, set} from './dom.js'
import {drawEnds, planEnds} from './ends.js'
import {wrap} from './fit.js'
import {flags, rowsOf} from './flags.js'
import {writer} from './numbers.js'
import {marker, write} from './svg.js'

const LAYERS = ['grid', 'marks', 'guide', 'lines', 'ends', 'words']
const LINE = 1.25 // rows of words on marks, in type sizes
const LIFT = 0.6 // type sizes from the plot to those words: so far up may a name at a line's end reach

/**
 * Draw into an svg element.
 * @param {SVGElement} canvas
 * @param {object} picture as `report.drawing_curves` describes it
 * @param {object} look as for `drawBars`
 * @returns {{height: number, at: Function, guide: Function}} `at(target, [x, y])` gives what to tell about the place at
 *   x; `guide(place)` draws a hair line there, or none
 */
export function drawCurves(canvas, picture, look) {
  const plan = planCurves(picture, look)
  const {grid, marks, guide, lines, ends, words} = layers(canvas, 'g', LAYERS)
  valueAxis(grid, words, picture, plan, look)
  placeAxis(words, picture.x_ticks, plan, look)
  drawTicks(grid, picture, plan, look)
  drawMarks(marks, words, plan, look)
  keyed(lines, 'g', picture.lines.map((line) => ({...line, key: line.series})), (node, line) => {
    drawLine(node, line, plan, look)
  })
  drawEnds(ends, plan, look)
  return {
    height: plan.height,
    at: (_, [x]) => placeAt(picture, plan, x, look),
    guide: (place) => drawGuide(guide, place, plan),
  }
}

/** Settle all places: axes, room for the names at the ends and for those of the marks. */
function planCurves(picture, look) {
  const {size, width, narrow} = look
  const small = (words) => look.widthOf(words, size * 0.93)
  const left = Math.max(...picture.ticks.map(([, words]) => small(words))) + size * 0.6
  const ends = planEnds(picture.lines, look)
  const half = small(picture.x_ticks.at(-1)?.[1] ?? '') / 2
  const plot = width - left - Math.max(narrow ? size * 0.9 : ends.room, half)
  const x = (place) => left + ((place - picture.first) / (picture.last - picture.first)) * plot
  const marks = planMarks(picture, x, look)
  const unit = picture.y_title ? wrap(picture.y_title, width, small) : []
  const title = picture.x_title ? wrap(picture.x_title, width - left, small) : []
  const above = Math.max(rowsOf(marks), Math.min(marks.length, 2)) * LINE // Two may meet when one of them moves.
  const top = (unit.length * 1.3 + above + LIFT + 0.3) * size
  const bottom = size * (2 + title.length * 1.3)
  const scale = size / 15
  const wished = look.height || Math.max(280 * scale, Math.min(width * 0.5, 420 * scale)) + above * size
  const tall = Math.max(wished - top - bottom, size * (look.height ? 5 : 8), ends.height - size * 1.2)
  const y = (value) => top + ((picture.high - value) / (picture.high - picture.low)) * tall
  const many = picture.lines.length > 7
  return {
    left, right: left + plot, top, foot: top + tall, lowest: top + tall + size * 0.2, height: top + tall + bottom,
    x, y, ends, unit, title, marks,
    stroke: (many ? 2 : 3) * scale,
    dot: (many ? 3 : 4.5) * scale,
  }
}

function planMarks(picture, x, {size, width, narrow, widthOf}) {
  const small = (words) => widthOf(words, size * 0.93)
  const most = narrow ? width * 0.55 : size * 22
  const marks = picture.marks.map(({words, at}) => {
    const right = width - x(at) - size * 0.5
    const rows = wrap(words, Math.min(most, right < size * 6 ? x(at) - size * 0.5 : right), small)
    return {words, at, rows, place: x(at), width: Math.max(...rows.map(small)), height: rows.length}
  })
  const placed = flags(marks, width)
  return marks.map((mark, key) => ({...mark, ...placed[key], key}))
}

function drawTicks(grid, picture, plan, {size}) {
  const {places} = layers(grid, 'g', ['places'])
  keyed(places, 'line', picture.x_ticks.map(([key]) => ({key})), (line, {key}) => {
    const x = Math.round(plan.x(key)) + 0.5
    set(line, {class: 'zero', x1: x, x2: x, y1: plan.foot, y2: plan.foot + size * 0.3})
  })
}

/** Draw each mark up to its words, which fly to one side of it. */
function drawMarks(behind, words, plan, {size}) {
  keyed(behind, 'line', plan.marks, (line, {place, row, height}) => {
    const top = plan.top - size * (LIFT + (row + height) * LINE)
    set(line, {class: 'reference', x1: place, x2: place, y1: top, y2: plan.foot, 'stroke-width': size / 7.5})
  })
  const {marks} = layers(words, 'g', ['marks'])
  keyed(marks, 'text', plan.marks, (node, {rows, row, height, left, start, width}) => {
    const y = plan.top - size * (LIFT + (row + height / 2) * LINE)
    const place = left ? {x: start + width, 'text-anchor': 'end'} : {x: start, 'text-anchor': 'start'}
    write(node, rows, {...place, y, leading: size * LINE, class: 'quiet small halo'})
  })
}

function drawLine(node, line, plan, look) {
  const {history, known} = layers(node, 'path', ['history', 'known'])
  const colour = line.colour[look.shade]
  const trace = (run) => `M${run.map(([place, value]) => `${exact(plan.x(place))},${exact(plan.y(value))}`).join('L')}`
  set(history, {class: 'stroke', d: line.runs.map(trace).join(''), stroke: colour, 'stroke-width': plan.stroke})
  const dots = line.markers.map(([place, value]) => marker(line.marker, plan.x(place), plan.y(value), plan.dot))
  set(known, {d: dots.join(''), fill: colour})
}

/** Return what to tell about the place at x, or about a mark that is near: every line's value, highest first. */
function placeAt(picture, plan, x, {size}) {
  if (!picture.lines.length || x < plan.left - 10 || x > plan.right + 10) return null
  const near = plan.marks.filter((mark) => Math.abs(mark.place - x) < size * 0.4)
  const mark = near.sort((a, b) => Math.abs(a.place - x) - Math.abs(b.place - x))[0]
  const {first, last, numbers} = picture
  const pointed = first + ((x - plan.left) / (plan.right - plan.left)) * (last - first)
  const round = 10 ** numbers.x.decimals
  const place = mark ? mark.at : Math.max(first, Math.min(Math.round(pointed * round) / round, last))
  const write = writer(numbers.value)
  const rows = picture.lines.map((line) => {
    const value = valueAt(line, place)
    return {line, value: value === null ? picture.missing_words : write(value), order: value ?? -Infinity}
  })
  return {words: [mark ? mark.words : writer(numbers.x)(place)], place, rows: rows.sort((a, b) => b.order - a.order)}
}

/** Return a line's value at any place; null where it has a gap. */
function valueAt({runs}, place) {
  for (const run of runs) {
    const i = run.findIndex(([x]) => x >= place)
    if (i < 0 || (i === 0 && run[0][0] > place)) continue
    if (run[i][0] === place) return run[i][1]
    const [[from, one], [to, other]] = [run[i - 1], run[i]]
    return one + ((other - one) * (place - from)) / (to - from)
  }
  return null
}

function drawGuide(layer, place, plan) {
  keyed(layer, 'line', place === null ? [] : [{key: 'guide'}], (line) => {
    const x = Math.round(plan.x(place)) + 0.5
    set(line, {x1: x, x2: x, y1: plan.top, y2: plan.foot})
  })
}
