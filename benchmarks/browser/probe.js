/**
 * Watches the picture that follows a slider: when it shows something new, and how often.
 *
 * A picture's print is its geometry and its text, so that a changed class or label counts for nothing.
 * All times are milliseconds since the page was asked for.
 *
 * @param {{shadow: boolean, slider: string, picture: string}} place where slider and picture are: in an open
 *   shadow root that holds both, or in the page itself
 */
function openProbe(place) {
  const DRAWN = ['x', 'y', 'width', 'height', 'd', 'points', 'cx', 'cy', 'r', 'x1', 'x2', 'y1', 'y2', 'transform']
  const EVERYTHING = {subtree: true, childList: true, attributes: true, characterData: true}
  const observer = new MutationObserver(changed)
  const [sent, got] = [[], []]
  let root = null
  let last = '' // the print that stood last, and the one that was painted last
  let painted = ''
  let waits = false
  let seen = fresh()

  function fresh() {
    return {zero: null, release: null, changes: [], paints: []}
  }

  function roots(from) {
    const inner = [...from.querySelectorAll('*')].filter((one) => one.shadowRoot)
    return [from, ...inner.flatMap((one) => roots(one.shadowRoot))]
  }

  function find() {
    const all = place.shadow ? roots(document).slice(1) : [document]
    root = all.find((one) => slider(one) && one.querySelector(place.picture)) ?? null
    return root !== null
  }

  function slider(from = root) {
    return [...from.querySelectorAll(place.slider)].find((one) => !one.disabled && one.isConnected) ?? null
  }

  function shapes() {
    return root ? [...root.querySelectorAll(place.picture)].flatMap((one) => [...one.querySelectorAll('*')]) : []
  }

  function print() {
    let words = ''
    for (const shape of shapes()) {
      words += shape.tagName
      for (const name of DRAWN) words += shape.getAttribute(name) ?? ''
      if (!shape.childElementCount) words += shape.textContent
    }
    return words
  }

  function usable() {
    if (!find()) return false
    const sized = (shape) => {
      const box = shape.getBoundingClientRect()
      return box.width > 1 && box.height > 1
    }
    return shapes().some((shape) => ['rect', 'path', 'polyline', 'polygon'].includes(shape.tagName) && sized(shape))
  }

  function changed() {
    if (!root || !(root.host ?? root).isConnected) {
      if (!find()) return
      observer.observe(root, EVERYTHING)
    }
    const newest = print()
    if (!newest || newest === last) return // a picture that is gone for a moment shows nothing new
    last = newest
    seen.changes.push(performance.now())
    if (waits) return
    waits = true
    requestAnimationFrame(() => {
      waits = false
      if (last !== painted) seen.paints.push(performance.now())
      painted = last
    })
  }

  function arm() {
    if (!find()) return false
    observer.disconnect()
    observer.observe(document, place.shadow ? {subtree: true, childList: true} : EVERYTHING)
    if (place.shadow) observer.observe(root, EVERYTHING)
    painted = last = print()
    seen = fresh()
    sent.length = got.length = 0
    return true
  }

  function report() {
    return {...seen, sent: [...sent], got: [...got], print: last, now: performance.now()}
  }

  /** Say where the slider's thumb and track are on the screen. */
  function track() {
    const input = slider()
    input.scrollIntoView({block: 'center'})
    const box = input.getBoundingClientRect()
    if (place.shadow) {
      const share = (input.value - input.min) / (input.max - input.min)
      return {x: box.x + 11 + share * (box.width - 22), y: box.y + box.height / 2, left: box.x, width: box.width}
    }
    // Streamlit's own slider hides the input in its thumb, which stands in the track.
    const around = [...above(input)].map((one) => one.getBoundingClientRect())
    const thumb = around.find(({width}) => width > 4 && width <= 80)
    const whole = around.find(({width}) => width > 80)
    return {x: thumb.x + thumb.width / 2, y: thumb.y + thumb.height / 2, left: whole.x, width: whole.width}
  }

  function* above(element) {
    for (let one = element.parentElement; one; one = one.parentElement) yield one
  }

  function started(event) {
    seen.zero ??= event.timeStamp
  }

  window.addEventListener('keydown', started, true)
  window.addEventListener('pointerdown', started, true)
  window.addEventListener('pointerup', (event) => (seen.release = event.timeStamp), true)

  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', () => got.push(performance.now()))
    }

    send(message) {
      sent.push(performance.now())
      super.send(message)
    }
  }

  function waitUntilUsable() {
    if (usable()) window.usableAt = performance.now()
    else requestAnimationFrame(waitUntilUsable)
  }
  requestAnimationFrame(waitUntilUsable)

  return {arm, report, track, slider}
}
