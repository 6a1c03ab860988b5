import type { ReactNode } from "react"
import type { Block } from "@/lib/blocks/blocks"
import { BLOCKS, countWords, wordsOfBlock } from "@/lib/blocks/blocks"
import { textOf } from "@/lib/blocks/inline"
import type { Draft } from "@/lib/wire/draft"
import styles from "./import.module.css"

/** So many blocks are drawn; a wire of thousands is read in the draft. */
const DRAWN = 300

/** What the draft will be, part by part. */
export function DraftPreview({ draft }: { draft: Draft }) {
  const { headline, standfirst, kicker, dateline, byline, body, related, notes } = draft
  return (
    <section className={styles.column} aria-label="The draft">
      <h2>
        The draft <span className={styles.count}>{countWords(body).toLocaleString("en")} words in its body</span>
      </h2>
      <div className={styles.draft}>
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        {kicker && <Part label="Kicker">{kicker}</Part>}
        <Part label="Headline">{headline ? <strong className={styles.headline}>{headline}</strong> : "None yet"}</Part>
        {standfirst && (
          <Part label="Standfirst">
            <span className={styles.standfirst}>{standfirst}</span>
          </Part>
        )}
        {byline.length > 0 && <Part label="Byline">{byline.map(({ name }) => name).join(", ")}</Part>}
        {dateline && <Part label="Dateline">{dateline}</Part>}
        {body.slice(0, DRAWN).map((block) => (
          <Part key={block.id} label={BLOCKS[block.kind].label}>
            {wordsOf(block)}
          </Part>
        ))}
        {body.length > DRAWN && <p className={styles.note}>{body.length - DRAWN} more blocks follow in the draft.</p>}
        {related.map(({ line, headline, url, source }) => (
          <Part key={line} label="Related news">
            {headline} {source && <span className={styles.aside}>{source}</span>}
            <span className={styles.aside}>{url ?? "Looked up among the paper's stories"}</span>
          </Part>
        ))}
      </div>
    </section>
  )
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <p className={styles.label}>{label}</p>
      <div className={styles.words}>{children}</div>
    </div>
  )
}

function wordsOf(block: Block): ReactNode {
  switch (block.kind) {
    case "crosshead":
      return <strong>{block.text}</strong>
    case "quote":
      return (
        <>
          <span className={styles.quote}>{textOf(block.text)}</span>
          {block.speaker && <span className={styles.aside}>{block.speaker}</span>}
        </>
      )
    case "list":
      return (
        <ul className={block.ordered ? styles.ordered : styles.list}>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their place
            <li key={at}>{textOf(item)}</li>
          ))}
        </ul>
      )
    case "picture":
      return (
        <>
          {block.caption || "No caption"}
          <span className={styles.aside}>{block.credit || "No credit"}</span>
        </>
      )
    case "divider":
      return <hr className={styles.divider} />
    case "paragraph":
      return textOf(block.text)
    default:
      return wordsOfBlock(block)
  }
}
