"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { FindStory } from "@/components/editors/find-story"
import { Button } from "@/components/ui/button"
import { Confirm } from "@/components/ui/confirm"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page } from "@/components/ui/page"
import { type Problem, refusalIn } from "@/lib/form-answer"
import { type Package, packageAddress } from "@/lib/packages/packages"
import type { Refusal } from "@/lib/story/acts"
import type { Status } from "@/lib/story/story"
import { MemberRow } from "./member-row"
import { PackageWords } from "./package-words"
import styles from "./packages.module.css"

type Found = { id: string; headline: string; section: string; status: Status; live: boolean }
type Changed = { package: Package } | { stale: Package } | Refusal | Problem
type Change = { name?: string; lead?: string; stories?: string[] }
export type PackageDoors = {
  change: (given: { slug: string; revision: number; change: Change }) => Promise<Changed>
  remove: (given: {
    slug: string
    revision: number
  }) => Promise<{ removed: string } | { stale: Package } | Refusal | Problem>
  search: (given: { q: string }) => Promise<{ found: Found[] } | Problem>
}

const UNREACHED = "The server cannot be reached. Nothing was changed: try again in a moment."
const OVERTAKEN =
  "Somebody else changed this package meanwhile. This is how it is now: do what you wanted once more, if it is still needed."

/** A package: its words for those who may change them, and its stories, put in order, put in and taken out, each by one step that can be undone. */
export function PackageScreen({
  opened,
  doors,
  mayRename,
}: {
  opened: Package
  doors: PackageDoors
  mayRename: boolean
}) {
  const router = useRouter()
  const [now, setNow] = useState(opened)
  const [past, setPast] = useState<Change[]>([])
  const [said, setSaid] = useState("")
  const [fault, setFault] = useState("")
  const [busy, setBusy] = useState(false)
  const [ending, setEnding] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const finder = useRef<HTMLInputElement>(null)
  const gap = useRef<number | null>(null)
  const { slug, revision, members } = now
  const ids = members.map(({ story }) => story)
  const live = members.filter((member) => member.live).length

  /** @returns whether it was done */
  const ask = async (change: Change, words: string, back?: Change) => {
    if (busy) return false
    setBusy(true)
    const answer = await doors.change({ slug, revision, change }).catch(() => null)
    setBusy(false)
    setFault("")
    setSaid("")
    if (answer && "package" in answer) {
      setNow(answer.package)
      setPast(back ? [...past, back] : past.slice(0, -1))
      setSaid(words)
      return true
    }
    if (answer && "stale" in answer) {
      setNow(answer.stale)
      setPast([])
    }
    setFault(answer ? (refusalIn(answer) ?? OVERTAKEN) : UNREACHED)
    return false
  }
  const order = (stories: string[], words: string) => ask({ stories }, words, { stories: ids })
  const nameOf = (at: number) => `“${members[at]?.headline || "A story without a headline"}”`
  const move = (at: number, to: number) => {
    const story = ids[at]
    if (story === undefined || to < 0 || to >= ids.length) return
    void order(
      ids.toSpliced(at, 1).toSpliced(to, 0, story),
      `${nameOf(at)} is now at place ${to + 1} of ${ids.length}.`,
    )
  }
  const takeOut = async (at: number) => {
    gap.current = at
    const done = await order(ids.toSpliced(at, 1), `${nameOf(at)} is not in the package any more.`)
    if (!done) gap.current = null
  }
  // The focus goes to the story that takes the place of one that was taken out, or to the search when none is left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once they are drawn
  useEffect(() => {
    if (gap.current === null) return
    const buttons = list.current?.querySelectorAll<HTMLElement>("[data-remove]")
    const next = buttons?.[Math.min(gap.current, buttons.length - 1)] ?? finder.current
    gap.current = null
    next?.focus()
  }, [members])
  const end = async () => {
    const answer = await doors.remove({ slug, revision }).catch(() => null)
    if (answer && "stale" in answer) setNow(answer.stale)
    if (!answer || !("removed" in answer)) return answer ? (refusalIn(answer) ?? OVERTAKEN) : UNREACHED
    router.push("/newsroom/related/packages")
    return null
  }
  const back = past.at(-1)
  return (
    <Page
      title={now.name}
      lead={
        live ? (
          <Link href={packageAddress(slug)}>{packageAddress(slug)}</Link>
        ) : (
          "Readers have no page of it yet: none of its stories is public."
        )
      }
      actions={
        <>
          {back && (
            <Button disabled={busy} onClick={() => void ask(back, "The last change is undone.")}>
              Undo
            </Button>
          )}
          {mayRename && (
            <Button look="quiet" onClick={() => setEnding(true)}>
              Remove package
            </Button>
          )}
        </>
      }
    >
      <div aria-live="polite">{said && <Notice tone="good">{said}</Notice>}</div>
      {fault && (
        <Notice tone="problem" role="alert">
          {fault}
        </Notice>
      )}
      {mayRename && (
        <PackageWords
          key={`${now.name}\0${now.lead}`}
          name={now.name}
          lead={now.lead}
          save={(words) => ask(words, "Name and description are saved.", { name: now.name, lead: now.lead })}
        />
      )}
      <section aria-labelledby="members" className={styles.part}>
        <h2 id="members">Stories</h2>
        {members.length === 0 && <p className={styles.soft}>No story is in it yet. Find the first one below.</p>}
        {members.length > 0 && (
          <ol ref={list} className={styles.members}>
            {members.map((member, at) => (
              <MemberRow
                key={member.story}
                {...{ member, at }}
                last={at === members.length - 1}
                onMove={(to) => move(at, to)}
                onRemove={() => void takeOut(at)}
              />
            ))}
          </ol>
        )}
        <FindStory
          ref={finder}
          search={(q) => doors.search({ q })}
          taken={new Set(ids.map((id) => `story ${id}`))}
          onAdd={({ id, headline }) => void order([...ids, id], `“${headline}” is in the package, at its end.`)}
        />
      </section>
      {ending && (
        <Confirm title="Remove this package?" act="Remove package" remove={end} onClose={() => setEnding(false)}>
          <p>
            “{now.name}” goes, and its page with it. {count(members.length)} of it{" "}
            {members.length === 1 ? "stays" : "stay"} as {members.length === 1 ? "it is" : "they are"}.
          </p>
        </Confirm>
      )}
    </Page>
  )
}

const count = (stories: number) =>
  stories === 1 ? "The one story" : stories === 0 ? "No story" : `The ${stories} stories`
