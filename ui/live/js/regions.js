/** Regions in a plane: each named within it where there is room, else by a marker and a key; and named points. */

import {placeAxis, valueAxis} from './axes.js'
import {exact, keyed, layers, set} from './dom.js'
import {wrap} from './fit.js'
import {writer} from './numbers.js'
import {nameAreas, namePoints} from './region_names.js'
import {marker, write} from './svg.js'

const LAYERS = ['grid', 'areas', 'words', 'points', 'names', 'key']
const LARGEST = 28 // type sizes that the plane is wide, where nothing else is asked for
const KEY = 13 // type sizes that the key needs, to stand beside the plane
const LINE = 1.2

/**
 * Draw into an svg element.
 * @param {SVGElement} canvas
 * @param {object} picture as `report.drawing_regions` describes it
 * @param {object} look as for `drawBars`
 * @returns {{height: number, at: Function}} `at(target, [x, y])` gives what to tell about a place
 */
export function drawRegions(canvas, picture, look) {
  const plan = planRegions(picture, look)
  const {grid, areas, words, points, names, key} = layers(canvas, 'g', LAYERS)
  const told = new WeakMap()
  valueAxis(grid, words, picture, plan, look)
  placeAxis(words, picture.ticks, plan, look)
  drawUprights(grid, picture, plan)
  drawAreas(areas, plan, look, told)
  drawSpots(points, plan, look, told)
  drawNames(names, plan, look)
  drawKey(key, plan, look)
  const at = (target, place) => (told.has(target) ? tell(told.get(target), place, picture, plan) : null)
  return {height: plan.height, at}
}

/** Settle all places: the plane, what is named where, the key. */
function planRegions(picture, look) {
  const {size, width} = look
  const small = (words) => look.widthOf(words, size * 0.93)
  const left = Math.max(...picture.ticks.map(([, words]) => small(words))) + size * 0.6
  const unit = picture.y_title ? wrap(picture.y_title, width, small) : []
  const title = picture.x_title ? wrap(picture.x_title, width - left, small) : []
  const top = size * (unit.length * 1.3 + 0.7)
  const bottom = size * (2 + title.length * 1.3)
  const room = width - left - small(picture.ticks.at(-1)[1]) / 2
  const wished = look.height ? look.height - top - bottom : size * LARGEST
  const beside = width - left - size * KEY
  // The wall has no room below; elsewhere the plane goes before.
  const side = Math.max(size * 8, Math.min(room, look.height ? Math.min(wished, Math.max(beside, wished * 0.6)) : wished))
  const scale = side / (picture.high - picture.low)
  const x = (place) => left + (place - picture.low) * scale
  const y = (value) => top + (picture.high - value) * scale
  const plan = {left, right: left + side, top, foot: top + side, unit, title, x, y, scale}
  const dots = picture.points.map((point, key) => ({...point, key, x: x(point.at[0]), y: y(point.at[1])}))
  const points = namePoints(dots, plan, look)
  const polygons = picture.regions.map((region) => ({
    ...region, key: region.series, polygon: region.corners.map(([across, up]) => [x(across), y(up)]),
  }))
  const areas = nameAreas(polygons, points, look)
  const foot = plan.foot + bottom
  const key = planKey(areas, beside >= side ? {x: plan.right + size * 2.2, y: top} : {x: 0, y: foot + size * 0.3}, look)
  return {...plan, points, areas, key, height: Math.max(foot, key.foot)}
}

/** Settle the rows of the key: regions with a marker, and those that cannot be drawn. */
function planKey(areas, {x, y}, {size, width, widthOf}) {
  let foot = y
  const rows = areas.filter(({name}) => !name).map((area) => {
    const lines = wrap(area.key_words, width - x - size * 1.5, (words) => widthOf(words, size))
    const row = {...area, lines, x, first: foot + size * 0.6, y: foot + (lines.length * size * LINE) / 2}
    foot += lines.length * size * LINE + size * 0.45
    return row
  })
  return {rows, foot}
}

function drawUprights(grid, picture, plan) {
  const {places} = layers(grid, 'g', ['places'])
  keyed(places, 'line', picture.ticks.map(([key]) => ({key})), (line, {key}) => {
    const x = Math.round(plan.x(key)) + 0.5
    set(line, {class: key === 0 ? 'zero' : 'level', x1: x, x2: x, y1: plan.top, y2: plan.foot})
  })
}

/** Draw the polygons; one with two corners is a stroke in its own colour. */
function drawAreas(layer, {areas}, {size, shade}, told) {
  keyed(layer, 'path', areas, (path, area) => {
    const flat = area.polygon.length < 3
    const d = area.polygon.length ? `M${area.polygon.map(([x, y]) => `${exact(x)},${exact(y)}`).join('L')}Z` : ''
    const fill = area.fill[shade]
    const edge = flat ? {class: 'region flat', stroke: fill} : {class: 'region', stroke: null}
    set(path, {...edge, d, fill, 'stroke-width': flat ? size * 0.4 : size / 10})
    told.set(path, {words: area.words})
  })
}

/** Draw the markers that the key tells, and the points. */
function drawSpots(layer, {areas, points}, {size, shade}, told) {
  const {markers, dots} = layers(layer, 'g', ['markers', 'dots'])
  keyed(markers, 'path', areas.filter(({spot}) => spot), (path, area) => {
    const d = marker(area.marker, area.spot[0], area.spot[1], size * 0.36)
    set(path, {class: 'edge', d, fill: area.fill[shade], 'stroke-width': size / 10})
    told.set(path, {words: area.words})
  })
  keyed(dots, 'path', points, (path, {x, y, hover}) => {
    set(path, {class: 'dot', d: marker('circle', x, y, size * 0.4), 'stroke-width': size / 7.5})
    told.set(path, {hover})
  })
}

function drawNames(layer, {areas, points}, {size}) {
  const {within, beside} = layers(layer, 'g', ['within', 'beside'])
  keyed(within, 'text', areas.filter(({name}) => name), (node, {name}) => {
    write(node, name.lines, {x: name.x, y: name.y, leading: size * LINE, class: 'named', 'text-anchor': 'middle'})
  })
  keyed(beside, 'text', points, (node, {words, label}) => {
    write(node, [words], {x: label.x, y: label.y, class: 'named strong'})
  })
}

function drawKey(layer, {key}, {size, shade}) {
  const {markers, words} = layers(layer, 'g', ['markers', 'words'])
  keyed(markers, 'path', key.rows.filter(({spot}) => spot), (path, row) => {
    set(path, {d: marker(row.marker, row.x + size * 0.5, row.first, size * 0.36), fill: row.fill[shade]})
  })
  keyed(words, 'text', key.rows, (node, {lines, x, y, spot}) => {
    write(node, lines, {x: x + size * 1.5, y, leading: size * LINE, class: spot ? null : 'quiet'})
  })
}

/** Return the words of a point, or of a region with the place pointed at. */
function tell({words, hover}, [x, y], picture, plan) {
  if (hover) return {words: hover.split('\n')}
  const written = writer(picture.numbers)
  const axes = [
    [picture.x_title, picture.low + (x - plan.left) / plan.scale],
    [picture.y_title, picture.high - (y - plan.top) / plan.scale],
  ]
  const places = axes.map(([title, at]) => (title ? `${title}: ${written(at)}` : written(at)))
  return {words: [...places, words]}
}
