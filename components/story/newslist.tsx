"use client"

import { Keyboard } from "lucide-react"
import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { type MouseEvent, type PointerEvent, startTransition, useCallback, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import table from "@/components/ui/table.module.css"
import { momentOf } from "@/lib/dates"
import type { Person } from "@/lib/people/people"
import { COLUMNS, type Column, type NewslistItem } from "@/lib/story/newslist-line"
import { freshWords } from "@/lib/story/newslist-news"
import styles from "./newslist.module.css"
import { NewslistRow } from "./newslist-row"
import { useListKeys } from "./use-list-keys"
import { useNews } from "./use-news"
import { useSelection } from "./use-selection"

const Bulk = dynamic(() => import("./bulk").then((file) => file.Bulk), { ssr: false })
const KeysDialog = dynamic(() => import("./keys-dialog").then((file) => file.KeysDialog), { ssr: false })

/** Stories, a line each: kept up to date while somebody looks, moved through by keys, and chosen to do something with several. */
export function Newslist({
  items,
  at,
  query,
  first,
  next,
  columns,
  sections,
  person,
  keys,
  chooseKeys,
}: NewslistProps) {
  const router = useRouter()
  const place = useRef<HTMLTableElement>(null)
  const { shown, fault } = useNews({ items, at, query, first })
  const { chosen, choose, chooseAll, clear } = useSelection(shown.rows)
  const [helping, setHelping] = useState(false)
  const [on, setOn] = useState(keys)
  const [onward, setOnward] = useState(false)
  const rows = useInTwo(shown.rows, at)
  const now = new Date(shown.at)
  const nameOf = (slug: string) => sections.find((section) => section.slug === slug)?.name ?? slug

  // After the way to the next page, or after what is new was asked for, one goes on at the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another list that asks for it
  useEffect(() => {
    if (!onward) return
    setOnward(false)
    place.current?.querySelector<HTMLElement>("tbody a")?.focus()
  }, [at])
  useListKeys(place, on, {
    open: (id) => router.push(`/newsroom/stories/${id}`),
    edit: (id) => router.push(`/newsroom/stories/${id}#body-text`),
    preview: (id) => void window.open(`/newsroom/stories/${id}/preview`, "_blank", "noopener"),
    onward: () => {
      if (!next) return
      setOnward(true)
      router.push(next)
    },
    help: () => setHelping(true),
  })
  const go = useCallback(
    (event: MouseEvent<HTMLAnchorElement>) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      router.push(event.currentTarget.getAttribute("href") ?? "/newsroom")
    },
    [router],
  )
  const renew = useCallback(() => router.refresh(), [router])
  const news = shown.fresh.length > 0 || shown.many
  return (
    <>
      <div className={styles.over}>
        <div aria-live="polite" className={styles.news}>
          {news && (
            <Button
              small
              onClick={() => {
                setOnward(true)
                renew()
              }}
            >
              {freshWords(shown)}
            </Button>
          )}
        </div>
        <p aria-live="polite" className="unseen">
          {shown.said}
        </p>
        <Button small look="quiet" className={styles.keys} onClick={() => setHelping(true)}>
          <Keyboard size={14} aria-hidden />
          Keys
        </Button>
      </div>
      {fault && (
        <Notice tone="warning" role="status">
          {fault}
        </Notice>
      )}
      <table
        ref={place}
        onPointerOver={sayWhole}
        hidden={shown.rows.length === 0}
        className={`${table.table} ${styles.list}`}
      >
        <caption className="unseen">Stories, last changed first</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.check}>
              <input
                type="checkbox"
                aria-label="Select all stories on this page"
                checked={chosen.size > 0 && chosen.size === shown.rows.length}
                onChange={({ target }) => chooseAll(target.checked)}
              />
            </th>
            <th scope="col">Status</th>
            <th scope="col">Headline</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={RIGHT.includes(column) ? table.number : undefined}>
                {COLUMNS[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <NewslistRow
              key={item.id}
              item={item}
              columns={columns}
              section={nameOf(item.section)}
              me={person.name}
              day={now.toDateString()}
              sameDay={now.toDateString() === new Date(at).toDateString()}
              now={shown.at}
              chosen={chosen.has(item.id)}
              onChoose={choose}
              onGo={go}
            />
          ))}
        </tbody>
      </table>
      {chosen.size > 0 && (
        <Bulk
          person={person}
          approving={sections.filter(({ approval }) => approval).map(({ slug }) => slug)}
          stories={shown.rows.filter(({ id }) => chosen.has(id))}
          onClear={clear}
          onDone={renew}
        />
      )}
      {helping && <KeysDialog on={on} onTurn={setOn} choose={chooseKeys} onClose={() => setHelping(false)} />}
    </>
  )
}

/** Whoever points at a moment that is told briefly is told the whole of it. Written then: a list has a hundred of them. */
function sayWhole({ target }: PointerEvent) {
  if (target instanceof HTMLTimeElement) target.title = momentOf(new Date(target.dateTime))
}

/** So many lines are in sight at first. */
const IN_SIGHT = 20

/** Another list is drawn in two steps, what is in sight first: all of it at once would hold up whoever goes on (tasks over 50 ms). */
function useInTwo<R>(rows: readonly R[], of: string): readonly R[] {
  const [whole, setWhole] = useState(of)
  useEffect(() => startTransition(() => setWhole(of)), [of])
  return whole === of ? rows : rows.slice(0, IN_SIGHT)
}

const RIGHT: readonly Column[] = ["words", "changed"]

type NewslistProps = {
  items: readonly NewslistItem[]
  /** when it was made, by the database's clock */
  at: string
  /** the filter as an address has it, without the page */
  query: string
  first: boolean
  /** where the next page is */
  next: string | null
  columns: readonly Column[]
  sections: readonly { slug: string; name: string; approval: boolean }[]
  person: Pick<Person, "id" | "name" | "role">
  /** do single keys act? */
  keys: boolean
  chooseKeys: (given: { keys: boolean }) => Promise<object>
}
