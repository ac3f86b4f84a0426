/** Sliders: real range inputs with their name, value, share, and a mark at the file's value. */

import {keyed, make, say, set} from './dom.js'

// What Python leaves out is empty.
const SLIDER = {note: '', help: '', read: '', stated_said: '', colour: [], changed: false}
const GROUP = {title: '', help: '', sliders: [], more: [], more_words: '', prefix: '', reset_words: ''}
const TAB = {words: '', groups: [], choose: '', presets: [], preset: ''}
const KEYS = {ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10}

/**
 * @param {object} channel see channel.js
 * @param {object} words what the parts are called
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
    const one = {...SLIDER, ...described}
    now = one
    say(name, one.label)
    swatch.hidden = !one.colour.length
    one.colour.forEach((colour, shade) => swatch.style.setProperty(shade ? '--dark' : '--light', colour))
    say(said, one.said)
    say(note, one.note)
    set(input, 'min', one.low)
    set(input, 'max', one.high)
    set(input, 'aria-valuetext', one.read || one.said)
    set(input, 'title', one.help || null)
    if (!channel.waits(one.key)) input.value = one.value ?? one.low
    fill(input)
    set(element, 'data-changed', one.changed)
    set(element, 'data-unjudged', one.value === null)
    mark.hidden = one.stated === null
    if (one.stated !== null) mark.style.left = placeOf(one.stated, one)
    back.hidden = !one.changed
    const restores = words.restore.replace('{name}', one.label).replace('{value}', one.stated_said)
    set(back, 'aria-label', restores)
    set(back, 'title', restores)
  }

  return {element, update}
}

/** Give an element an id of its own, for a label to point at. */
function identify(element) {
  element.id = `v${(counter += 1)}`
  return element.id
}

let counter = 0

/** A select under its label. */
function buildChooser(choice) {
  return make('div', {class: 'chooser'}, [make('label', {for: identify(choice)}), choice])
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

/** Build the controls: tabs, groups of sliders, and what is folded away. */
export function buildControls(channel, words) {
  const bar = make('div', {class: 'tabs', role: 'tablist'})
  const pages = make('div', {class: 'pages'})
  const element = make('div', {class: 'controls'}, [bar, pages])
  const [buttons, sheets] = [new Map(), new Map()]
  let shown = null

  function show(id, focus) {
    shown = id
    for (const [name, {element: button}] of buttons) {
      set(button, 'aria-selected', name === id ? 'true' : 'false')
      set(button, 'tabindex', name === id ? 0 : -1)
      if (focus && name === id) button.focus()
    }
    for (const [name, sheet] of sheets) sheet.element.hidden = name !== id
  }

  function buildTab(tab) {
    const button = make('button', {type: 'button', role: 'tab', text: tab.words})
    button.addEventListener('click', () => show(tab.id))
    button.addEventListener('keydown', (event) => {
      const ids = [...buttons.keys()]
      const next = {ArrowRight: 1, ArrowLeft: -1}[event.key]
      if (next) show(ids[(ids.indexOf(tab.id) + next + ids.length) % ids.length], true)
    })
    return {element: button}
  }

  function update(described) {
    const tabs = described.map((tab) => ({...TAB, ...tab, groups: (tab.groups ?? []).map((group) => ({...GROUP, ...group}))}))
    bar.hidden = tabs.length < 2
    keyed(bar, tabs, buildTab, buttons)
    const parts = keyed(pages, tabs, (tab) => buildSheet(channel, words, tabs.length > 1 ? tab.words : ''), sheets)
    parts.forEach((sheet, place) => sheet.update(tabs[place]))
    show(tabs.some((tab) => tab.id === shown) ? shown : tabs[0]?.id)
  }

  return {element, update, shown: () => shown ?? ''}
}

/** One tab's page: its groups below each other, or one at a time where the tab lets one choose. */
function buildSheet(channel, words, label) {
  const presets = buildPresets(channel, words)
  const choice = make('select')
  const chooser = buildChooser(choice)
  const holder = make('div', {class: 'groups'})
  const parts = [presets.element, chooser, holder]
  const element = make('div', {class: 'sheet', role: label ? 'tabpanel' : null, 'aria-label': label || null}, parts)
  const groups = new Map()
  const options = new Map()

  function choose() {
    for (const [id, group] of groups) group.element.hidden = !chooser.hidden && id !== choice.value
  }
  choice.addEventListener('change', choose)

  function update(tab) {
    presets.update(tab)
    chooser.hidden = !tab.choose
    set(element, 'data-choose', Boolean(tab.choose))
    say(chooser.firstChild, tab.choose)
    if (tab.choose) keyed(choice, tab.groups, (group) => ({element: make('option', {value: group.id, text: group.title})}), options)
    const parts = keyed(holder, tab.groups, () => buildGroup(channel, words), groups)
    parts.forEach((group, place) => group.update(tab.groups[place], Boolean(tab.choose)))
    choose()
  }

  return {element, update}
}

/** Sets of weights to try, all at once; the one in force is shown, and "own" where it is none of them. */
function buildPresets(channel, words) {
  const choice = make('select')
  const element = buildChooser(choice)
  say(element.firstChild, words.presets)
  const options = new Map()
  const own = {id: '', words: words.own_weights}
  choice.addEventListener('change', () => channel.act({kind: 'preset', id: choice.value}))

  function update(tab) {
    element.hidden = !tab.presets.length
    const offered = tab.presets.map(([id, shown]) => ({id, words: shown}))
    const wanted = tab.preset ? offered : [own, ...offered]
    keyed(choice, wanted, (one) => ({element: make('option', {value: one.id, text: one.words, disabled: !one.id})}), options)
    choice.value = tab.preset
  }

  return {element, update}
}

function buildGroup(channel, words) {
  const title = make('h3')
  const help = make('p', {class: 'help'})
  const first = make('div', {class: 'sliders'})
  const more = make('details', {class: 'more'}, [make('summary'), make('div', {class: 'sliders'})])
  const reset = make('button', {type: 'button', class: 'reset'})
  const element = make('section', {class: 'group'}, [title, first, help, more, reset])
  const [shown, folded] = [new Map(), new Map()]
  let now = null
  reset.addEventListener('click', () => channel.act({kind: 'reset', prefix: now.prefix}))

  function update(group, chosen) {
    now = group
    say(title, chosen ? '' : group.title)
    say(help, group.help)
    fillWith(first, group.sliders, shown)
    more.hidden = !group.more.length
    say(more.firstChild, group.more_words)
    fillWith(more.lastChild, group.more, folded)
    say(reset, group.prefix ? group.reset_words : '')
    reset.disabled = !group.sliders.concat(group.more).some((one) => one.changed)
  }

  function fillWith(holder, sliders, kept) {
    const wanted = sliders.map((one) => ({...one, id: one.key}))
    keyed(holder, wanted, () => buildSlider(channel, words), kept).forEach((part, place) => part.update(wanted[place]))
  }

  return {element, update}
}
