import { type RefObject, useEffect, useRef } from "react"

export type ListKeys = {
  open?: (id: string) => void
  edit?: (id: string) => void
  preview?: (id: string) => void
  /** the line's repair, in lists that have one */
  repair?: (row: HTMLElement) => void
  /** behind the last line */
  onward?: () => void
  help?: () => void
}

/**
 * Single keys for a list of stories: they move the real focus from line to line, so that a screen reader follows. None does anything
 * while somebody types, chooses from a menu, or answers a dialog; and all of them can be turned off (WCAG 2.2, 2.1.4).
 */
export function useListKeys(table: RefObject<HTMLElement | null>, on: boolean, keys: ListKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  const last = useRef("")
  useEffect(() => {
    if (!on) return
    const rows = () => [...(table.current?.querySelectorAll<HTMLElement>("tr[data-story]") ?? [])]
    const here = () => {
      const row = document.activeElement?.closest<HTMLElement>("tr[data-story]")
      return row ?? rows().find(({ dataset }) => dataset.story === last.current)
    }
    const go = (row: HTMLElement | undefined) => {
      last.current = row?.dataset.story ?? last.current
      row?.querySelector<HTMLElement>("a")?.focus()
    }
    const move = (step: number) => {
      const all = rows()
      const from = here()
      const next = from ? all[all.indexOf(from) + step] : all[0]
      if (next) go(next)
      else if (from && step > 0) latest.current.onward?.()
    }
    const withStory = (act: ((id: string) => void) | undefined) => {
      const { story } = here()?.dataset ?? {}
      if (story) act?.(story)
    }
    const repair = () => {
      const row = here()
      if (row) latest.current.repair?.(row)
    }
    const does: Record<string, () => void> = {
      j: () => move(1),
      k: () => move(-1),
      o: () => withStory(latest.current.open),
      e: () => withStory(latest.current.edit),
      p: () => withStory(latest.current.preview),
      x: () => here()?.querySelector<HTMLElement>("input[type=checkbox]")?.click(),
      "/": () => document.querySelector<HTMLElement>("main input[type=search]")?.focus(),
      r: repair,
      "?": () => latest.current.help?.(),
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      const act = does[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [on, table])
}

const TAKES_KEYS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=textbox]"

const isTaken = (target: EventTarget | null) =>
  document.querySelector("dialog[open]") !== null || (target instanceof Element && target.closest(TAKES_KEYS) !== null)
