import type { Block } from "../blocks/blocks"
import { keepable } from "../text"
import { PLAIN, paragraphsOf } from "./runs"

/** Plain text as paragraphs, a line each. */
export const readPlain = (text: string): Block[] =>
  linesIn(text)
    .flatMap((line) =>
      paragraphsOf([{ text: line, look: PLAIN }]).map((words): Block => ({ kind: "paragraph", id: "", text: words })),
    )
    .map((block, at) => ({ ...block, id: `pasted-${at}` }))

const linesIn = (text: string) => keepable(text.replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")).split("\n")
