/** Small helpers for HTML. Text from scenarios goes in as text, never as markup. */

/**
 * @param {string} tag
 * @param {object} attributes class, type, aria-… ; `text` is the element's text
 * @param {Array<Node>} children
 */
export function make(tag, attributes = {}, children = []) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') element.textContent = value
    else set(element, name, value)
  }
  element.append(...children)
  return element
}

/** Set or, for null and false, remove an attribute; nothing is touched that already stands. */
export function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name)
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value === true ? '' : value)
  }
}

/** Set an element's text if it differs, and hide the element when there is none. */
export function say(element, words) {
  if (element.textContent !== words) element.textContent = words
  element.hidden = !words
}

/**
 * Keep one child per identity, in order; what is there is kept as it is, with its focus and its place under the hand.
 * @param {Element} holder
 * @param {Array<{id: string}>} wanted
 * @param {(one: object) => object} build returns an object with `element`
 * @param {Map<string, object>} kept what earlier calls built
 * @returns {Array<object>} what was built, in order
 */
export function keyed(holder, wanted, build, kept) {
  const parts = wanted.map((one) => {
    if (!kept.has(one.id)) kept.set(one.id, build(one))
    return kept.get(one.id)
  })
  const ids = new Set(wanted.map((one) => one.id))
  for (const [id, part] of kept) {
    if (!ids.has(id)) {
      part.element.remove()
      kept.delete(id)
    }
  }
  parts.forEach((part, place) => {
    if (holder.children[place] !== part.element) holder.insertBefore(part.element, holder.children[place] ?? null)
  })
  return parts
}
