/** Why some pictures did not come along, in a sentence, and which they are. */
export type Left = { why: string; addresses: string[] }

/** What the writer is told of pictures that did not come along: a sentence for each reason, with every address. */
export function saidOfPictures(left: readonly string[]): Left[] {
  return REASONS.flatMap(({ fits, why, name }): Left[] => {
    const some = left.filter((address) => REASONS.find((one) => one.fits.test(address))?.fits === fits)
    return some.length ? [{ why, addresses: name ? some.map(name) : [] }] : []
  })
}

const short = (address: string) => (address.length > 160 ? `${address.slice(0, 157)}…` : address)

/** How an address begins that is said to be: a drawing that cannot be shown, or a picture of ours that is not there, or not asked for. */
export const MARKS = { drawing: "drawing:", gone: "gone:", unasked: "unasked:" } as const

const REASONS: { fits: RegExp; why: string; name?: (address: string) => string }[] = [
  {
    fits: /^https?:/i,
    why: "These pictures were not taken: they belong to another site, which would see every reader. Ask for the rights, then add the files.",
    name: short,
  },
  {
    fits: /^file:/i,
    why: "These pictures were not taken: a browser may not read files of your computer by itself. Drop the Word file or the pictures here.",
    name: (address) => short(address.split(/[\\/]/).at(-1) ?? ""),
  },
  {
    fits: /^drawing:/,
    why: "These pictures were not taken: they are drawings of Windows (EMF or WMF), which no browser can show. In Word, copy each one alone and paste it as a picture (PNG), or save it as PNG and drop the file here.",
    name: (address) => short(address.slice(MARKS.drawing.length)),
  },
  {
    fits: /^gone:/,
    why: "Some pictures were not taken: they have an address of this paper, and are not in its library any more. Add the files.",
  },
  {
    fits: /^unasked:/,
    why: "Some pictures of ours were not taken: the server could not be asked for them. Undo, and paste again in a moment.",
  },
  {
    fits: /^data:/i,
    why: "Some pictures were not taken: they are of a kind that cannot be shown. Save them as PNG or JPEG, and drop those here.",
  },
  {
    fits: /^/,
    why: "These pictures were not taken: they did not come along. Save them, and drop the files here.",
    name: short,
  },
]
