/** Tell of what comes to the page: once per painted picture, however much has changed. */

/**
 * @param {Array<string>} attributes changes of these count too
 * @param {(root: HTMLElement) => void} handle called with what is there, then with what comes
 */
export function onAppear(attributes, handle) {
  let pending = null

  function flush() {
    const elements = pending
    pending = null
    for (const one of elements) if (one.isConnected) handle(one)
  }

  function collect(node) {
    if (!(node instanceof HTMLElement)) return // pictures are drawn by ourselves
    if (!pending) {
      pending = new Set()
      requestAnimationFrame(flush)
    }
    pending.add(node)
  }

  handle(document.body)
  new MutationObserver((changes) => {
    for (const {type, target, addedNodes} of changes) {
      if (type === 'attributes') collect(target)
      else addedNodes.forEach(collect)
    }
  }).observe(document.body, {childList: true, subtree: true, attributeFilter: attributes})
}
