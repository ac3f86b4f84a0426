/** Say calmly that the server cannot be reached, and when it can again. Streamlit reconnects by itself. */

import {make} from './dom.js'

const HEALTH = new URL('../../health', import.meta.url)
const STATE = 'data-test-connection-state' // on Streamlit's outermost element
const RUN = 'data-test-script-state'
const GIVEN_UP = 'DISCONNECTED_FOREVER'
const ENGLISH = 'Connection error' // heading of the dialog that ours replaces

const BLINK = 700 // ms that a connection may be gone before anything is said
const SILENCE = 2500 // ms from the reader's act until an unanswered server is asked for its health
const LONGEST = 4000 // ms that it gets to answer
const AGAIN = 2000 // ms between questions
const GOOD_NEWS = 4000 // ms that the return is told

const after = (time) => new Promise((done) => setTimeout(done, time))
let watching = null

/**
 * @param {{lost: string, back: string}} words
 * @param {() => void} returned called when a broken connection has been made again
 */
export function watchConnection(words, returned) {
  watching ??= start()
  Object.assign(watching, {words, returned})
}

function start() {
  const app = document.querySelector('[data-testid=stApp]')
  const watch = {app, banner: putBanner(), lost: false, broken: false, asking: false, timer: 0}
  const seen = new MutationObserver((changes) => {
    clearTimeout(watch.timer) // the server has said something
    if (changes.some((change) => change.attributeName === STATE)) follow(watch)
  })
  seen.observe(app, {attributeFilter: [STATE, RUN]})
  new MutationObserver(() => closeEnglish(watch)).observe(document.body, {childList: true})
  for (const act of ['pointerup', 'keyup']) {
    window.addEventListener(act, () => expectAnswer(watch), {capture: true, passive: true})
  }
  window.addEventListener('offline', () => ask(watch))
  return watch
}

/** Live regions are read aloud only if they stood on the page before their words came. */
function putBanner() {
  const banner = make('div', {class: 'vagval-connection', role: 'status'})
  document.body.append(banner)
  return banner
}

const connected = (watch) => watch.app.getAttribute(STATE) === 'CONNECTED'

async function follow(watch) {
  if (connected(watch)) {
    if (!watch.broken) return
    watch.broken = false
    setTimeout(watch.returned) // when Streamlit has taken in that it may send again
    tellBack(watch)
    return
  }
  watch.broken = true
  await after(BLINK)
  if (connected(watch)) return
  tellLost(watch)
  if (watch.app.getAttribute(STATE) === GIVEN_UP) ask(watch)
}

/** A server that hangs keeps its connection, so silence after the reader's act is looked into. */
function expectAnswer(watch) {
  clearTimeout(watch.timer)
  watch.timer = setTimeout(() => ask(watch), SILENCE)
}

async function ask(watch) {
  if (watch.asking) return
  watch.asking = true
  while (!(await answers())) {
    tellLost(watch)
    await after(AGAIN)
  }
  watch.asking = false
  if (watch.app.getAttribute(STATE) === GIVEN_UP) window.location.reload()
  else if (connected(watch)) tellBack(watch)
}

async function answers() {
  try {
    return (await fetch(HEALTH, {cache: 'no-store', signal: AbortSignal.timeout(LONGEST)})).ok
  } catch {
    return false
  }
}

function tellLost(watch) {
  watch.lost = true
  watch.banner.textContent = watch.words.lost
  tellPanels(true)
  closeEnglish(watch)
}

/** What is moved while nobody listens could be lost: the panels rest meanwhile. */
function tellPanels(lost) {
  window.dispatchEvent(new CustomEvent('vagval-connection', {detail: {lost}}))
}

async function tellBack(watch) {
  if (!watch.lost) return
  watch.lost = false
  tellPanels(false)
  watch.banner.textContent = watch.words.back
  await after(GOOD_NEWS)
  if (!watch.lost) watch.banner.textContent = ''
}

/** Close Streamlit's dialog, which holds the keyboard; it does not come back until we are connected. */
function closeEnglish(watch) {
  if (!watch.broken) return
  const dialog = document.querySelector('[data-testid=stDialog] [role=dialog]')
  if (dialog?.querySelector('h2')?.textContent === ENGLISH) dialog.querySelector('button')?.click()
}
