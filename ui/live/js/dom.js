/**
 * Elements, of HTML and of pictures: made once, changed in place, and never touched where nothing differs.
 * Text from scenarios goes in as text, never as markup.
 */

const SVG = 'http://www.w3.org/2000/svg'
const children = new WeakMap() // parent -> Map of key -> part that comes and goes
const layered = new WeakMap() // parent -> name -> child that stays

/** Make an element of HTML; attributes as for `set`. */
export function make(tag, attributes = {}, children = []) {
  const element = set(document.createElement(tag), attributes)
  element.append(...children)
  return element
}

/**
 * Set what differs.
 * @param {Element} node
 * @param {object} attributes null and false take one away, true sets one without a value; `text` is the text
 */
export function set(node, attributes) {
  for (const [name, given] of Object.entries(attributes)) {
    const value = written(node, given)
    if (name === 'text') putText(node, value ?? '')
    else if (value === null) node.removeAttribute(name)
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value)
  }
  return node
}

/** Give an element an id of its own, for a label to point at. */
export function identify(element) {
  element.id = `v${(counter += 1)}`
  return element.id
}

let counter = 0

/** Set an element's text, and hide the element when there is none. */
export function say(element, words) {
  putText(element, words)
  element.hidden = !words
}

function putText(node, words) {
  if (node.textContent !== words) node.textContent = words
}

function written(node, value) {
  if (value === null || value === undefined || value === false) return null
  if (value === true) return ''
  return String(typeof value === 'number' && node.namespaceURI === SVG ? exact(value) : value)
}

/** Return a number as it stands in a picture: a tenth of a pixel is finer than the eye. */
export const exact = (value) => Math.round(value * 10) / 10

/**
 * Keep one part per key, in the entries' order; what stays is not moved, and keeps its focus and its place under the
 * hand.
 * @param {Element} parent
 * @param {Array<{key: string|number}>} entries
 * @param {(entry: object) => {element: Element}} build called when a key is new
 * @returns {Array<object>} what was built, in order
 */
export function ordered(parent, entries, build) {
  const parts = kept(parent, entries, build)
  parts.forEach(({element}, place) => {
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null)
  })
  return parts
}

/**
 * Keep one child per key, and draw each. They stand in the order in which they came, since a child that is moved on
 * the page cannot glide; a list where order matters has its place as key.
 * @param {Element} parent
 * @param {string} tag
 * @param {Array<{key: string|number}>} entries
 * @param {(node: Element, entry: object) => void} draw
 * @returns {Array<Element>} the children, in the entries' order
 */
export function keyed(parent, tag, entries, draw) {
  const parts = kept(parent, entries, () => ({element: parent.appendChild(fresh(parent, tag))}))
  return parts.map(({element}, place) => {
    draw(element, entries[place])
    return element
  })
}

function kept(parent, entries, build) {
  const before = children.get(parent)
  const now = new Map(entries.map((entry) => [entry.key, before?.get(entry.key) ?? build(entry)]))
  for (const [key, {element}] of before ?? []) if (!now.has(key)) element.remove()
  children.set(parent, now)
  return [...now.values()]
}

/** Return the named parts of a parent, one `tag` each with the name as class, made in this order the first time. */
export function layers(parent, tag, names) {
  if (!layered.has(parent)) layered.set(parent, {})
  const found = layered.get(parent)
  for (const name of names) found[name] ??= set(parent.appendChild(fresh(parent, tag)), {class: name})
  return found
}

function fresh(parent, tag) {
  const drawn = tag === 'svg' || parent.namespaceURI === SVG
  return drawn ? document.createElementNS(SVG, tag) : document.createElement(tag)
}
