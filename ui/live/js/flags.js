/** Names of upright marks: they fly like flags above a picture, and none covers another; as `report.flags`. */

const GAP = 5 // px between a mark and its words, and between the words of two marks

/**
 * Words stand to the right of their mark if all fit there, else all to the left, else each where it fits. Of two that
 * meet, the one whose mark the other's words would cross is the higher.
 * @param {Array<{place: number, width: number, height: number}>} marks height in rows of words
 * @param {number} high the largest place [px] that words may have; the smallest is 0
 * @returns {Array<{start: number, row: number, left: boolean}>} the left edge of the words, and the rows below them
 */
export function flags(marks, high) {
  const toRight = marks.map(({place, width}) => place + GAP + width <= high)
  if (!toRight.every(Boolean) && marks.every(({place, width}) => place - GAP - width >= 0)) toRight.fill(false)
  const order = marks
    .map((mark, i) => ({...mark, i, right: toRight[i]}))
    .sort((a, b) => a.right - b.right || (a.right ? b.place - a.place : a.place - b.place))
  const found = []
  for (const {i, place, width, height, right} of order) {
    const start = right ? place + GAP : Math.max(0, place - GAP - width)
    const span = [Math.min(start, place) - GAP, Math.max(start + width, place) + GAP]
    const below = found.filter((one) => one && one.span[0] < span[1] && span[0] < one.span[1])
    const row = Math.max(0, ...below.map((one) => one.row + one.height))
    found[i] = {start, row, height, span, left: !right}
  }
  return found
}

/** Return how many rows of words the flags take. */
export const rowsOf = (placed) => Math.max(0, ...placed.map(({row, height}) => row + height))
