"use client"

import { useRouter } from "next/navigation"
import {
  type KeyboardEvent,
  type MouseEvent,
  startTransition,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react"
import { Notice } from "@/components/ui/notice"
import { saveEverything } from "@/components/ui/unsaved"
import { type Entry, type Group, groupsFor } from "@/lib/palette/palette"
import type { PaletteDoors } from "./doors"
import { offeredActs } from "./offered-acts"
import styles from "./palette.module.css"
import { keepRecent, readRecent } from "./recent"
import { useFound } from "./use-found"

/**
 * Stories, people, places and what can be done, by words: a combobox with a list, in a dialog (WAI-ARIA Authoring Practices, "Combobox"). The focus
 * stays in the field; the arrows move what Enter chooses.
 */
export function Palette({ personId, rooms, start, leave, onClose }: PaletteProps) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [q, setQ] = useState("")
  const [active, setActive] = useState("")
  const [busy, setBusy] = useState(false)
  const [hurried, setHurried] = useState(false)
  const [problem, setProblem] = useState("")
  const [recent] = useState(() => readRecent(personId))
  const [offers] = useState(offeredActs)
  const { found, wait, fault } = useFound(q, recent)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  const does = useMemo(() => actions({ start, leave }), [start, leave])
  const groups = useMemo(() => {
    const places = [
      ...rooms.map(({ name, address }) => placeOf(name, address, "Newsroom")),
      ...found.places.map(({ name, address, detail }) => {
        const place = placeOf(name, address, detail)
        // One of the rooms of related news is where the bar leads, under another name.
        return rooms.some((room) => room.address === address) ? { ...place, key: `${place.key} ${name}` } : place
      }),
    ]
    return groupsFor(q, { acts: [...offers, ...does].map(entryOf), places, found, recent })
  }, [q, offers, does, rooms, found, recent])
  const entries = groups.flatMap((group) => group.entries)
  const chosen = entries.find(({ key }) => key === active) ?? entries[0]

  const choose = (entry: Entry, apart: boolean) => {
    if (busy) return
    keepRecent(personId, entry.key)
    if (entry.go && apart) return void window.open(entry.go, "_blank", "noopener")
    const offer = offers.find(({ key }) => key === entry.key)
    const act = does.find(({ key }) => key === entry.key)
    if (act?.work) {
      setBusy(true)
      startTransition(async () => {
        const answer = await act
          .work()
          .catch(() => ({ problem: "The server cannot be reached. Nothing was done; try again." }))
        setBusy(false)
        setProblem(answer?.problem ?? "")
      })
      return
    }
    dialog.current?.close()
    if (entry.go) router.push(entry.go)
    // Behind the close, which gives the focus back to where it was: what opens now takes it from there.
    else if (offer) requestAnimationFrame(offer.choose)
  }
  const step = (by: number) => {
    const at = chosen ? entries.indexOf(chosen) : 0
    setActive(entries[(at + by + entries.length) % entries.length]?.key ?? "")
  }
  const take = (apart: boolean) => {
    // Whoever is faster than the answer means the first of what it brings.
    if (wait && q.trim() && !active) setHurried(true)
    else if (chosen) choose(chosen, apart)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const held = event.ctrlKey || event.metaKey
    if (event.key === "k" && held) dialog.current?.close()
    else if (event.key === "ArrowDown") step(1)
    else if (event.key === "ArrowUp") step(-1)
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) take(held)
    else return
    event.preventDefault()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the answer is there
  useEffect(() => {
    if (wait || !hurried) return
    setHurried(false)
    if (chosen) choose(chosen, false)
  }, [wait, hurried])
  const idOf = (entry: Entry) => `${id}-${entries.indexOf(entry)}`
  const activeId = chosen && idOf(chosen)
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" })
  }, [activeId])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it as well
    <dialog
      ref={dialog}
      aria-label="Find or do"
      className={styles.palette}
      onClose={() => dialog.current?.open || onClose()}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div className={styles.inside}>
        <input
          role="combobox"
          aria-label="Find a story, a person or a place, or something to do"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          className={styles.field}
          placeholder="A story, a person, a place, or something to do"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={q}
          onChange={(event) => {
            setQ(event.target.value)
            setActive("")
            setHurried(false)
          }}
          onKeyDown={onKeyDown}
        />
        {(problem || fault) && (
          <Notice tone="problem" role="alert">
            {problem || fault}
          </Notice>
        )}
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label="What was found"
          className={styles.list}
          aria-busy={wait || undefined}
        >
          {groups.map((group) => (
            <Entries key={group.kind} {...{ group, id, chosen, idOf }} onChoose={choose} />
          ))}
        </div>
        {entries.length === 0 && !wait && !fault && (
          <p className={styles.none}>
            Nothing fits “<bdi>{q.trim()}</bdi>”. Try fewer words, or the beginning of one.
          </p>
        )}
        <p role="status" className="unseen">
          {wait ? "" : countOf(entries.length)}
        </p>
      </div>
    </dialog>
  )
}

function Entries({ group, id, chosen, idOf, onChoose }: EntriesProps) {
  const name = `${id}-${group.kind}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a list box's options; a fieldset is for fields
    <div role="group" aria-labelledby={name}>
      <div id={name} role="presentation" className={styles.group}>
        {group.name}
      </div>
      {group.entries.map((entry) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the same
        <div
          key={entry.key}
          id={idOf(entry)}
          role="option"
          aria-selected={entry === chosen}
          className={styles.entry}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event: MouseEvent) => onChoose(entry, event.ctrlKey || event.metaKey)}
        >
          <span className={styles.name}>{entry.name}</span> <span className={styles.detail}>{entry.detail}</span>
        </div>
      ))}
    </div>
  )
}

type Work = () => Promise<{ problem: string } | undefined>

/** What can be done from every screen. */
const actions = ({ start, leave }: Pick<PaletteDoors, "start" | "leave">) => [
  { key: "do new story", name: "New story", detail: "", work: start satisfies Work },
  {
    key: "do sign out",
    name: "Sign out",
    detail: "",
    work: (async () => ((await saveEverything()) ? void (await leave()) : UNSAVED)) as Work,
  },
]

const UNSAVED = {
  problem:
    "Some of your words are not saved yet, and the server cannot take them now. “Sign out” at the top leaves anyway.",
}

const entryOf = ({ key, name, detail }: Entry): Entry => ({ key, name, detail })

const placeOf = (name: string, address: string, detail: string): Entry => ({
  ...{ key: `place ${address}`, name, detail, go: address },
})

const countOf = (count: number) => (count === 1 ? "1 result" : `${count} results`)

type PaletteProps = PaletteDoors & { onClose: () => void }
type EntriesProps = {
  group: Group
  id: string
  chosen: Entry | undefined
  idOf: (entry: Entry) => string
  onChoose: (entry: Entry, apart: boolean) => void
}
