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
  const [sent, got] = [[], []] // over either way: questions past the page, and the page's own messages
  let told = 0 // when the session was told last, and when it was heard
  let heard = 0
  let root = null
  let last = '' // the print that stood last, and the one that was painted last
  let painted = ''
  let waits = false
  let seen = fresh()

  function fresh() {
    return {zero: null, release: null, changes: [], paints: [], moves: 0}
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
    return shapes().map(line).join('\n')
  }

  function line(shape) {
    const words = shape.childElementCount ? '' : shape.textContent
    return [shape.tagName, ...DRAWN.map((name) => shape.getAttribute(name) ?? ''), words].join(' ')
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
    told = heard = 0
    return true
  }

  function report() {
    return {...seen, sent: [...sent], got: [...got], print: last, now: performance.now()}
  }

  /** Tell whether the session has been told and all that follows has come, a while ago. */
  function rests(quiet) {
    const running = document.querySelector('[data-test-script-state]')?.dataset.testScriptState !== 'notRunning'
    return seen.paints.length > 0 && heard > told && told > 0 && !running && performance.now() - heard > quiet
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
  window.addEventListener('pointermove', () => (seen.moves += 1), true)
  window.addEventListener('pointerup', (event) => (seen.release = event.timeStamp), true)

  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', () => got.push((heard = performance.now())))
    }

    send(message) {
      sent.push((told = performance.now()))
      super.send(message)
    }
  }

  const native = window.fetch
  window.fetch = async (...given) => {
    if (given[1]?.method !== 'POST') return native(...given)
    sent.push(performance.now())
    const response = await native(...given)
    const read = response.json.bind(response)
    response.json = () => read().finally(() => got.push(performance.now()))
    return response
  }

  function waitUntilUsable() {
    if (usable()) window.usableAt = performance.now()
    else requestAnimationFrame(waitUntilUsable)
  }
  requestAnimationFrame(waitUntilUsable)

  return {arm, report, rests, track, slider}
}
