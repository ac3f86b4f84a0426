/** Elements of a picture: made once, changed in place, and never touched where nothing differs. */

const SVG = 'http://www.w3.org/2000/svg'
const standing = new WeakMap() // node -> what was last set on it, so that only changes reach the page
const parts = new WeakMap() // parent -> Map of key -> child that comes and goes
const layered = new WeakMap() // parent -> name -> child that stays

/** Set attributes that differ; null takes one away. `text` is the text, `style` an object of properties. */
export function set(node, values) {
  if (!standing.has(node)) standing.set(node, {})
  const was = standing.get(node)
  for (const [name, value] of Object.entries(values)) {
    if (name === 'style') setStyle(node, was, value)
    else if (was[name] !== value) {
      was[name] = value
      if (name === 'text') node.textContent = value
      else if (value === null) node.removeAttribute(name)
      else node.setAttribute(name, typeof value === 'number' ? exact(value) : value)
    }
  }
  return node
}

function setStyle(node, was, style) {
  for (const [name, value] of Object.entries(style)) {
    if (was[`style ${name}`] === value) continue
    was[`style ${name}`] = value
    node.style.setProperty(name, value)
  }
}

/**
 * Keep one child per key: made when the key is new, changed in place while it stays, removed when it is gone.
 * The order on the page is the order in which they came; a list where order matters has its place as key.
 * @param {Element} parent
 * @param {string} tag
 * @param {Array<{key: string|number}>} entries
 * @param {(node: Element, entry: object) => void} draw
 */
export function keyed(parent, tag, entries, draw) {
  const before = parts.get(parent) ?? new Map()
  const now = new Map()
  for (const entry of entries) {
    const node = before.get(entry.key) ?? parent.appendChild(make(parent, tag))
    before.delete(entry.key)
    now.set(entry.key, node)
    draw(node, entry)
  }
  for (const node of before.values()) node.remove()
  parts.set(parent, now)
  return [...now.values()]
}

/** Return the named parts of a parent, one `tag` each with the name as class, made in this order the first time. */
export function layers(parent, tag, names) {
  if (!layered.has(parent)) layered.set(parent, {})
  const found = layered.get(parent)
  for (const name of names) found[name] ??= set(parent.appendChild(make(parent, tag)), {class: name})
  return found
}

function make(parent, tag) {
  const inHtml = parent.namespaceURI !== SVG && tag !== 'svg'
  return inHtml ? document.createElement(tag) : document.createElementNS(SVG, tag)
}

/** Write text in lines, the middle one at the height `y`. */
export function write(node, words, {x, y, leading = 0, ...more}) {
  set(node, {x, ...more})
  const top = y - ((words.length - 1) / 2) * leading
  keyed(node, 'tspan', words.map((text, key) => ({key, text})), (span, {key, text}) => {
    set(span, {x, y: top + key * leading, dy: '.35em', text})
  })
}

/** Return a number as it stands in an attribute: a tenth of a pixel is finer than the eye. */
export const exact = (value) => Math.round(value * 10) / 10

const SHAPES = {
  circle: (r) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
  square: (r) => `m${-r * 0.9},${-r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}z`,
  diamond: (r) => `m0,${-r * 1.3}l${r * 1.1},${r * 1.3}l${-r * 1.1},${r * 1.3}l${-r * 1.1},${-r * 1.3}z`,
  'triangle-up': (r) => `m0,${-r * 1.15}l${r * 1.15},${r * 2}h${-r * 2.3}z`,
  'triangle-down': (r) => `m0,${r * 1.15}l${r * 1.15},${-r * 2}h${-r * 2.3}z`,
  cross: (r) => {
    const [arm, half] = [r * 0.75, r * 0.42]
    const turn = `h${arm}v${2 * half}h${-arm}v${arm}h${-2 * half}v${-arm}h${-arm}v${-2 * half}h${arm}v${-arm}h${2 * half}z`
    return `m${half},${-half - arm}v${arm}${turn.slice(0, turn.lastIndexOf('v'))}z`
  },
}

/** Draw what a colour stands for, beside its name: a square, or a stroke with its marker for a line. */
export function sample(svg, colour, shape, size) {
  const side = Math.round(size * 0.8)
  const width = shape ? side * 2 : side
  const {stroke, spot} = layers(svg, 'path', ['stroke', 'spot'])
  set(svg, {width, height: side, viewBox: `0 0 ${width} ${side}`, 'aria-hidden': 'true'})
  set(stroke, {d: shape ? `M0,${side / 2}H${width}` : '', stroke: colour, 'stroke-width': size / 6})
  set(spot, {d: shape ? marker(shape, width / 2, side / 2, size * 0.27) : `M0,0H${side}V${side}H0Z`, fill: colour})
}

/** Return the path of a marker around a place. */
export const marker = (name, x, y, r) => `M${exact(x)},${exact(y)}${SHAPES[name](r)}`
