/** A grid of shaded cells, each with its number: items down, series across; on a phone the cells flow in lines. */

import {exact, keyed, layers, set} from './dom.js'
import {wrap} from './fit.js'
import {write} from './svg.js'

const WIDEST = 12 // A cell is at most this many times the type size wide.
const LEAST = 12 // px that numbers may shrink to before the cells flow in several lines
const MISSING = 0.87 // Words where a number lacks are smaller: they are longer than numbers.
const LINE = 1.25

/**
 * Draw into an svg element.
 * @param {SVGElement} canvas
 * @param {object} picture as `report.drawing_heat` describes it
 * @param {object} look as for `drawBars`
 * @returns {{height: number, at: Function}} `at(event target)` gives what to tell about the cell under the pointer
 */
export function drawHeat(canvas, picture, look) {
  const plan = planHeat(picture, look)
  const {heads, rows} = layers(canvas, 'g', ['heads', 'rows'])
  const told = new WeakMap()
  drawHeads(heads, plan, look)
  keyed(rows, 'g', plan.items, (node, item) => drawRow(node, item, plan, look, told))
  return {height: plan.height, at: (target) => (told.has(target) ? {words: told.get(target).split('\n')} : null)}
}

/** Where the cells must flow, names stand above them as on a phone, so that the whole width is theirs. */
function planHeat(picture, look) {
  const plan = planGrid(picture, look)
  return plan.flow && !look.narrow ? planGrid(picture, {...look, narrow: true}) : plan
}

/** Settle all places: names, columns, headings, rows. */
function planGrid(picture, look) {
  const {size, width, narrow} = look
  const room = narrow ? width : Math.min(width * 0.34, size * 19)
  const names = picture.items.map(({words}) => wrap(words, room, ruled(look)))
  const nameWidth = Math.max(0, ...names.flat().map(ruled(look)))
  const left = narrow ? 0 : nameWidth + size * 0.9
  const columns = planColumns(picture, width - left, look)
  const title = picture.x_title ? wrap(picture.x_title, width - left, ruled(look, 0.93)) : []
  const top = title.length * size * LINE + columns.above
  const inside = columns.width - size * 0.5 * columns.type
  const items = picture.items.map((item, place) => {
    const lines = item.cells.map((cell) => wrap(cell.words, inside, ruledCell(cell, look, columns.type)))
    return {...item, key: item.id, place, name: names[place], lines}
  })
  const row = planRow(items, columns, top, look)
  const name = narrow ? {x: 0, y: row.named / 2} : {x: nameWidth, y: row.height / 2, 'text-anchor': 'end'}
  return {...columns, items, title, left, top, row, name, height: top + row.height * items.length + 2}
}

/** Settle the height of rows and cells: `first` is where cells begin, `headed` the room for headings above them. */
function planRow(items, columns, top, look) {
  const {size, narrow} = look
  const tallest = (texts) => Math.max(1, ...texts.map(({length}) => length))
  const named = tallest(items.map(({name}) => name)) * size * 1.2
  const headed = columns.flow ? tallest(columns.heads) * size * LINE + size * 0.1 : 0
  const gap = columns.flow ? size * 0.5 : 0
  const words = tallest(items.flatMap(({lines}) => lines)) * size * LINE
  const around = (narrow ? named + size * 0.9 : 0) + headed * columns.lines + gap * (columns.lines - 1)
  let cell = Math.max(size * 2.2, words + size * 0.7, narrow ? 0 : named + size * 0.5)
  if (look.height) {
    const share = ((look.height - top) / Math.max(1, items.length) - around) / columns.lines
    cell = Math.max(words + size * 0.3, Math.min(share, cell * 2))
  }
  return {named, headed, gap, cell, first: narrow ? named + size * 0.15 : 0, height: around + cell * columns.lines}
}

/**
 * Choose the columns: a grid under headings, which stand upright where a word is wider than its column; or, where the
 * page is too narrow for the numbers or the words, cells in several lines with their headings above each.
 */
function planColumns(picture, room, look) {
  const {size, narrow} = look
  const count = Math.max(1, picture.columns.length)
  const longest = (words, widthOf) => Math.max(...words.split(' ').map(widthOf))
  const cells = picture.items.flatMap((item) => item.cells)
  const number = Math.max(0, ...cells.map((cell) => longest(cell.words, ruledCell(cell, look)))) + size * 0.5
  const word = Math.max(0, ...picture.columns.map(({words}) => longest(words, ruled(look)))) + size * 0.6
  const type = Math.min(1, room / count / number)
  const flow = type * size < Math.min(LEAST, size) || (narrow && room / count < word)
  const most = flow ? Math.max(1, Math.min(count, Math.floor(room / Math.max(number, word)))) : count
  const lines = Math.ceil(count / most)
  const across = Math.ceil(count / lines)
  const width = narrow ? room / across : Math.min(room / across, size * WIDEST)
  const upright = !flow && width < word
  const heads = picture.columns.map(({words}) => wrap(words, upright ? size * 13 : width - size * 0.5, ruled(look)))
  const tall = upright ? heads.flat().map(ruled(look)) : heads.map(({length}) => length * size * LINE)
  const above = flow ? size * 0.3 : Math.max(0, ...tall) + size * 0.5
  return {flow, lines, across, width, type: flow ? 1 : type, upright, heads, above}
}

const ruledCell = ({fill, mark}, look, type = 1) => ruled(look, type * (fill ? 1 : MISSING), mark)

const ruled = (look, scale = 1, strong = false) => (words) => look.widthOf(words, look.size * scale, strong ? 700 : 400)

function drawHeads(layer, plan, look) {
  const {size} = look
  const {unit, names} = layers(layer, 'g', ['unit', 'names'])
  keyed(unit, 'text', plan.title.length ? [{key: 'unit'}] : [], (node) => {
    const y = (plan.title.length * size * LINE) / 2
    write(node, plan.title, {x: plan.left, y, leading: size * LINE, class: 'quiet small'})
  })
  const shown = plan.flow ? [] : plan.heads.map((words, key) => ({key, words}))
  keyed(names, 'text', shown, (node, {key, words}) => {
    const [middle, foot] = [plan.left + (key + 0.5) * plan.width, plan.top - size * 0.4]
    const transform = `translate(${exact(middle)},${exact(foot)}) rotate(-90)`
    const turned = {x: 0, y: 0, 'text-anchor': 'start', transform}
    const level = {x: middle, y: foot - (words.length * size * LINE) / 2, 'text-anchor': 'middle', transform: null}
    write(node, words, {...(plan.upright ? turned : level), leading: size * LINE})
  })
}

function drawRow(node, item, plan, look, told) {
  const {size} = look
  const top = plan.top + item.place * plan.row.height
  set(node, {class: 'row', 'data-item': item.key, style: `transform: translateY(${top}px)`})
  const {names, heads, cells, rings, numbers} = layers(node, 'g', ['names', 'heads', 'cells', 'rings', 'numbers'])
  keyed(names, 'text', [{key: 'name'}], (text) => {
    write(text, item.name, {...plan.name, leading: size * 1.2})
  })
  const placed = item.cells.map((cell, index) => {
    return {...cell, ...placeOf(index, plan), key: cell.series, lines: item.lines[index]}
  })
  keyed(heads, 'text', plan.flow ? placed : [], (text, {x, y, head}) => {
    const middle = y - size * 0.1 - (head.length * size * LINE) / 2
    const place = {x: x + plan.width / 2, y: middle, leading: size * LINE, 'text-anchor': 'middle'}
    write(text, head, {...place, class: 'quiet'})
  })
  keyed(cells, 'rect', placed, (rect, cell) => {
    drawCell(rect, cell, plan, look)
    told.set(rect, cell.hover)
  })
  keyed(rings, 'rect', placed.filter(({mark}) => mark), (rect, {x, y}) => {
    set(rect, {class: 'ring', 'stroke-width': size / 5, ...inner(x, y, plan, size / 10)})
  })
  keyed(numbers, 'text', placed, (text, {x, y, lines, ink, mark}) => {
    const type = plan.type * size * (ink ? 1 : MISSING)
    const place = {x: x + plan.width / 2, y: y + plan.row.cell / 2, leading: type * LINE, 'text-anchor': 'middle'}
    write(text, lines, {
      ...place,
      class: [ink ? 'inside' : 'quiet', mark && 'strong'].filter(Boolean).join(' '),
      style: `font-size: ${exact(type)}px${ink ? `; fill: ${ink[look.shade]}` : ''}`,
    })
  })
}

/** Where a cell stands in its row. */
function placeOf(index, plan) {
  const line = Math.floor(index / plan.across)
  const {first, headed, cell, gap} = plan.row
  const y = first + headed * (line + 1) + (cell + gap) * line
  return {x: plan.left + (index % plan.across) * plan.width, y, head: plan.heads[index]}
}

function drawCell(rect, {x, y, fill}, plan, look) {
  set(rect, {
    class: fill ? 'bar' : 'void',
    ...inner(x, y, plan, 1),
    fill: fill ? fill[look.shade] : null,
    'stroke-dasharray': fill ? null : '4 3',
  })
}

const inner = (x, y, {width, row}, gap) => {
  return {x: x + gap, y: y + gap, width: width - 2 * gap, height: row.cell - 2 * gap}
}
