/** The choice of a light or dark page, kept where Streamlit looks for it: one key per page's path. */

import {make} from './dom.js'

const key = (path) => `stActiveTheme-${path}-v2`

/**
 * @param {{data: {label: string, choices: Array<[string, string]>}, parentElement: ShadowRoot}} part
 * choices: Streamlit's name of the theme, and ours
 */
export default function ({data, parentElement}) {
  if (parentElement.querySelector('fieldset')) return
  const now = kept()
  const buttons = data.choices.map(([name, words]) => {
    const button = make('input', {type: 'radio', name: 'theme', value: name})
    button.checked = name === now
    return make('label', {}, [button, make('span', {text: words})])
  })
  const row = make('div', {class: 'row'}, buttons)
  const group = make('fieldset', {}, [make('legend', {text: data.label}), row])
  group.addEventListener('change', (event) => choose(event.target.value))
  parentElement.append(group)
}

function kept() {
  try {
    return JSON.parse(window.localStorage.getItem(key(window.location.pathname))) ?? 'System'
  } catch {
    return 'System' // storage is shut off; the page follows the computer
  }
}

/** Streamlit reads the key once, when the page is opened. */
function choose(name) {
  try {
    for (const path of paths()) window.localStorage.setItem(key(path), JSON.stringify(name))
  } catch {
    return
  }
  window.location.reload()
}

function paths() {
  const links = document.querySelectorAll('a[data-testid=stSidebarNavLink]')
  return new Set([window.location.pathname, ...[...links].map((link) => new URL(link.href).pathname)])
}
