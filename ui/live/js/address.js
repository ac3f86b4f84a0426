/** The address is the link: it always says the state that Python holds. */

let visit = ''

/**
 * Put the state in the address without a step in the browser's history.
 *
 * A visit that Python does not know again means that the server was restarted, or has forgotten us:
 * the address still says what was chosen, and opening it again is the one way to restore a state.
 * @param {{query: string, visit: string}} data
 */
export function keepAddress(data) {
  if (visit && visit !== data.visit) {
    window.location.reload()
    return
  }
  visit = data.visit
  const query = '?' + data.query
  if (window.location.search !== query) {
    window.history.replaceState(window.history.state, '', window.location.pathname + query)
  }
}
