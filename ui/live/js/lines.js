/** Lines over years: history solid, forecast dashed, each line named where it ends. */

import {valueAxis} from './axes.js'
import {exact, keyed, layers, set} from './dom.js'
import {drawEnds, planEnds} from './ends.js'
import {wrap} from './fit.js'
import {marker, write} from './svg.js'

const MARGIN = [0.3, 0.2] // years before the first and after the last
const STEPS = [1, 2, 5, 10, 20, 50]
const LAYERS = ['grid', 'bands', 'guide', 'lines', 'ends', 'words']

/**
 * Draw into an svg element.
 * @param {SVGElement} canvas
 * @param {object} picture as `report.drawing` describes it
 * @param {object} look as for `drawBars`
 * @returns {{height: number, at: Function, guide: Function}} `at(target, [x, y])` gives what to tell about the year
 *   at x; `guide(year)` draws a hair line there, or none
 */
export function drawLines(canvas, picture, look) {
  const plan = planLines(picture, look)
  const {grid, bands, guide, lines, ends, words} = layers(canvas, 'g', LAYERS)
  drawAxes(grid, words, picture, plan, look)
  keyed(bands, 'path', picture.lines.map((line) => ({...line, key: line.series})), (path, line) => {
    set(path, {d: line.band.map((run) => area(run, plan)).join(''), fill: line.colour[look.shade]})
  })
  keyed(lines, 'g', picture.lines.map((line) => ({...line, key: line.series})), (node, line) => {
    drawLine(node, line, plan, look)
  })
  drawEnds(ends, plan, look)
  return {
    height: plan.height,
    at: (_, [x]) => yearAt(picture, plan, x),
    guide: (year) => drawGuide(guide, year, plan),
  }
}

/** Settle all places: axes, room for the names at the ends. */
function planLines(picture, look) {
  const {size, width, narrow} = look
  const small = (words) => look.widthOf(words, size * 0.93)
  const left = Math.max(...picture.ticks.map(([, words]) => small(words))) + size * 0.6
  const ends = planEnds(picture.lines, look)
  const plot = width - left - (narrow ? size * 0.9 : ends.room)
  const first = picture.first_year - MARGIN[0]
  const x = (year) => left + ((year - first) / (picture.last_year + MARGIN[1] - first)) * plot
  const unit = picture.y_title ? wrap(picture.y_title, width, small) : []
  const shared = picture.boundary === null || (unit.length === 1 && x(picture.boundary) > small(unit[0]) + size)
  const above = shared ? Math.max(unit.length, picture.boundary === null ? 0 : 1) : unit.length + 1
  const top = above * size * 1.3 + size * 0.7
  const bottom = size * (picture.x_title ? 3.3 : 2)
  const wished = look.height || Math.max(240 * (size / 15), Math.min(width * 0.5, 420 * (size / 15)))
  const tall = Math.max(wished - top - bottom, size * (look.height ? 5 : 8), ends.height - size * 1.2)
  const y = (value) => top + ((picture.high - value) / (picture.high - picture.low)) * tall
  const many = picture.lines.length > 7
  const scale = size / 15
  return {
    title: (size * 1.3 * unit.length + size * 0.2) / 2,
    left, right: left + plot, top, foot: top + tall, lowest: top + tall + size * 0.6, height: top + tall + bottom,
    x, y, ends, unit,
    stroke: (many ? 2 : 3) * scale,
    dash: picture.dash.map((length) => length * scale).join(' '),
    dot: (many ? 2.6 : 4) * scale,
  }
}

function drawAxes(grid, words, picture, plan, look) {
  const {size} = look
  const small = (text) => look.widthOf(text, size * 0.93)
  valueAxis(grid, words, picture, plan, look)
  const {years, references, boundary} = layers(grid, 'g', ['years', 'references', 'boundary'])
  const shown = yearSteps(picture, plan, small('2026') + size * 0.8)
  keyed(years, 'line', shown, (line, {key}) => {
    const x = Math.round(plan.x(key)) + 0.5
    set(line, {class: 'zero', x1: x, x2: x, y1: plan.foot, y2: plan.foot + size * 0.3})
  })
  keyed(references, 'line', picture.references.map((one, key) => ({...one, key})), (line, {at}) => {
    set(line, {class: 'reference', x1: plan.left, x2: plan.right, y1: plan.y(at), y2: plan.y(at), 'stroke-width': size / 7.5})
  })
  const start = picture.boundary === null ? [] : [{key: 'start', x: Math.round(plan.x(picture.boundary)) + 0.5}]
  keyed(boundary, 'line', start, (line, {x}) => {
    set(line, {class: 'reference', x1: x, x2: x, y1: plan.top - size * 1.5, y2: plan.foot, 'stroke-width': size / 15})
  })

  const parts = layers(words, 'g', ['years', 'titles', 'references', 'boundary'])
  keyed(parts.years, 'text', shown, (node, {key}) => {
    const place = {x: plan.x(key), y: plan.foot + size * 1.1, 'text-anchor': 'middle'}
    write(node, [String(key)], {...place, class: 'quiet small'})
  })
  keyed(parts.titles, 'text', titles(picture, plan, size), (node, {rows, x, y}) => {
    write(node, rows, {x, y, leading: size * 1.3, class: 'quiet small'})
  })
  keyed(parts.references, 'text', picture.references.map((one, key) => ({...one, key})), (node, one) => {
    const x = one.right ? plan.right - size * 0.4 : plan.left + size * 0.4
    const y = plan.y(one.at) + size * (one.under ? 0.8 : -0.75)
    write(node, [one.words], {x, y, class: 'quiet small halo', 'text-anchor': one.right ? 'end' : 'start'})
  })
  keyed(parts.boundary, 'text', start, (node, {x}) => {
    const fits = x + size * 0.4 + small(picture.forecast_words) <= look.width
    const place = fits ? {x: x + size * 0.4, 'text-anchor': 'start'} : {x: x - size * 0.4, 'text-anchor': 'end'}
    write(node, [picture.forecast_words], {...place, y: plan.top - size * 0.95, class: 'quiet small'})
  })
}

function titles(picture, plan, size) {
  const found = []
  if (plan.unit.length) {
    found.push({key: 'unit', rows: plan.unit, x: 0, y: plan.title})
  }
  if (picture.x_title) found.push({key: 'years', rows: [picture.x_title], x: plan.left, y: plan.foot + size * 2.5})
  return found
}

/** Return the years that are written out, far enough apart; by fives and tens on whole fives and tens. */
function yearSteps(picture, plan, room) {
  const wide = plan.x(1) - plan.x(0)
  const step = STEPS.find((one) => one * wide >= room) ?? 100
  const years = []
  for (let year = picture.first_year; year <= picture.last_year; year += 1) {
    if (step < 5 ? (year - picture.first_year) % step === 0 : year % step === 0) years.push({key: year})
  }
  return years.length ? years : [{key: picture.first_year}]
}

function drawLine(node, line, plan, look) {
  const colour = line.colour[look.shade]
  const {history, forecast, ahead, known} = layers(node, 'path', ['history', 'forecast', 'ahead', 'known'])
  const stroke = {class: 'stroke', stroke: colour, 'stroke-width': plan.stroke}
  set(history, {...stroke, d: trace(line.history, plan)})
  set(forecast, {...stroke, d: trace(line.forecast, plan), 'stroke-dasharray': plan.dash})
  const dots = (wanted) =>
    line.points
      .filter(([, , isAhead]) => isAhead === wanted)
      .map(([year, value]) => marker(line.marker, plan.x(year), plan.y(value), plan.dot))
      .join('')
  set(ahead, {class: 'empty', d: dots(true), stroke: colour, 'stroke-width': plan.stroke / 2})
  set(known, {d: dots(false), fill: colour, stroke: colour, 'stroke-width': plan.stroke / 2})
}

const trace = (runs, {x, y}) =>
  runs.map((run) => `M${run.map(([year, value]) => `${exact(x(year))},${exact(y(value))}`).join('L')}`).join('')

function area(run, {x, y}) {
  const upper = run.map(([year, , high]) => `${exact(x(year))},${exact(y(high))}`)
  const lower = run.map(([year, low]) => `${exact(x(year))},${exact(y(low))}`).reverse()
  return `M${[...upper, ...lower].join('L')}Z`
}

/** Return what to tell about the year nearest to x: every line's value, highest first. */
function yearAt(picture, plan, x) {
  if (x < plan.left - 10 || x > plan.right + 10) return null
  const years = new Set(picture.lines.flatMap((line) => line.points.map(([year]) => year)))
  if (!years.size) return null
  const year = [...years].reduce((best, one) => (Math.abs(plan.x(one) - x) < Math.abs(plan.x(best) - x) ? one : best))
  const rows = picture.lines.map((line) => {
    const point = line.points.find(([one]) => one === year)
    return {line, value: point ? point[3] : picture.missing_words, order: point ? point[1] : -Infinity}
  })
  return {words: [String(year)], place: year, rows: rows.sort((a, b) => b.order - a.order)}
}

function drawGuide(layer, year, plan) {
  keyed(layer, 'line', year === null ? [] : [{key: 'guide'}], (line) => {
    const x = Math.round(plan.x(year)) + 0.5
    set(line, {x1: x, x2: x, y1: plan.top, y2: plan.foot})
  })
}
