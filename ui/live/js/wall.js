/** For the wall: into it and out of it, folding the sliders away, and guessing before one is moved. */

import {keyed, make, say, set} from './dom.js'

/** True where a key is typed as text, so that V is a letter there and nothing else. */
function isTyping(event) {
  const target = event.composedPath()[0]
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT' ||
    (target.tagName === 'INPUT' && target.type !== 'range')
}

/** Say how a guess stands, once something has been moved. */
function verdictOn({noted, moved, truth, options, verdicts}) {
  const names = Object.fromEntries(options)
  if (!(noted in names)) return ''
  const outcome = noted === truth ? 'right' : 'wrong'
  return verdicts[moved ? outcome : 'noted'].replace('{guess}', names[noted]).replace('{truth}', names[truth] ?? '')
}

/**
 * @param {object} channel see channel.js
 * @param {Element} root the panel
 */
export function buildWall(channel, root) {
  const into = make('button', {type: 'button'})
  const fold = make('button', {type: 'button'})
  const ask = make('button', {type: 'button'})
  const tools = make('div', {class: 'tools'}, [ask, fold, into])
  const question = make('h2', {tabindex: -1})
  const options = make('div', {class: 'options'})
  const cover = make('div', {class: 'cover', hidden: true}, [question, options])
  const verdict = make('p', {class: 'verdict', hidden: true})
  let now = null
  let asking = false

  function toggleWall() {
    channel.act({kind: 'wall', on: !now.wall})
  }

  function toggleFold() {
    set(root, {'data-folded': !root.hasAttribute('data-folded')})
    update(now)
  }

  function startAsking() {
    asking = true
    if (now.guess.noted) channel.act({kind: 'guess', question: now.guess.question, id: ''})
    update(now)
    question.focus()
  }

  function answer(id) {
    asking = false
    channel.act({kind: 'guess', question: now.guess.question, id})
    update(now)
    ask.focus()
  }

  into.addEventListener('click', toggleWall)
  fold.addEventListener('click', toggleFold)
  ask.addEventListener('click', startAsking)

  function onKey(event) {
    if (!now || !now.toolbar || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    const key = event.key.toLowerCase()
    if (key === 'v') toggleWall()
    else if (key === 'g' && now.wall) toggleFold()
    else if (event.key === 'Escape' && asking) answer('')
    else if (event.key === 'Escape' && now.wall) toggleWall()
    else return
    event.preventDefault()
  }
  document.addEventListener('keydown', onKey)

  function update(data) {
    now = data
    tools.hidden = !data.toolbar
    if (!data.toolbar) return
    const {words} = data
    say(into, data.wall ? words.leave_wall : words.wall)
    say(fold, data.wall ? words[root.hasAttribute('data-folded') ? 'unfold' : 'fold'] : '')
    say(ask, data.guess && !asking ? words[data.guess.noted ? 'guess_again' : 'guess_first'] : '')
    if (!data.guess) asking = false
    cover.hidden = !asking
    set(root, {'data-asking': asking})
    say(verdict, data.guess && !asking ? verdictOn(data.guess) : '')
    if (!data.guess) return
    say(question, data.guess.words)
    keyed(options, 'button', data.guess.options.map(([key, text]) => ({key, text})), (button, {key, text}) => {
      set(button, {type: 'button', text})
      button.onclick = () => answer(key)
    })
  }

  function close() {
    document.removeEventListener('keydown', onKey)
  }

  return {tools, cover, verdict, update, close}
}
