/** Bars, stacks, changes and spans: one group per item, so that an item can change place and be followed. */

import {exact, keyed, layers, set} from './dom.js'
import {lanes, sparse, wrap} from './fit.js'
import {marker, write} from './svg.js'

const LAYERS = ['grid', 'behind', 'rows', 'axis', 'origin', 'front']
const PLAIN = {bars: [], labels: [], marks: []}

/**
 * Draw into an svg element.
 * @param {SVGElement} canvas
 * @param {object} picture as `report.drawing` describes it
 * @param {object} look width, height (or none), size, shade (0 light, 1 dark), narrow, widthOf(words, size, weight)
 * @returns {{height: number, at: Function}} `at(event target)` gives what to tell about the place under the pointer
 */
export function drawBars(canvas, picture, look) {
  const plan = planBars(picture, look)
  const {grid, behind, rows, axis, origin, front} = layers(canvas, 'g', LAYERS)
  drawGrid(grid, axis, picture, plan, look)
  drawLevels(behind, origin, front, plan, look)
  const told = new WeakMap()
  keyed(rows, 'g', plan.items, (node, item) => drawRow(node, item, plan, look, told))
  return {height: plan.height, at: (target) => (told.has(target) ? {words: told.get(target).split('\n')} : null)}
}

/** Settle all places: names, rows, scale. */
function planBars(picture, look) {
  const {size, width} = look
  const items = byItem(picture)
  const heavy = picture.kind === 'stacked_bars' ? 700 : 400 // Names keep their lines when the lead changes.
  const room = look.narrow ? width - size : Math.min(width * 0.34, size * 19)
  for (const item of items) {
    item.lines = wrap(item.words, room, (words) => look.widthOf(words, size, heavy))
    item.strong = picture.kind === 'stacked_bars' && leads(item, items[0])
  }
  const nameWidth = Math.max(0, ...items.flatMap((item) => item.lines).map((line) => look.widthOf(line, size, heavy)))
  const nameRows = Math.max(1, ...items.map((item) => item.lines.length))
  const left = look.narrow ? 0 : nameWidth + size * 0.9
  const scale = fitScale(picture, left, look, heavy)
  const levels = planLevels(picture, scale, look)
  const top = levels.length ? (Math.max(...levels.map(({lane}) => lane)) + 1) * size * 1.3 + size * 0.5 : size * 0.3
  const title = picture.x_title ? wrap(picture.x_title, width - left, (words) => look.widthOf(words, size * 0.93)) : []
  const bottom = size * 1.9 + title.length * size * 1.25 + size * 0.2
  const row = planRow(picture, nameRows, look, top + bottom)
  const foot = top + row.height * items.length
  const edge = picture.low < 0 ? 0 : scale.x(picture.low)
  const name = look.narrow ? {x: edge, 'text-anchor': 'start'} : {x: nameWidth, 'text-anchor': 'end'}
  const plan = {items, scale, levels, top, title, row, foot, name, height: foot + bottom}
  return {...plan, spans: look.narrow ? items.map(({place}) => barSpan(place, plan)) : [[top, foot]]}
}

/** Where an item's bars stand, from top to bottom; names above them are left clear of lines. */
function barSpan(place, {top, row}) {
  const middle = top + place * row.height + row.middle
  return [middle - row.unit * 0.42, middle + row.unit * 0.42]
}

/** Return the items in order, each with what belongs in its row. */
function byItem(picture) {
  const items = picture.items.map(({id, words}, place) => ({...PLAIN, key: id, words, place}))
  for (const list of ['bars', 'labels', 'marks']) {
    for (const one of picture[list]) {
      const item = items[Math.round(one.row)]
      item[list] = [...item[list], {...one, offset: one.row - item.place}]
    }
  }
  return items
}

/** Tell whether an item is first, alone or beside others. */
function leads(item, first) {
  const [one, other] = [item.labels[0], first.labels[0]]
  if (!one || !other) return false // Stacks without sums: what makes a whole leads nothing.
  return !one.missing && !other.missing && Math.abs(one.place - other.place) < 1e-6
}

function planRow(picture, nameRows, look, around) {
  const {size} = look
  const names = nameRows * size * 1.2
  const series = Math.max(1, picture.legend.length)
  const grouped = picture.kind === 'grouped_bars'
  const two = picture.bars.some(({thickness}) => thickness < 0.36) && !grouped // Two labels, one above the other.
  const many = picture.items.length > 8
  const normal = grouped ? (series * 1.35 + 0.7) * size : size * (many && !two ? 2.1 : 2.9)
  const least = grouped ? (series * 1.1 + 0.4) * size : size * (two ? 2.6 : 1.6)
  if (look.narrow) {
    const area = grouped ? series * 1.35 * size : size * (two ? 2 : 1.5)
    const unit = area / (grouped ? 0.82 : 0.68)
    return {height: names + area + size * 1.1, middle: names + size * 0.25 + area / 2, unit, name: names / 2}
  }
  let height = Math.max(normal, names + size * 0.5)
  if (look.height) {
    const share = (look.height - around) / picture.items.length
    height = Math.max(least, names + size * 0.15, Math.min(share, normal * 2))
  }
  return {height, middle: height / 2, unit: height, name: height / 2}
}

/**
 * Return value -> x, with room for every label. The room beside stacked totals lies past the axis' end, so that the
 * axis stands still while the totals move.
 */
function fitScale(picture, left, look, heavy) {
  const {size, width} = look
  const gap = size * (picture.marks.length ? 0.9 : 0.55)
  const steady = picture.kind === 'stacked_bars'
  const [first, last] = [picture.ticks[0], picture.ticks.at(-1)]
  const half = ([, words]) => look.widthOf(words, size * 0.93) / 2
  const before = [{at: picture.low, room: Math.max(0, half(first) - left)}]
  const after = [{at: picture.high, room: half(last)}]
  for (const {place, words, left: toLeft, missing} of picture.labels) {
    const room = look.widthOf(words, size, heavy) + gap + 2
    const at = steady && !missing ? picture.high : place
    if (toLeft) before.push({at, room})
    else after.push({at, room})
  }
  const whole = width - left
  let pixels = Infinity
  for (const a of after) {
    for (const b of before) if (a.at > b.at) pixels = Math.min(pixels, (whole - a.room - b.room) / (a.at - b.at))
  }
  pixels = Math.max(pixels, (whole * 0.2) / (picture.high - picture.low))
  const start = Math.max(...before.map(({at, room}) => left + room - (at - picture.low) * pixels))
  const x = (value) => start + (value - picture.low) * pixels
  return {x, gap}
}

function drawGrid(grid, axis, picture, plan, look) {
  const {size} = look
  const {x} = plan.scale
  const begins = (at) => at === 0 && picture.kind !== 'tornado' // The bars of a tornado begin at its base.
  const rule = (path, {key}) => {
    set(path, {class: begins(key) ? 'zero' : 'level', d: upright(Math.round(x(key)) + 0.5, plan)})
  }
  const levels = picture.ticks.map(([key]) => ({key}))
  const {base, ticks, unit} = layers(axis, 'g', ['base', 'ticks', 'unit'])
  keyed(grid, 'path', levels.filter(({key}) => !begins(key)), rule)
  keyed(base, 'path', levels.filter(({key}) => begins(key)), rule) // Over the bars, so that their edges do not cut it.
  const shown = sparse(picture.ticks, (at) => x(at), (words) => look.widthOf(words, size * 0.93) + size)
  keyed(ticks, 'text', shown, (node, {key, words}) => {
    write(node, [words], {x: x(key), y: plan.foot + size * 1.1, class: 'quiet small', 'text-anchor': 'middle'})
  })
  keyed(unit, 'text', plan.title.length ? [{key: 'unit'}] : [], (node) => {
    const middle = plan.foot + size * 2 + (plan.title.length * size * 1.25) / 2
    write(node, plan.title, {x: x(picture.low), y: middle, leading: size * 1.25, class: 'quiet small'})
  })
}

const upright = (x, {spans}) => spans.map(([from, to]) => `M${exact(x)},${exact(from)}V${exact(to)}`).join('')

/** Place the lines through all rows, and their names above so that none covers another. */
function planLevels(picture, {x}, {size, width, widthOf}) {
  const levels = picture.references.map((one, key) => {
    const [place, half] = [x(one.at), widthOf(one.words, size * 0.93) / 2]
    return {...one, key, place, half, middle: Math.max(half, Math.min(place, width - half))}
  })
  const stacked = lanes(levels.map(({middle}) => middle), levels.map(({half}) => half * 2 + size))
  return levels.map((level, i) => ({...level, lane: stacked[i]}))
}

function drawLevels(behind, origin, front, plan, look) {
  const {size} = look
  const line = (path, {place, solid}) => {
    set(path, {class: solid ? 'origin' : 'reference', d: upright(place, plan), 'stroke-width': size / 7.5})
  }
  keyed(behind, 'path', plan.levels.filter(({solid}) => !solid), line)
  keyed(origin, 'path', plan.levels.filter(({solid}) => solid), line) // Over the bars, which begin there.
  keyed(front, 'text', plan.levels, (node, {words, solid, middle, lane}) => {
    const y = plan.top - size * (0.9 + lane * 1.3)
    write(node, [words], {x: middle, y, class: solid ? 'small halo' : 'quiet small halo', 'text-anchor': 'middle'})
  })
}

function drawRow(node, item, plan, look, told) {
  const {row, scale} = plan
  const {size, shade} = look
  set(node, {class: 'row', 'data-item': item.key, style: `transform: translateY(${plan.top + item.place * row.height}px)`})
  const {names, bars, marks, inside, labels} = layers(node, 'g', ['names', 'bars', 'marks', 'inside', 'labels'])
  const weight = item.strong ? 'strong' : null
  keyed(names, 'text', [{key: 'name'}], (text) => {
    write(text, item.lines, {...plan.name, y: row.name, leading: size * 1.2, class: weight})
  })
  keyed(bars, 'rect', item.bars.map((bar) => ({...bar, key: bar.series})), (rect, bar) => {
    drawBar(rect, bar, plan, shade)
    told.set(rect, bar.hover)
  })
  const roomy = item.bars.filter((bar) => fits(bar, scale, look)).map((bar) => ({...bar, key: bar.series}))
  keyed(inside, 'text', roomy, (text, bar) => {
    const place = (scale.x(bar.start) + scale.x(bar.end)) / 2
    const style = `fill: ${bar.ink[shade]}`
    write(text, [bar.inside], {x: place, y: row.middle, class: 'inside small', 'text-anchor': 'middle', style})
  })
  keyed(marks, 'path', item.marks.map((mark, key) => ({...mark, key})), (path, mark) => {
    const [x, y, r] = [scale.x(mark.place), row.middle + mark.offset * row.unit, size * 0.4]
    set(path, {class: 'edge', fill: mark.fill[shade], 'stroke-width': 1.5, d: marker('diamond', x, y, r)})
    told.set(path, mark.hover)
  })
  keyed(labels, 'text', item.labels.map((label, key) => ({...label, key})), (text, label) => {
    drawLabel(text, label, item, plan, look)
  })
}

function drawBar(rect, bar, {scale, row}, shade) {
  const [start, end] = [scale.x(bar.start), scale.x(bar.end)].sort((a, b) => a - b)
  const height = bar.thickness * row.unit
  const fill = bar.fill[shade]
  set(rect, {
    class: ['bar', bar.hollow ? 'hollow' : 'edge', bar.faint && 'faint'].filter(Boolean).join(' '),
    x: start,
    width: Math.max(0, end - start),
    y: row.middle + bar.offset * row.unit - height / 2,
    height,
    fill,
    stroke: bar.hollow ? fill : null,
    'stroke-width': bar.hollow ? 2 : 1,
  })
}

function fits(bar, scale, look) {
  if (!bar.inside) return false
  return look.widthOf(bar.inside, look.size * 0.93) + look.size * 0.25 <= Math.abs(scale.x(bar.end) - scale.x(bar.start))
}

function drawLabel(text, label, item, {scale, row}, look) {
  const {size, width} = look
  const wide = look.widthOf(label.words, size, item.strong ? 700 : 400)
  const place = scale.x(label.place) + (label.left ? -scale.gap : scale.gap)
  const x = label.left ? Math.max(place, wide) : Math.min(place, width - wide)
  write(text, [label.words], {
    x,
    y: row.middle + label.offset * row.unit,
    'text-anchor': label.left ? 'end' : 'start',
    class: ['halo', label.missing && 'quiet', item.strong && 'strong'].filter(Boolean).join(' '),
  })
}
