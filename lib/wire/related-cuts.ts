import { bulletOf } from "./bullet"
import type { Cuts } from "./roles"
import { labelOf, RELATED_MARKERS } from "./wording"

/**
 * “- Lees ook: Headline | Source (https://…)”: bullet, marker and separators are marks. A source is only told apart
 * where there is an address as well; without one the whole line is the headline.
 */
export function relatedCuts(text: string): Cuts {
  const bullet = bulletOf(text)?.length ?? 0
  const [label, length] = labelOf(text.slice(bullet))
  const start = bullet + (RELATED_MARKERS.has(label) ? length : 0)
  const lead: Cuts = start > 0 ? [[0, "mark"]] : []
  const url = /https?:\/\/[^\s<>"“”]+/.exec(text.slice(start))
  if (!url) return [...lead, [start, "related headline"]]
  const from = start + url.index
  const address = url[0].replace(/[.,;:!?)\]]+$/, "")
  return [
    ...lead,
    ...titleCuts(text.slice(0, from), start),
    [from, "address"],
    ...tailCuts(text, from + address.length),
  ]
}

function titleCuts(text: string, start: number): Cuts {
  const title = text.replace(/[ –—|:;,<([-]+$/, "")
  if (title.length <= start) return text.length > start ? [[start, "mark"]] : []
  const source = /(?: \| | \()([^|()]{2,40})\)?$/.exec(title.slice(start))
  const at = source ? start + source.index : 0
  const head: Cuts = [[start, "related headline"]]
  const mark: Cuts = title.length < text.length ? [[title.length, "mark"]] : []
  if (!source?.[1] || at <= start) return [...head, ...mark]
  const sourceAt = at + source[0].indexOf(source[1])
  const closing: Cuts = title.endsWith(")") ? [[title.length - 1, "mark"]] : mark
  return [...head, [at, "mark"], [sourceAt, "source"], ...closing]
}

/** Behind the address: a bracket or a stop is a mark, words go to the headline. */
function tailCuts(text: string, from: number): Cuts {
  const rest = text.slice(from)
  if (rest === "") return []
  const marks = /^[ –—|:;,>)\].!?-]*/.exec(rest)?.[0].length ?? 0
  const words: Cuts = marks < rest.length ? [[from + marks, "related headline"]] : []
  return marks > 0 ? [[from, "mark"], ...words] : words
}
