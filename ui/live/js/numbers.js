/** Numbers as `text.numbers` writes them, for places that only the pointer knows. */

/** Return a function that writes a number with fixed decimals and its unit. */
export function writer({decimals, unit}) {
  const digits = {minimumFractionDigits: decimals, maximumFractionDigits: decimals}
  const form = new Intl.NumberFormat('sv-SE', {...digits, signDisplay: 'negative'})
  return (value) => form.format(value) + unit
}
