// How a headline is fitted into a box. Apart from the process that draws, so that tests can ask.

const SMALLEST = 34

/**
 * The largest size at which the words fit, and their lines. What does not fit at the smallest size ends with an ellipsis.
 * `largest` is the size to begin with, `measure` gives the width of some words at a size.
 */
export function fitLines(words, { width, height, largest, measure }) {
  for (let size = largest; size >= SMALLEST; size -= 2) {
    const lines = breakLines(words, width, (text) => measure(text, size))
    if (lines && lines.length * size * 1.1 <= height) return { size, lines }
  }
  const size = SMALLEST
  const narrow = (text) => measure(text, size)
  const most = Math.max(1, Math.floor(height / (size * 1.1)))
  const lines = breakLines(words, width, narrow, true)
  const rest = lines.slice(most - 1).join(" ")
  return { size, lines: [...lines.slice(0, most - 1), shorten(rest, width, narrow)] }
}

/** Lines no wider than this; null when a word by itself is wider, unless it may be cut. */
function breakLines(words, width, measure, cut = false) {
  const lines = []
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (measure(longer) <= width) lines.splice(-1, 1, longer)
    else if (measure(word) <= width) lines.push(word)
    else if (cut) lines.push(shorten(word, width, measure))
    else return null
  }
  return lines
}

/** The words, or as many of them as fit with an ellipsis. */
export function shorten(text, width, measure) {
  if (measure(text) <= width) return text
  const letters = [...text]
  while (letters.length && measure(`${letters.join("").trimEnd()}…`) > width) letters.pop()
  return `${letters.join("").trimEnd()}…`
}
