"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { BLOCKS, type Block, type BlockKind } from "@/lib/blocks/blocks"
import { namesOf } from "@/lib/story/story"
import styles from "./forms.module.css"
import type { WireOffer } from "./pasted-wire"

/** A pasted text that looks like a wire: what would become of it, before it is chosen. */
export function WireDialog({ offer, onClose, onChoose }: WireDialogProps) {
  const { found, whole } = offer
  const [busy, setBusy] = useState(false)
  const { headline, standfirst, kicker, dateline, byline } = found.fields
  const parts = [
    ["Kicker", kicker],
    ["Headline", headline],
    ["Standfirst", standfirst],
    ["Byline", byline && namesOf(byline)],
    ["Dateline", dateline],
    ["Body", countsOf(found.body)],
    ["Related news", found.related.map(({ headline }) => headline).join("; ")],
  ].filter(([, words]) => words)
  return (
    <Dialog title="This looks like a wire" onClose={onClose}>
      <div className={styles.form}>
        <p>
          {whole
            ? "It can become a structured story. Nothing of it is left out, and one Undo takes it all back."
            : "It can become blocks of the body, where the caret is. Nothing of it is left out, and one Undo takes it back."}
        </p>
        <dl className={styles.understood}>
          {parts.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        {found.related.length > 0 && (
          <p>
            What it calls related is looked for among our stories, and pages elsewhere become links, under “Related
            news”. What is not found stays in the text.
          </p>
        )}
        {found.aside > 0 && <p>{saidOfAside(found.aside)}</p>}
        {found.notes.map((note) => (
          <Notice key={note} tone="warning">
            {note}
          </Notice>
        ))}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button disabled={busy} onClick={() => onChoose(false)}>
            Paste it as it is
          </Button>
          <Button
            look="strong"
            disabled={busy}
            onClick={() => {
              setBusy(true)
              onChoose(true)
            }}
          >
            {busy ? "Linking related news…" : whole ? "Make a structured story of it" : "Paste it structured"}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}

const saidOfAside = (lines: number) =>
  lines === 1
    ? "One line says something to newsrooms and nothing to readers (a header, a sign-off, an empty “Related news”). It stays as a paragraph until you take it out."
    : `${lines} lines say something to newsrooms and nothing to readers (headers, sign-offs, an empty “Related news”). They stay as paragraphs until you take them out.`

/** "8 paragraphs, 2 crossheads, 1 picture" */
function countsOf(body: readonly Block[]) {
  const counts = new Map<BlockKind, number>()
  for (const { kind } of body) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => `${count} ${BLOCKS[kind].label.toLowerCase()}${count === 1 ? "" : "s"}`)
    .join(", ")
}

type WireDialogProps = { offer: WireOffer; onClose: () => void; onChoose: (structured: boolean) => void }
