/** What a picture tells about the place under the pointer: a small box of text. */

import {keyed, layers, set} from './dom.js'
import {sample} from './svg.js'

/**
 * @param {HTMLElement} box
 * @param {{words: string[]}|{words: string[], rows: object[]}} found lines of words; and a row per line of a chart
 * @param {object} look size and shade
 */
export function writeTip(box, found, look) {
  const {words, values} = layers(box, 'div', ['words', 'values'])
  keyed(words, 'div', found.words.map((text, key) => ({key, text})), (node, {key, text}) => {
    set(node, {text, class: key === found.words.length - 1 ? 'strong' : null})
  })
  const rows = (found.rows ?? []).map((row, key) => ({...row, key}))
  keyed(values, 'div', rows, (node, {line, value}) => {
    const {swatch} = layers(node, 'svg', ['swatch'])
    const {name, amount} = layers(node, 'span', ['name', 'amount'])
    sample(swatch, line.colour[look.shade], line.marker, look.size)
    set(name, {text: line.words})
    set(amount, {text: value})
  })
}

/** Put the box beside the pointer, within the figure. */
export function placeTip(box, figure, event) {
  box.hidden = false
  const frame = figure.getBoundingClientRect()
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top]
  const [wide, tall] = [box.offsetWidth, box.offsetHeight]
  const left = x + 16 + wide <= frame.width ? x + 16 : Math.max(0, x - 16 - wide)
  const top = y + 16 + tall <= frame.height ? y + 16 : Math.max(0, y - 16 - tall)
  set(box, {style: `left: ${left}px; top: ${top}px`})
}
