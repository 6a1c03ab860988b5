"use client"

import Link from "next/link"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { Problem } from "@/components/editors/doors"
import { sentenceOf } from "@/components/editors/doors"
import { OutsideLinkDialog } from "@/components/editors/outside-link-dialog"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import table from "@/components/ui/table.module.css"
import type { Refusal } from "@/lib/story/acts"
import styles from "./link-list.module.css"

type OutsideLink = { id: string; url: string; headline: string; source: string }
type Line = OutsideLink & {
  uses: readonly { storyId: string; headline: string; draft: boolean; live: boolean; status: string }[]
}

/** Outside links, where each is used, and the ways to mend or remove one. */
export function LinkList({ links, edit, remove }: LinkListProps) {
  const router = useRouter()
  const [editing, setEditing] = useState<Line | null>(null)
  const [removing, setRemoving] = useState<Line | null>(null)
  const [problem, setProblem] = useState("")
  const [said, setSaid] = useState("")
  const finish = (words: string) => {
    setEditing(null)
    setRemoving(null)
    setSaid(words)
    router.refresh()
  }
  const drop = async ({ id, headline }: Line) => {
    const answer = await remove({ id }).catch(() => null)
    if (answer && "removed" in answer) return finish(`“${headline}” is removed.`)
    setProblem(answer ? sentenceOf(answer) : "The server cannot be reached. Try again in a moment.")
  }
  return (
    <>
      <div aria-live="polite">{said && <Notice tone="good">{said}</Notice>}</div>
      <table className={table.table}>
        <caption className="unseen">Outside links, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Headline</th>
            <th scope="col">Source</th>
            <th scope="col">Used in</th>
            <th scope="col">
              <span className="unseen">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((line) => (
            <tr key={line.id}>
              <td>
                <p className={styles.headline}>{line.headline}</p>
                <a href={line.url} rel="noopener noreferrer" target="_blank" className={styles.address}>
                  {line.url}
                </a>
              </td>
              <td>{line.source}</td>
              <td>
                <Uses uses={line.uses} />
              </td>
              <td>
                <div className={styles.buttons}>
                  <Button small aria-label={`Edit ${line.headline}`} onClick={() => setEditing(line)}>
                    Edit
                  </Button>
                  <Button
                    small
                    look="quiet"
                    aria-label={`Remove ${line.headline}`}
                    onClick={() => {
                      setProblem("")
                      setRemoving(line)
                    }}
                  >
                    Remove
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing && (
        <OutsideLinkDialog
          title="Change this link everywhere"
          present={{ ...editing, link: editing.id }}
          send={(link) => edit({ id: editing.id, ...link })}
          onClose={() => setEditing(null)}
          onLink={({ headline }) => finish(`“${headline}” is changed.`)}
        />
      )}
      {removing && (
        <Dialog title="Remove this link?" onClose={() => setRemoving(null)}>
          <p>
            “{removing.headline}” goes from the list of outside links.{" "}
            {removing.uses.length === 0 && "No story uses it."}
          </p>
          {problem && (
            <Notice tone="problem" role="alert">
              {problem}
            </Notice>
          )}
          <DialogButtons>
            <Button onClick={() => setRemoving(null)}>Cancel</Button>
            <Button look="danger" onClick={() => drop(removing)}>
              Remove link
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  )
}

function Uses({ uses }: { uses: Line["uses"] }) {
  if (uses.length === 0) return <span className={styles.soft}>No story</span>
  return (
    <ul className={styles.uses}>
      {uses.map(({ storyId, headline, draft, live, status }) => (
        <li key={storyId}>
          <Link href={`/newsroom/stories/${storyId}`}>{headline || "A story without a headline"}</Link>{" "}
          <span className={styles.soft}>
            {live ? (draft ? "before readers" : "before readers, not in the draft") : status}
          </span>
        </li>
      ))}
    </ul>
  )
}

type LinkListProps = {
  links: readonly Line[]
  edit: (asked: OutsideLink) => Promise<{ link: OutsideLink } | Refusal | Problem>
  remove: (asked: { id: string }) => Promise<{ removed: string } | Refusal | Problem>
}
