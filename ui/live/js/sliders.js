/** A slider: a real range input with its name, its value in words, and a mark at the file's value. */

import {identify, make, say, set} from './dom.js'

const EMPTY = {note: '', help: '', read: '', stated_said: '', colour: [], changed: false}
const KEYS = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10}

/**
 * @param {object} channel see channel.js
 * @param {object} words what the parts are called
 * @returns {{element: Element, update: Function}} `update` takes a slider as `ui.live.panel` describes it
 */
export function buildSlider(channel, words) {
  const swatch = make('span', {class: 'swatch', 'aria-hidden': 'true'})
  const name = make('span', {class: 'name'})
  const said = make('output', {class: 'said'})
  const input = make('input', {type: 'range', step: 'any'})
  const mark = make('span', {class: 'mark', 'aria-hidden': 'true'})
  const back = make('button', {type: 'button', class: 'back'}, [make('span', {text: '↺', 'aria-hidden': 'true'})])
  const note = make('p', {class: 'note'})
  const element = make('div', {class: 'slider'}, [
    make('label', {class: 'head', for: identify(input)}, [swatch, name]),
    said,
    make('div', {class: 'track'}, [mark, input]),
    back,
    note,
  ])
  let now = null // the slider as last described by Python

  function moved(wanted) {
    const value = onTheGrid(wanted, now)
    input.value = value
    fill(input)
    channel.move(now.key, value)
  }

  function restore() {
    if (now.stated === null) channel.act({kind: 'reset_one', key: now.key})
    else moved(now.stated)
    input.focus({preventScroll: true})
  }

  input.addEventListener('input', () => moved(Number(input.value)))
  input.addEventListener('keydown', (event) => {
    const wanted = wantedByKey(event, Number(input.value), now)
    if (wanted === null) return
    event.preventDefault()
    moved(wanted)
  })
  input.addEventListener('dblclick', restore)
  back.addEventListener('click', restore)

  function update(described) {
    const one = {...EMPTY, ...described} // what is empty is not told
    now = one
    say(name, one.label)
    swatch.hidden = !one.colour.length
    one.colour.forEach((colour, shade) => swatch.style.setProperty(shade ? '--dark' : '--light', colour))
    say(said, one.said)
    say(note, one.note)
    const spoken = one.read || one.said
    set(input, {min: one.low, max: one.high, 'aria-valuetext': spoken, title: one.help || null})
    if (!channel.waits(one.key)) input.value = one.value ?? one.low
    fill(input)
    set(element, {'data-changed': one.changed, 'data-unjudged': one.value === null})
    mark.hidden = one.stated === null
    if (one.stated !== null) mark.style.left = placeOf(one.stated, one)
    back.hidden = !one.changed
    const restores = words.restore.replace('{name}', one.label).replace('{value}', one.stated_said)
    set(back, {'aria-label': restores, title: restores})
  }

  return {element, update}
}

/** Return the value wanted by a key, or null where the browser may do as it likes. */
export function wantedByKey(event, value, {low, high, step}) {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key === 'Home') return low
  if (event.key === 'End') return high
  const steps = KEYS[event.key]
  if (steps === undefined) return null
  // The file's value may lie between two steps: the next step on its way comes first.
  const exact = (value - low) / step
  const from = steps > 0 ? Math.floor(exact + 1e-9) : Math.ceil(exact - 1e-9)
  return low + (from + steps) * step
}

/** Return the nearest step, or the file's own value where that is as near: it can always be found again. */
export function onTheGrid(wanted, {low, high, step, stated}) {
  const within = Math.min(high, Math.max(low, wanted))
  const steps = Math.round((within - low) / step)
  const nearest = Math.min(high, low + steps * step)
  const near = stated !== null && Math.abs(within - stated) < step / 2 && Math.abs(within - stated) <= Math.abs(within - nearest)
  return near ? stated : Number(nearest.toFixed(9))
}

function placeOf(value, {low, high}) {
  const share = (Math.min(high, Math.max(low, value)) - low) / (high - low || 1)
  // The middle of the thumb never reaches the ends of the track.
  return `calc(var(--thumb) / 2 + ${share} * (100% - var(--thumb)))`
}

function fill(input) {
  const [low, high] = [Number(input.min), Number(input.max)]
  input.style.setProperty('--filled', String((Number(input.value) - low) / (high - low || 1)))
}
