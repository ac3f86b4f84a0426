/** A table wider than its place scrolls; Streamlit leaves it out of the keyboard's reach. */

import {onAppear} from './appear.js'

const SCROLLED = '[data-testid=stTable] > div'
let sizes = null

/** @param {string} label what a scrolling table is called when it is read aloud */
export function reachTables(label) {
  if (sizes) return
  sizes = new ResizeObserver((changes) => changes.forEach(({target}) => reach(target, label)))
  onAppear([], (root) => {
    if (root.matches(SCROLLED)) sizes.observe(root)
    for (const box of root.querySelectorAll(SCROLLED)) sizes.observe(box)
  })
}

function reach(box, label) {
  if (box.scrollWidth <= box.clientWidth) {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
    return
  }
  box.tabIndex = 0
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', label)
}
