/**
 * What the hand does, on its way to Python. Two ways: a question for the panel at each move, answered at once, and,
 * when the hand rests, a message to the session, which the whole page follows.
 *
 * Of either there is at most one on its way, always with the newest values. A slider that sent every move would get
 * answers to what is no longer asked, and would break off the page's own runs.
 * Where questions cannot be asked, each move goes to the session.
 */

const REST = 300 // ms after which the hand is taken to rest, and the whole page may follow
const PATIENCE = 2000 // ms before a message is taken to be lost and sent again; doubled each time, for a busy server

/**
 * @param {object} ways
 * @param {(message: object) => void} ways.send hands a message to the session
 * @param {(values: object) => Promise<object|null>} ways.ask asks for the panel; null where it cannot be had
 * @param {(panel: object) => void} ways.show takes an answer
 * @param {object} clock setTimeout and clearTimeout, so that tests can own the time
 */
export function openChannel({send, ask, show}, clock = globalThis) {
  const values = new Map() // figure key -> {value, seq of the message that carried it, or 0}
  let seq = Date.now() // a panel that is drawn anew must not repeat a number that Python remembers
  let onItsWay = 0
  let gesture = seq
  let actions = [] // {what, seq of the message that carried it, or 0}, in the order in which they were done
  let settle = 'no' // 'no' | 'due' | 'sent'
  let again = null
  let patience = PATIENCE
  let rest = null
  let asking = false
  let asksInVain = false
  let newer = false // something has been moved since the question on its way
  let closed = false
  let round = 0 // one more each time the session has answered: an older question's answer is then of no use

  function newest() {
    return Object.fromEntries([...values].map(([key, one]) => [key, one.value]))
  }

  function flush() {
    onItsWay = seq += 1
    for (const one of [...values.values(), ...actions]) one.seq = seq
    const settled = settle !== 'no'
    if (settled) settle = 'sent'
    send({seq, gesture: String(gesture), values: newest(), settled, acts: actions.map(({what}) => what)})
    clock.clearTimeout(again)
    again = clock.setTimeout(flushAgain, patience)
  }

  function flushAgain() {
    patience *= 2
    flush()
  }

  function flushWhenFree() {
    if (!onItsWay) flush()
  }

  async function question() {
    newer = asking
    if (asking) return
    asking = true
    const asked = round
    const panel = await ask(newest()).catch(() => null)
    asking = false
    if (closed) return
    if (!panel) {
      asksInVain = true
      if (values.size) flushWhenFree()
    } else if (asked === round && values.size) {
      show(panel)
    }
    if (newer && !asksInVain && values.size) question()
  }

  function rests() {
    settle = 'due'
    flushWhenFree()
  }

  return {
    /** Take a slider's value; the newest wins. */
    move(key, value) {
      values.set(key, {value, seq: 0})
      clock.clearTimeout(rest)
      rest = clock.setTimeout(rests, REST)
      if (asksInVain) flushWhenFree()
      else question()
    },

    /**
     * Send what a button does: a reset, a guess. The whole page follows. It must bear being done twice, since a message
     * that is late is sent again.
     */
    act(what) {
      actions.push({what, seq: 0})
      clock.clearTimeout(rest) // what has been moved goes with it
      settle = 'due'
      flushWhenFree()
    },

    /** The hand is leaving the panel: tell the session what it does not know, without waiting for a rest. */
    leave() {
      if (![...values.values()].some((one) => one.seq === 0)) return
      clock.clearTimeout(rest)
      settle = 'due'
      flush()
    },

    /** The session has answered: drop what its answer covers, and go on with what has come since. */
    heard(answered) {
      if (!onItsWay || answered !== onItsWay) return
      onItsWay = 0
      round += 1
      clock.clearTimeout(again)
      patience = PATIENCE
      for (const [key, one] of values) if (one.seq === answered) values.delete(key)
      actions = actions.filter((one) => one.seq !== answered)
      if (settle === 'sent') {
        settle = 'no'
        gesture = seq + 1 // what is moved after a rest is a step of its own in the history
        asksInVain = false
      }
      if (actions.length || settle === 'due' || (asksInVain && values.size)) flush()
      else if (values.size) question()
    },

    /** True while a key's value is not the session's: the hand's value stands. */
    waits: (key) => values.has(key),

    /** True while the hand is ahead of the session. */
    isAhead: () => values.size > 0,

    /** Nothing is sent or shown any more, not even what is on its way. */
    close() {
      closed = true
      clock.clearTimeout(again)
      clock.clearTimeout(rest)
    },
  }
}
