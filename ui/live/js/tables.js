/** A table wider than its place scrolls; Streamlit leaves it out of the keyboard's reach. */

import {onAppear} from './appear.js'
import {set} from './dom.js'

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
  const wide = box.scrollWidth > box.clientWidth
  set(box, {tabindex: wide ? 0 : null, role: wide ? 'group' : null, 'aria-label': wide ? label : null})
}
