// Scissors and ink: the shapes that the pictures of the demo paper are cut from. A shape is a function from a fill to SVG;
// `ink` says how much of every ink a shape takes, and what it does not take it leaves free, as a paper cut-out would.

/** Dice that fall the same way every time for the same word. */
export function chance(word) {
  let state = 2166136261
  for (const sign of word) state = Math.imul(state ^ sign.charCodeAt(0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
export const range = (count) => Array.from({ length: count }, (_, at) => at)

const grey = (tone) => {
  const level = Math.round(255 * (1 - tone))
  return `rgb(${level},${level},${level})`
}

let gradients = 0
/** A tone is a number from 0 (paper) to 1 (full ink), [top, bottom], or { left, right } or { middle, edge }. */
function fillOf(tone) {
  if (typeof tone === "number") return [grey(tone), ""]
  const id = `g${++gradients}`
  const [from, to] = Array.isArray(tone) ? tone : "left" in tone ? [tone.left, tone.right] : [tone.middle, tone.edge]
  const stops = `<stop offset="0" stop-color="${grey(from)}"/><stop offset="1" stop-color="${grey(to)}"/>`
  if ("middle" in tone)
    return [
      `url(#${id})`,
      `<radialGradient id="${id}" cx="${tone.x ?? 0.5}" cy="${tone.y ?? 0.5}" r="${tone.r ?? 0.5}">${stops}</radialGradient>`,
    ]
  const way = Array.isArray(tone) ? 'x2="0" y2="1"' : 'x2="1" y2="0"'
  return [`url(#${id})`, `<linearGradient id="${id}" x1="0" y1="0" ${way}>${stops}</linearGradient>`]
}

const laid = (shapes, tone) => {
  const [fill, definition] = fillOf(tone)
  return (
    definition +
    shapes
      .flat(9)
      .map((shape) => shape(fill))
      .join("")
  )
}
/** Shapes in these inks; every other ink is cut away beneath them. */
export const ink =
  (mix, ...shapes) =>
  (plate) =>
    laid(shapes, mix[plate] ?? 0)
/** Shapes printed over what is there. */
export const over =
  (mix, ...shapes) =>
  (plate) =>
    plate in mix ? laid(shapes, mix[plate]) : ""
/** Inked things, seen only through a shape. */
export const through =
  (shape, ...things) =>
  (plate) => {
    const id = `g${++gradients}`
    return `<clipPath id="${id}">${[shape]
      .flat(9)
      .map((one) => one("#000"))
      .join("")}</clipPath><g clip-path="url(#${id})">${print(things, plate)}</g>`
  }
/** Inked things, moved, turned or made larger as SVG says it. */
export const moved =
  (how, ...things) =>
  (plate) =>
    `<g transform="${how}">${print(things, plate)}</g>`
export const print = (things, plate) =>
  things
    .flat(9)
    .map((thing) => thing(plate))
    .join("")

export const rect =
  (x, y, w, h, turn = 0, round = 0) =>
  (fill) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}" transform="rotate(${turn} ${x + w / 2} ${y + h / 2})"/>`
export const disc = (x, y, r) => (fill) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
export const oval =
  (x, y, rx, ry, turn = 0) =>
  (fill) =>
    `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" transform="rotate(${turn} ${x} ${y})"/>`
export const ring =
  (x, y, r, thick = 3) =>
  (fill) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${fill}" stroke-width="${thick}"/>`
export const poly =
  (...points) =>
  (fill) =>
    `<polygon points="${points.map((p) => p.join(",")).join(" ")}" fill="${fill}"/>`
export const path = (d) => (fill) => `<path d="${d}" fill="${fill}"/>`
export const line =
  (d, thick = 3) =>
  (fill) =>
    `<path d="${d}" fill="none" stroke="${fill}" stroke-width="${thick}" stroke-linecap="round" stroke-linejoin="round"/>`

/** The line of a landscape from left to right: a few waves that do not repeat, as points. */
export function horizon(random, { y, rise, step = 40, width = 1200, rough = 0 }) {
  const waves = [1, 2.3, 4.7].map((speed, at) => [speed / 190, random() * 7, rise / (at + 1)])
  const points = []
  for (let x = -step; x <= width + step; x += step) {
    const wave = waves.reduce((sum, [speed, shift, high]) => sum + Math.sin(x * speed + shift) * high, 0)
    points.push([x, y + wave * 0.5 + (random() - 0.5) * rough])
  }
  return points
}
/** Everything below a line. */
export const below = (points, foot = 900) => poly(...points, [points.at(-1)[0], foot], [points[0][0], foot])
/** A smooth path through points. */
export function smooth(points) {
  let d = `M${points[0].join(" ")}`
  for (let at = 1; at < points.length - 1; at++) {
    const [[x, y], [nextX, nextY]] = [points[at], points[at + 1]]
    d += ` Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`
  }
  return `${d} L${points.at(-1).join(" ")}`
}
export const hills = (random, how) => {
  const points = horizon(random, how)
  return path(`${smooth(points)} L1300 900 L-60 900 Z`)
}

/** Somebody seen from afar: head, coat, legs. */
export function figure(x, foot, tall, { lean = 0, wide = 1 } = {}) {
  const unit = tall / 8
  const half = unit * 1.25 * wide
  const shoulder = foot - tall + unit * 1.6
  return [
    disc(x + lean, foot - tall + unit * 0.65, unit * 0.68),
    path(
      `M${x + lean - half} ${shoulder + unit * 0.5} Q${x + lean - half} ${shoulder - unit * 0.1} ${x + lean} ${shoulder - unit * 0.2} Q${x + lean + half} ${shoulder - unit * 0.1} ${x + lean + half} ${shoulder + unit * 0.5} L${x + half * 1.05} ${foot - unit * 2.6} L${x - half * 1.05} ${foot - unit * 2.6} Z`,
    ),
    rect(x - half * 0.8, foot - unit * 2.8, unit * 0.75, unit * 2.8),
    rect(x + half * 0.2, foot - unit * 2.8, unit * 0.75, unit * 2.8),
  ]
}
