import { Fragment, type ReactNode } from "react"
import { isSafeAddress } from "@/lib/address"
import type { Inline } from "@/lib/blocks/inline"

/** Runs of words, in order, each in its style. */
export const Inlines = ({ words }: { words: readonly Inline[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no names, and a page is rendered once
  words.map((run, index) => <Fragment key={index}>{styled(run)}</Fragment>)

function styled({ text, bold, italic, link }: Inline): ReactNode {
  let words: ReactNode = withBreaks(text)
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  // The schema refuses other addresses; a stored story may be older than the schema.
  return link && isSafeAddress(link) ? <a href={link}>{words}</a> : words
}

const withBreaks = (text: string): ReactNode =>
  text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
