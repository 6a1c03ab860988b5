"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { OutsideLinkDialog } from "@/components/editors/outside-link-dialog"
import { Button } from "@/components/ui/button"
import { Confirm } from "@/components/ui/confirm"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import table from "@/components/ui/table.module.css"
import { type Problem, refusalIn, UNREACHED } from "@/lib/form-answer"
import type { LinkLife as Life } from "@/lib/links/states"
import { LOOK_WORDS } from "@/lib/links/words"
import type { Refusal } from "@/lib/story/acts"
import { LinkLife, LinkWords } from "./link-life"
import styles from "./link-list.module.css"

type OutsideLink = { id: string; url: string; headline: string; source: string }
type Line = OutsideLink &
  Life & { uses: readonly { storyId: string; headline: string; draft: boolean; live: boolean; status: string }[] }

/** Outside links, whether their pages are there, where each is used, and the ways to mend or remove one. */
export function LinkList({ links, days, edit, remove, check, take }: LinkListProps) {
  const router = useRouter()
  const [editing, setEditing] = useState<Line | null>(null)
  const [removing, setRemoving] = useState<Line | null>(null)
  const [said, setSaid] = useState<Said>(null)
  const [busy, setBusy] = useState("")
  const finish = (words: string) => {
    setEditing(null)
    setRemoving(null)
    setSaid({ tone: "good", words })
    router.refresh()
  }
  const ask = async ({ id }: Line, work: () => Promise<string | Refusal | Problem>) => {
    setBusy(id)
    setSaid(null)
    const answer = await work().catch(() => null)
    setBusy("")
    if (typeof answer === "string") return finish(answer)
    setSaid({ tone: "problem", words: refusalIn(answer) ?? UNREACHED })
  }
  const look = (line: Line) =>
    ask(line, async () => {
      const answer = await check({ id: line.id })
      return "checked" in answer ? `“${line.headline}” ${LOOK_WORDS[answer.checked]}` : answer
    })
  const moveOn = (line: Line) =>
    ask(line, async () => {
      const answer = await take({ id: line.id })
      return "taken" in answer ? `“${line.headline}” leads to ${answer.taken} now, in every story.` : answer
    })
  const drop = async ({ id, headline }: Line) => {
    const answer = await remove({ id }).catch(() => null)
    if (!answer || !("removed" in answer)) return refusalIn(answer) ?? UNREACHED
    finish(`“${headline}” is removed.`)
    return null
  }
  return (
    <>
      <div aria-live="polite">{said && <Notice tone={said.tone}>{said.words}</Notice>}</div>
      <table className={`${table.table} ${styles.links}`}>
        <caption className="unseen">Outside links, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Link</th>
            <th scope="col">Its page</th>
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
                <LinkWords line={line} />
              </td>
              <td data-label="Its page">
                <LinkLife life={line} days={days} />
              </td>
              <td data-label="Used in">
                <Uses uses={line.uses} off={line.takenOffAt !== null} />
              </td>
              <td>
                <div className={styles.buttons}>
                  {line.state === "moved" && line.offer && (
                    <Button
                      small
                      look="strong"
                      disabled={busy === line.id}
                      aria-label={`Take the new address of ${line.headline}`}
                      onClick={() => moveOn(line)}
                    >
                      Take the new address
                    </Button>
                  )}
                  <Button
                    small
                    disabled={busy === line.id}
                    aria-label={`Check now: ${line.headline}`}
                    onClick={() => look(line)}
                  >
                    {busy === line.id ? "Looking…" : "Check now"}
                  </Button>
                  <Button small aria-label={`Edit ${line.headline}`} onClick={() => setEditing(line)}>
                    Edit
                  </Button>
                  <Button small look="quiet" aria-label={`Remove ${line.headline}`} onClick={() => setRemoving(line)}>
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
        <Confirm
          title="Remove this link?"
          act="Remove link"
          remove={() => drop(removing)}
          onClose={() => setRemoving(null)}
        >
          <p>
            “<bdi>{removing.headline}</bdi>” goes from the list of outside links.{" "}
            {removing.uses.length === 0 && "No story uses it."}
          </p>
        </Confirm>
      )}
    </>
  )
}

/** `off`: readers do not have the link, wherever it stands. */
function Uses({ uses, off }: { uses: Line["uses"]; off: boolean }) {
  if (uses.length === 0) return <span className={styles.soft}>No story</span>
  return (
    <ul className={styles.uses}>
      {uses.map(({ storyId, headline, draft, live, status }) => (
        <li key={storyId}>
          <Link href={`/newsroom/stories/${storyId}`}>
            <bdi>{headline || "A story without a headline"}</bdi>
          </Link>{" "}
          <span className={styles.soft}>
            {live
              ? off
                ? "published, without the link"
                : draft
                  ? "before readers"
                  : "before readers, not in the draft"
              : status}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Said = { tone: "good" | "problem"; words: string } | null

type LinkListProps = {
  links: readonly Line[]
  /** after so many days a link to a page that is gone is taken off; 0: never */
  days: number
  check: (asked: { id: string }) => Promise<{ checked: keyof typeof LOOK_WORDS } | Refusal | Problem>
  take: (asked: { id: string }) => Promise<{ taken: string } | Refusal | Problem>
  edit: (asked: OutsideLink) => Promise<{ link: OutsideLink } | Refusal | Problem>
  remove: (asked: { id: string }) => Promise<{ removed: string } | Refusal | Problem>
}
