/** Axes that pictures have in common. */

import {keyed, layers, set} from './dom.js'
import {sparse} from './fit.js'
import {write} from './svg.js'

/** Draw the levels of the value axis, which goes upwards, and their words to the left. */
export function valueAxis(grid, words, picture, plan, {size}) {
  const {levels} = layers(grid, 'g', ['levels'])
  keyed(levels, 'line', picture.ticks.map(([at]) => ({key: at})), (line, {key}) => {
    const y = Math.round(plan.y(key)) + 0.5
    set(line, {class: key === 0 ? 'zero' : 'level', x1: plan.left, x2: plan.right, y1: y, y2: y})
  })
  const {levels: names} = layers(words, 'g', ['levels'])
  keyed(names, 'text', sparse(picture.ticks, plan.y, () => size * 1.3), (node, {key, words: text}) => {
    write(node, [text], {x: plan.left - size * 0.5, y: plan.y(key), class: 'quiet small', 'text-anchor': 'end'})
  })
}

/** Write the places of a horizontal axis of numbers, and what the axes are called. */
export function placeAxis(words, ticks, plan, {size, widthOf}) {
  const {places, titles} = layers(words, 'g', ['places', 'titles'])
  const shown = sparse(ticks, plan.x, (text) => widthOf(text, size * 0.93) + size * 0.8)
  keyed(places, 'text', shown, (node, {key, words: text}) => {
    write(node, [text], {x: plan.x(key), y: plan.foot + size * 1.1, class: 'quiet small', 'text-anchor': 'middle'})
  })
  const named = [
    {key: 'value', rows: plan.unit, x: 0, y: (plan.unit.length * 1.3 * size + size * 0.2) / 2},
    {key: 'place', rows: plan.title, x: plan.left, y: plan.foot + size * (1.85 + plan.title.length * 0.65)},
  ]
  keyed(titles, 'text', named.filter(({rows}) => rows.length), (node, {rows, x, y}) => {
    write(node, rows, {x, y, leading: size * 1.3, class: 'quiet small'})
  })
}
