/**
 * What the hand does, on its way to Python: at most one message is on its way, always with the newest values.
 *
 * A run that is still going is broken off by the next message. A slider that sent every move would therefore break
 * off its own answers; waiting for each answer gives as many redraws as the server can make, and never an old one.
 */

const REST = 300 // ms after which the hand is taken to rest, and the whole page may follow
const PATIENCE = 2000 // ms before a message is taken to be lost and sent again

/**
 * @param {(message: object) => void} send hands a message to Streamlit
 * @param {object} clock setTimeout and clearTimeout, so that tests can own the time
 * @returns {{move: Function, act: Function, heard: Function, waits: Function, close: Function}}
 */
export function openChannel(send, clock = globalThis) {
  const values = new Map() // figure key -> {value, seq of the message that carried it, or 0}
  let seq = Date.now() // a panel that is drawn anew must not repeat a number that Python remembers
  let onItsWay = 0
  let gesture = seq
  let action = null // {kind, ...} and the message that carried it
  let settle = 'no' // 'no' | 'due' | 'sent'
  let again = null
  let rest = null

  function flush() {
    onItsWay = seq += 1
    const newest = {}
    for (const [key, one] of values) {
      one.seq = seq
      newest[key] = one.value
    }
    if (action) action.seq = seq
    const settled = settle !== 'no'
    if (settled) settle = 'sent'
    send({seq, gesture: String(gesture), values: newest, settled, act: action ? action.what : null})
    clock.clearTimeout(again)
    again = clock.setTimeout(flush, PATIENCE)
  }

  function flushWhenFree() {
    if (!onItsWay) flush()
  }

  function rests() {
    settle = 'due'
    flushWhenFree()
  }

  return {
    /** Send a slider's value; the newest wins. */
    move(key, value) {
      values.set(key, {value, seq: 0})
      clock.clearTimeout(rest)
      rest = clock.setTimeout(rests, REST)
      flushWhenFree()
    },

    /** Send something that is done once: a reset, a guess. The whole page follows. */
    act(what) {
      action = {what, seq: 0}
      settle = 'due'
      flushWhenFree()
    },

    /** Python has answered: drop what the answer covers, and send what has come since. */
    heard(answered) {
      if (!onItsWay || answered !== onItsWay) return
      onItsWay = 0
      clock.clearTimeout(again)
      for (const [key, one] of values) if (one.seq === answered) values.delete(key)
      if (action && action.seq === answered) action = null
      if (settle === 'sent') {
        settle = 'no'
        gesture = seq + 1 // what is moved after a rest is a step of its own in the history
      }
      if (values.size || action || settle === 'due') flush()
    },

    /** True while a key's value has not been answered: the hand's value stands, not the server's. */
    waits: (key) => values.has(key),

    close() {
      clock.clearTimeout(again)
      clock.clearTimeout(rest)
    },
  }
}
