/** The answer above the picture, and the moment when another one takes the lead. */

import {keyed, make, say, set} from './dom.js'

const SHOWN = 6000 // ms that a change of lead is told before it is folded away

export function buildAnswer() {
  const lines = make('div', {class: 'lines'})
  const change = make('p', {class: 'change', hidden: true})
  const notes = make('div', {class: 'notes'})
  const spoken = make('p', {class: 'unseen', role: 'status'})
  const element = make('div', {class: 'answer'}, [change, lines, notes, spoken])
  let leader = null
  let timer = null
  let quiet = null
  let heldAt = 0

  function tellChange(words) {
    say(change, words)
    // The animation starts over only if the class has been off for a moment.
    change.classList.remove('now')
    void change.offsetWidth
    change.classList.add('now')
    clearTimeout(timer)
    timer = setTimeout(() => say(change, ''), SHOWN)
  }

  // A sentence that breaks into one line more must not push the slider from under the hand.
  function holdHeight() {
    if (lines.clientWidth !== heldAt) {
      heldAt = lines.clientWidth
      lines.style.minHeight = ''
    }
    lines.style.minHeight = `${lines.offsetHeight}px`
  }

  function update(data) {
    keyed(lines, 'p', data.answer.map((words, key) => ({key, words})), (line, {words}) => say(line, words))
    keyed(notes, 'p', data.notes.map((note, key) => ({...note, key})), (line, {kind, words}) => {
      set(line, {'data-kind': kind})
      say(line, words)
    })
    holdHeight()
    set(element, {'data-empty': !data.answer.length && !data.notes.length})
    if (data.leader && leader && leader.id !== data.leader.id) {
      tellChange(data.words.new_leader.replace('{new}', data.leader.words).replace('{old}', leader.words))
    }
    if (!data.leader) say(change, '')
    leader = data.leader
    // Read aloud when the hand rests, not at each step on the way.
    clearTimeout(quiet)
    quiet = setTimeout(() => say(spoken, [...data.answer, ...data.notes.map(({words}) => words)].join(' ')), 500)
  }

  function close() {
    clearTimeout(timer)
    clearTimeout(quiet)
  }

  return {element, update, holdHeight, close}
}
