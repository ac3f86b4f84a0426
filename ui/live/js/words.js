/** Streamlit has no other language than English, so the words it puts on the page are replaced there. */

import {onAppear} from './appear.js'

const ATTRIBUTES = ['aria-label', 'title', 'placeholder']
const LABELLED = ATTRIBUTES.map((name) => `[${name}]`).join()
/** Where Streamlit's own words stand as text; what we and the scenarios write stands elsewhere. */
const WRITTEN = [
  '[data-testid=stSkipToContent]',
  '[data-testid=stDialog] [role=dialog] > *, [data-testid=stDialog] [role=dialog] > div > div',
  '[role=listbox] [role=option] *',
  '[data-live-announcer] [role=log] > div',
  '[data-testid=InputInstructions]',
  '[data-testid=stToastViewButton]',
  '[data-testid=stStatusWidget] label',
].join()
const OURS = 'input:not([type=range]), textarea' // their labels

let words = new Map()
let patterns = []

/**
 * Translate what is on the page and what comes.
 * @param {Object<string, string>} dictionary English to Swedish; `*` stands for any text, kept as it is
 */
export function translate(dictionary) {
  if (words.size) return
  const entries = Object.entries(dictionary)
  words = new Map(entries.filter(([english]) => !english.includes('*')))
  patterns = entries
    .filter(([english]) => english.includes('*'))
    .map(([english, swedish]) => [...english.split('*'), swedish])
  onAppear(ATTRIBUTES, within)
}

function within(root) {
  if (root.matches(LABELLED)) attributes(root)
  for (const element of root.querySelectorAll(LABELLED)) attributes(element)
  if (root.matches(WRITTEN)) text(root)
  for (const element of root.querySelectorAll(WRITTEN)) text(element)
}

function attributes(element) {
  for (const name of ATTRIBUTES) {
    const swedish = inSwedish(element.getAttribute(name))
    if (swedish && !(name === 'aria-label' && element.matches(OURS))) {
      element.setAttribute(name, swedish)
    }
  }
}

/** The text node stays: the page's own code holds on to it. */
function text(element) {
  for (const node of element.childNodes) {
    const swedish = node.nodeType === Node.TEXT_NODE && inSwedish(node.data)
    if (swedish) node.data = swedish
  }
}

function inSwedish(english) {
  if (!english) return ''
  if (words.has(english)) return words.get(english)
  for (const [start, end, swedish] of patterns) {
    if (english.length > start.length + end.length && english.startsWith(start) && english.endsWith(end)) {
      return swedish.replace('*', () => english.slice(start.length, english.length - end.length))
    }
  }
  return ''
}
