"use client"

import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { UNREACHED } from "@/lib/form-answer"
import { can } from "@/lib/people/can"
import type { Person } from "@/lib/people/people"
import { inReadersOrder, isShownAt, type Manner, MOST_RELATED, withManner } from "@/lib/related/manner"
import type { RelatedItem } from "@/lib/story/story"
import { OutsideLinkDialog } from "./dialogs"
import { type Added, type DeskNote, type Doors, type RelatedLine, sentenceOf } from "./doors"
import { FindStory } from "./find-story"
import panel from "./panel.module.css"
import { itemOf, keyOf, RelatedRow } from "./related-row"
import { SuggestionsWhenSeen } from "./suggestions-when-seen"

/** A story's related news in the order in which readers have it: found or linked, put in order by drag or by keys, and taken away again. */
export function RelatedPanel({
  storyId,
  items: stored,
  known,
  notes,
  added,
  writable,
  search,
  addLink,
  readLink,
  keepNote,
  hides,
  person,
  andBack,
  onItems,
}: RelatedPanelProps) {
  const [learned, setLearned] = useState<readonly RelatedLine[]>([])
  const [adding, setAdding] = useState(false)
  const [said, setSaid] = useState("")
  const [kept, setKept] = useState<Readonly<Record<string, DeskNote | null>>>({})
  const [dragged, setDragged] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const finder = useRef<HTMLInputElement>(null)
  const now = useNow()
  const items = inReadersOrder(stored)
  const pins = items.filter(({ pinned }) => pinned).length
  const lines = new Map([...known, ...learned].map((line) => [keyOf(line), line]))
  const nameOf = (item: RelatedItem) => lines.get(keyOf(item))?.headline || "a story without a headline"

  const add = (line: RelatedLine) => {
    setLearned([...learned, line])
    setAdding(false)
    if (items.some((item) => keyOf(item) === keyOf(line))) return setSaid(`${line.headline} is there already.`)
    onItems([...items, line.reason === undefined ? itemOf(line) : { ...itemOf(line), reason: line.reason }])
    setSaid(`${line.headline} added, place ${items.length + 1}.`)
  }
  const move = (from: number, wanted: number) => {
    const item = items[from]
    if (!item) return
    // What is pinned stays before the rest.
    const to = item.pinned ? Math.min(wanted, pins - 1) : Math.max(wanted, pins)
    if (to < 0 || to >= items.length) return
    if (from === to) return wanted === to ? undefined : setSaid("What is pinned stands before the rest.")
    onItems(items.toSpliced(from, 1).toSpliced(to, 0, item))
    setSaid(`${nameOf(item)} is now at place ${to + 1} of ${items.length}.`)
  }
  const say = (at: number, given: Manner) => {
    const item = items[at]
    if (!item) return
    const next = inReadersOrder(items.map((one) => (one === item ? withManner(item, given) : one)))
    onItems(next)
    if (!("pinned" in given)) return
    const place = next.findIndex((one) => keyOf(one) === keyOf(item)) + 1
    setSaid(`${nameOf(item)} is ${given.pinned ? "" : "not "}pinned, place ${place} of ${items.length}.`)
  }
  const noteOn = async (target: string, text: string) => {
    const answer = await keepNote({ target, text })
    if (!("note" in answer)) return sentenceOf(answer)
    setKept((all) => ({ ...all, [target]: answer.note }))
    return ""
  }
  const remove = (at: number) => {
    const item = items[at]
    if (!item) return
    onItems(items.toSpliced(at, 1))
    setSaid(`${nameOf(item)} removed.`)
    // The focus goes to the item that takes its place, or to the search when the list is empty.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>("[data-remove]")
      const next = buttons?.[Math.min(at, buttons.length - 1)] ?? finder.current
      next?.focus()
    })
  }

  /** as far as the desk knows */
  const isSeen = (item: RelatedItem) => isShownAt(item, now) && isPublic(lines.get(keyOf(item)))
  const backFrom = (item: RelatedItem) => {
    const line = lines.get(keyOf(item))
    if (!line || !("story" in line) || !can(person, "write", line)) return undefined
    return async () => {
      const answer = await andBack({ id: storyId, other: line.story }).catch(() => null)
      if (!answer) return UNREACHED
      return "done" in answer ? answer.done : sentenceOf(answer)
    }
  }

  return (
    <section aria-labelledby="related-news" className={panel.panel}>
      <h2 id="related-news">Related news</h2>
      {items.length === 0 && <p className={panel.soft}>Nothing yet. What you add here stands below the story.</p>}
      {items.length > 0 && (
        <ol ref={list} className={panel.items}>
          {items.map((item, at) => {
            const target = targetOf(item)
            // A list of long ago may hold the same thing twice.
            const times = items.slice(0, at).filter((one) => keyOf(one) === keyOf(item)).length
            return (
              <RelatedRow
                key={`${keyOf(item)} ${times}`}
                item={item}
                line={lines.get(keyOf(item))}
                at={at}
                first={at === 0 || at === pins}
                last={at === items.length - 1 || at === pins - 1}
                writable={writable}
                isOver={dragged !== null && dragged !== at}
                note={(kept[target] === undefined ? notes[target] : kept[target]) ?? undefined}
                added={added[target]}
                now={now}
                beyond={isSeen(item) && items.slice(0, at).filter(isSeen).length >= MOST_RELATED}
                onMove={(to) => move(at, to)}
                onRemove={() => remove(at)}
                onManner={(given) => say(at, given)}
                onNote={(text) => noteOn(target, text)}
                onBack={backFrom(item)}
                onDrag={setDragged}
                onDrop={() => {
                  if (dragged !== null) move(dragged, at)
                  setDragged(null)
                }}
              />
            )
          })}
        </ol>
      )}
      {writable && (
        <>
          <datalist id="related-reasons">
            {REASONS.map((reason) => (
              <option key={reason} value={reason} />
            ))}
          </datalist>
          <FindStory
            ref={finder}
            search={(q) => search({ q, except: storyId })}
            taken={new Set(items.map(keyOf))}
            onAdd={({ id, headline, status, live }) => add({ story: id, headline, status, live })}
          />
          <div>
            <Button onClick={() => setAdding(true)}>Add link</Button>
          </div>
        </>
      )}
      <SuggestionsWhenSeen
        storyId={storyId}
        taken={new Set(items.flatMap((item) => ("story" in item ? item.story : [])))}
        writable={writable}
        hides={hides}
        onAdd={({ story, headline }) => add({ story, headline, status: "published", live: true })}
      />
      <div aria-live="polite" className="unseen">
        {said}
      </div>
      {adding && (
        <OutsideLinkDialog
          title="A page elsewhere"
          send={(page) => addLink({ ...page, of: storyId })}
          read={readLink}
          onClose={() => setAdding(false)}
          onLink={add}
          onStory={({ story, headline, status, live }) => add({ story, headline, status, live })}
        />
      )}
    </section>
  )
}

const REASONS = ["Background", "Earlier", "Analysis", "Explainer", "In this story"]

const targetOf = (item: RelatedItem) => ("story" in item ? item.story : item.link)

const isPublic = (line: RelatedLine | undefined) => !!line && ("story" in line ? line.live : !line.gone?.off)

/** Items come and go by themselves: what the rows say follows within half a minute. */
function useNow() {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

type RelatedPanelProps = {
  storyId: string
  items: readonly RelatedItem[]
  known: readonly RelatedLine[]
  /** by the story or link that each is about */
  notes: Readonly<Record<string, DeskNote>>
  added: Readonly<Record<string, Added>>
  writable: boolean
  /** may this person hide suggestions? */
  hides: boolean
  person: Person
  search: Doors["search"]
  addLink: Doors["addLink"]
  readLink: Doors["readLink"]
  keepNote: (asked: { target: string; text: string }) => ReturnType<Doors["keepNote"]>
  andBack: Doors["andBack"]
  onItems: (items: RelatedItem[]) => void
}
