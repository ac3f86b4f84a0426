/** Parts that pictures have in common: words in lines, markers, and what a colour stands for. */

import {exact, keyed, layers, set} from './dom.js'

/** Write text in lines, the middle one at the height `y`. */
export function write(node, words, {x, y, leading = 0, ...more}) {
  set(node, {x, ...more})
  const top = y - ((words.length - 1) / 2) * leading
  keyed(node, 'tspan', words.map((text, key) => ({key, text})), (span, {key, text}) => {
    set(span, {x, y: top + key * leading, dy: '.35em', text})
  })
}

const SHAPES = {
  circle: (r) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  square: (r) => `m${-r * 0.9},${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`,
  diamond: (r) => `m0,${-r * 1.3}l${r * 1.1},${r * 1.3}l${-r * 1.1},${r * 1.3}l${-r * 1.1},${-r * 1.3}z`,
  'triangle-up': (r) => `m0,${-r * 1.15}l${r * 1.15},${r * 2}h${-r * 2.3}z`,
  'triangle-down': (r) => `m0,${r * 1.15}l${r * 1.15},${-r * 2}h${-r * 2.3}z`,
  cross: (r) => {
    const [arm, half] = [r * 0.75, r * 0.42]
    const turn = `h${arm}v${2 * half}h${-arm}v${arm}h${-2 * half}v${-arm}h${-arm}v${-2 * half}h${arm}v${-arm}h${2 * half}z`
    return `m${half},${-half - arm}v${arm}${turn}`
  },
}

/** Draw what a colour stands for, beside its name: a square, perhaps hollow, or a stroke with its marker for a line. */
export function sample(svg, colour, shape, size, hollow = false) {
  const side = Math.round(size * 0.8)
  const width = shape ? side * 2 : side
  const {stroke, spot} = layers(svg, 'path', ['stroke', 'spot'])
  set(svg, {width, height: side, viewBox: `0 0 ${width} ${side}`, 'aria-hidden': 'true'})
  set(stroke, {d: shape ? `M0,${side / 2}H${width}` : '', stroke: colour, 'stroke-width': size / 6})
  set(spot, {d: shape ? marker(shape, width / 2, side / 2, size * 0.27) : `M0,0H${side}V${side}H0Z`, fill: colour})
  set(spot, {class: hollow ? 'spot hollow' : 'spot', stroke: hollow ? colour : null, 'stroke-width': hollow ? 2 : null})
}

/** Return the path of a marker around a place. */
export const marker = (name, x, y, r) => `M${exact(x)},${exact(y)}${SHAPES[name](r)}`
