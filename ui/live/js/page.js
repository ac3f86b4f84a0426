/**
 * The page around our own: its language, its address, Streamlit's words and a lost connection.
 * Streamlit calls the default export with new data after each run, once per mounted part.
 */

import {keepAddress} from './address.js'
import {watchConnection} from './connection.js'
import {reachTables} from './tables.js'
import {translate} from './words.js'

export default function ({data, setTriggerValue}) {
  document.documentElement.lang = 'sv'
  if (data.words) translate(data.words)
  if (data.table) reachTables(data.table)
  if (data.connection) watchConnection(data.connection, () => setTriggerValue('returned', true))
  if (data.query !== undefined) keepAddress(data)
}
