/**
 * The live panel: the answer, sliders and pictures that follow the hand. Python computes and describes; this draws.
 * Streamlit calls the default export with new data after each run.
 */

import {buildAnswer} from './answer.js'
import {openChannel} from './channel.js'
import {buildControls} from './controls.js'
import {keyed, make, set} from './dom.js'
import {drawPicture} from './picture.js'
import {buildWall} from './wall.js'

const panels = new WeakMap() // parentElement -> panel, kept between runs
const PANEL = new URL('../../../vagval/panel', import.meta.url)
const LONGEST = 5000 // ms that a question may take before the session is told instead
const WAYS_OUT = ['pointerdown', 'focusin', 'pagehide']
const calm = window.matchMedia('(prefers-reduced-motion: reduce)')

export default function ({data, parentElement, setStateValue}) {
  if (!panels.has(parentElement)) panels.set(parentElement, buildPanel(parentElement))
  const panel = panels.get(parentElement)
  panel.update(data, setStateValue)
  return () => {
    panel.close()
    panels.delete(parentElement)
  }
}

function buildPanel(parent) {
  let send = () => {}
  let told = null // what the session last said
  let data = null // what is shown: the same, or what has been asked for since
  const channel = openChannel({
    send: (message) => send('said', message),
    ask: (values) => ask({...told.ask, tab: controls?.shown() ?? '', values}),
    show: (answer) => render(merge(told, data.tabs, answer)),
  })
  const answer = buildAnswer()
  let controls = null
  const pictures = make('div', {class: 'pictures'})
  const body = make('div', {class: 'body'}, [pictures])
  const root = make('div', {class: 'panel'})
  const wall = buildWall(channel, root)
  root.append(wall.tools, answer.element, wall.verdict, wall.cover, body)
  parent.append(root)
  // Type and room are known when the styles are there.
  parent.getRootNode().querySelector('link')?.addEventListener('load', () => data && draw(), {once: true})

  let room = ''
  const observer = new ResizeObserver(() => {
    if (!data || roomOf() === room) return
    answer.holdHeight()
    draw()
  })
  observer.observe(pictures)

  const follow = ({detail}) => set(body, {inert: detail.lost})
  window.addEventListener('vagval-connection', follow)

  // A click elsewhere may take the panel away before the hand has rested.
  function leave(event) {
    if (!event.composedPath().includes(root)) channel.leave()
  }
  for (const way of WAYS_OUT) window.addEventListener(way, leave, {capture: true})

  // What a picture draws makes its own height, except on the wall, where it fills what is left.
  function roomOf() {
    return [pictures.clientWidth, data.wall ? pictures.clientHeight : 0].join(' ')
  }

  function draw() {
    room = roomOf()
    if (!pictures.clientWidth) return
    const dark = isDark(root)
    set(root, {'data-theme': dark ? 'dark' : 'light'})
    keyed(pictures, 'div', data.pictures.map((picture, key) => ({key, picture})), (holder, {key, picture}) => {
      set(holder, {class: 'picture'})
      drawPicture(holder, picture, {...pictureOptions(root, holder, data, key), dark, calm: calm.matches})
    })
  }

  // Where each colour stands beside a slider in view, the wall needs no legend.
  function nameColours() {
    const named = root.querySelectorAll('.sheet:not([hidden]) .swatch:not([hidden])').length
    set(root, {'data-named': named > 0 && named >= (data.pictures[0]?.legend?.length ?? 0)})
  }

  function update(newest, setStateValue) {
    told = newest
    send = setStateValue
    channel.heard(told.seq)
    // While the hand is ahead of the session, what it shows is of no use.
    if (!data || !channel.isAhead()) render(told)
  }

  function render(newest) {
    data = newest
    set(root, {'data-layout': data.layout, 'data-wall': data.wall, 'data-pictures': data.pictures.length})
    if (data.tabs.length && !controls) {
      controls = buildControls(channel, data.words, nameColours)
      body.prepend(controls.element)
    }
    if (controls) {
      controls.element.hidden = !data.tabs.length
      controls.update(data.tabs)
    }
    answer.update(data)
    wall.update(data)
    nameColours()
    draw()
  }

  function close() {
    for (const way of WAYS_OUT) window.removeEventListener(way, leave, {capture: true})
    window.removeEventListener('vagval-connection', follow)
    observer.disconnect()
    channel.close()
    answer.close()
    wall.close()
    root.remove()
  }

  return {update, close}
}

/** Ask for the panel; null where that cannot be had. */
async function ask(question) {
  const response = await fetch(PANEL, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(question),
    signal: AbortSignal.timeout(LONGEST),
  })
  return response.ok ? response.json() : null
}

/** Put an answer in place of what it tells anew: tabs that are not in view are not told, and a guess stays noted. */
function merge(told, shown, answer) {
  const tabs = shown.map((tab) => answer.tabs.find((one) => one.id === tab.id) ?? tab)
  const guess = told.guess && answer.guess && {...told.guess, truth: answer.guess.truth, moved: true}
  return {...told, ...answer, tabs, guess}
}

function pictureOptions(root, holder, data, place) {
  const size = parseFloat(getComputedStyle(root).fontSize)
  const options = {width: holder.clientWidth, size, heading: place >= data.said, foot: true}
  if (data.wall && holder.clientHeight) options.height = holder.clientHeight
  return options
}

function isDark(element) {
  const [red, green, blue] = rgb(getComputedStyle(element).getPropertyValue('--st-background-color'))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}

function rgb(colour) {
  const hex = colour.trim()
  if (!/^#[0-9a-f]{6}/i.test(hex)) return [255, 255, 255]
  return [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16))
}
