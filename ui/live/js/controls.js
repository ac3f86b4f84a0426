/** The controls beside a picture: tabs, groups of sliders, sets of weights, and what is folded away. */

import {identify, make, ordered, say, set} from './dom.js'
import {buildSlider} from './sliders.js'

// What is empty is not told.
const GROUP = {title: '', help: '', sliders: [], more: [], more_words: '', prefix: '', reset_words: ''}
const TAB = {words: '', groups: [], choose: '', presets: [], preset: ''}

/**
 * @param {object} channel see channel.js
 * @param {object} words what the parts are called
 * @param {() => void} turned called when another tab has come into view
 * @returns {object} `update` takes the tabs as `ui.live.panel` describes them, `shown` gives the id of the one in view
 */
export function buildControls(channel, words, turned) {
  const bar = make('div', {class: 'tabs', role: 'tablist'})
  const pages = make('div', {class: 'pages'})
  const element = make('div', {class: 'controls'}, [bar, pages])
  let tabs = [] // {id, button, sheet}
  let shown = ''

  function show(id) {
    shown = id
    for (const {id: one, button, sheet} of tabs) {
      const chosen = one === id
      set(button, {'aria-selected': String(chosen), tabindex: chosen ? 0 : -1})
      sheet.hidden = !chosen
    }
  }

  function buildTab({key, words: text}) {
    const button = make('button', {type: 'button', role: 'tab', text})
    button.addEventListener('click', () => {
      show(key)
      turned()
    })
    button.addEventListener('keydown', (event) => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key]
      if (!step) return
      const next = tabs[(tabs.findIndex(({id}) => id === key) + step + tabs.length) % tabs.length]
      show(next.id)
      turned()
      next.button.focus()
    })
    return {element: button}
  }

  function update(described) {
    const wanted = described.map((tab) => ({...TAB, ...tab, key: tab.id}))
    bar.hidden = wanted.length < 2
    const buttons = ordered(bar, wanted, buildTab)
    const sheets = ordered(pages, wanted, (tab) => buildSheet(channel, words, wanted.length > 1 ? tab.words : null))
    sheets.forEach((sheet, place) => sheet.update(wanted[place]))
    tabs = wanted.map(({id}, place) => ({id, button: buttons[place].element, sheet: sheets[place].element}))
    show(tabs.some(({id}) => id === shown) ? shown : (tabs[0]?.id ?? ''))
  }

  return {element, update, shown: () => shown}
}

/** One tab's page: its groups below each other, or one at a time where the tab lets one choose. */
function buildSheet(channel, words, label) {
  const presets = buildPresets(channel, words)
  const choice = make('select')
  const chooser = buildChooser(choice)
  const holder = make('div', {class: 'groups'})
  const parts = [presets.element, chooser, holder]
  const element = make('div', {class: 'sheet', role: label && 'tabpanel', 'aria-label': label}, parts)
  let groups = [] // {id, element}

  function choose() {
    for (const group of groups) group.element.hidden = !chooser.hidden && group.id !== choice.value
  }
  choice.addEventListener('change', choose)

  function update(tab) {
    presets.update(tab)
    set(element, {'data-choose': Boolean(tab.choose)})
    chooser.hidden = !tab.choose
    say(chooser.firstChild, tab.choose)
    const wanted = tab.groups.map((group) => ({...GROUP, ...group, key: group.id}))
    if (tab.choose) offer(choice, wanted.map(({id, title}) => ({key: id, words: title})))
    const built = ordered(holder, wanted, () => buildGroup(channel, words))
    built.forEach((group, place) => group.update(wanted[place], Boolean(tab.choose)))
    groups = wanted.map(({id}, place) => ({id, element: built[place].element}))
    choose()
  }

  return {element, update}
}

/** A select under its label. */
function buildChooser(choice) {
  return make('div', {class: 'chooser'}, [make('label', {for: identify(choice)}), choice])
}

function offer(choice, options) {
  ordered(choice, options, ({key, words}) => ({element: make('option', {value: key, text: words, disabled: !key})}))
}

/** Sets of weights to try, all at once; the one in force is shown, and "own" where it is none of them. */
function buildPresets(channel, words) {
  const choice = make('select')
  const element = buildChooser(choice)
  const own = {key: '', words: words.own_weights}
  say(element.firstChild, words.presets)
  choice.addEventListener('change', () => channel.act({kind: 'preset', id: choice.value}))

  function update({presets, preset}) {
    element.hidden = !presets.length
    const offered = presets.map(([key, text]) => ({key, words: text}))
    offer(choice, preset ? offered : [own, ...offered])
    choice.value = preset
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
  let now = GROUP
  reset.addEventListener('click', () => {
    const keys = now.sliders.concat(now.more).map(({key}) => key)
    channel.act(now.prefix ? {kind: 'reset', prefix: now.prefix} : {kind: 'reset', keys})
  })

  function update(group, chosen) {
    now = group
    say(title, chosen ? '' : group.title)
    say(help, group.help)
    fill(first, group.sliders)
    more.hidden = !group.more.length
    say(more.firstChild, group.more_words)
    fill(more.lastChild, group.more)
    say(reset, group.reset_words)
    reset.disabled = !group.sliders.concat(group.more).some((one) => one.changed)
  }

  function fill(holder, sliders) {
    const parts = ordered(holder, sliders, () => buildSlider(channel, words))
    parts.forEach((part, place) => part.update(sliders[place]))
  }

  return {element, update}
}
