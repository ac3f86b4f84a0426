/** Making words fit: their width, their lines, and places where they do not lie over one another. */

const pen = document.createElement('canvas').getContext('2d')
const widths = new Map()
const KEPT = 20000 // words whose widths are remembered

/** Return a function that gives the width [px] of words at a size and weight in a font. */
export function ruler(font) {
  return (words, size, weight = 400) => {
    const key = `${weight} ${font} ${words}`
    if (!widths.has(key)) {
      if (widths.size > KEPT) widths.clear()
      pen.font = `${weight} 100px ${font}`
      widths.set(key, pen.measureText(words).width / 100)
    }
    return widths.get(key) * size
  }
}

/** Forget the widths, since a font that was waited for has come. */
export function forgetWidths() {
  widths.clear()
}

/** Return text in lines that fit a width; a word that is too long by itself is broken. */
export function wrap(words, width, widthOf) {
  const lines = []
  let line = ''
  for (const word of words.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = word
    while (widthOf(line) > width && line.length > 2) {
      const fits = fitting(line, width, widthOf)
      lines.push(line.slice(0, fits))
      line = line.slice(fits)
    }
  }
  return [...lines, line]
}

function fitting(word, width, widthOf) {
  let length = word.length - 1
  while (length > 1 && widthOf(word.slice(0, length)) > width) length -= 1
  return length
}

/**
 * Return label places moved as little as needed for them not to overlap, in the same order; as `layout.dodge`.
 * @param {number[]} places wanted middles
 * @param {number[]} sizes heights
 * @param {number} low the smallest place an edge may have; if not all fit, `high` gives way
 * @param {number} high the largest
 */
export function dodge(places, sizes, low, high) {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b])
  const groups = []
  for (const index of order) {
    let group = {members: [index], start: places[index] - sizes[index] / 2}
    while (groups.length && groups.at(-1).start + total(groups.at(-1).members, sizes) > group.start) {
      const members = [...groups.pop().members, ...group.members]
      group = {members, start: balanced(members, places, sizes)}
    }
    groups.push(group)
  }
  const tops = []
  for (const {members, start} of groups) {
    let top = start
    for (const index of members) {
      tops[index] = top
      top += sizes[index]
    }
  }
  let ceiling = high
  for (const index of order.toReversed()) ceiling = tops[index] = Math.min(tops[index], ceiling - sizes[index])
  let floor = low
  for (const index of order) {
    tops[index] = Math.max(tops[index], floor)
    floor = tops[index] + sizes[index]
  }
  return tops.map((top, i) => top + sizes[i] / 2)
}

const total = (members, sizes) => members.reduce((sum, index) => sum + sizes[index], 0)

/** Where a group starts when its labels are moved equally far up and down. */
function balanced(members, places, sizes) {
  let offset = 0
  let wishes = 0
  for (const index of members) {
    wishes += places[index] - sizes[index] / 2 - offset
    offset += sizes[index]
  }
  return wishes / members.length
}

/**
 * Return on which line each word stands, counted upwards, so that none covers another; as `layout.lanes`.
 * @param {number[]} places middles
 * @param {number[]} widths with the room around
 */
export function lanes(places, widths) {
  const chosen = []
  for (const [i, place] of places.entries()) {
    const apart = (j) => Math.abs(place - places[j]) >= (widths[i] + widths[j]) / 2
    let lane = 0
    while (chosen.some((other, j) => other === lane && !apart(j))) lane += 1
    chosen.push(lane)
  }
  return chosen
}

/** Return every tick, or every second, fourth …, so that their words stay apart; zero is always among them. */
export function sparse(ticks, place, room) {
  const zero = Math.max(0, ticks.findIndex(([at]) => at === 0))
  const widest = Math.max(...ticks.map(([, words]) => room(words)))
  const between = ticks.length > 1 ? Math.abs(place(ticks[1][0]) - place(ticks[0][0])) : widest
  let step = 1
  while (step * between < widest && step < ticks.length) step *= 2
  return ticks.filter((_, i) => (i - zero) % step === 0).map(([key, words]) => ({key, words}))
}
