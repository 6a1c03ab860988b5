import { type MouseEvent, useCallback, useMemo, useRef, useState } from "react"

/** Which of these are chosen: one by one, from the last one on with Shift, or all. What is no longer there is not chosen either. */
export function useSelection(rows: readonly { id: string }[]) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef(rows)
  latest.current = rows
  const last = useRef("")
  const choose = useCallback((id: string, { shiftKey }: Pick<MouseEvent, "shiftKey">) => {
    const ids = latest.current.map((row) => row.id)
    const from = ids.indexOf(last.current)
    const to = ids.indexOf(id)
    last.current = id
    setMarked((before) => {
      const after = new Set(before)
      const on = !before.has(id)
      const range = shiftKey && from !== -1 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
      for (const one of range) on ? after.add(one) : after.delete(one)
      return after
    })
  }, [])
  const chooseAll = useCallback((all: boolean) => setMarked(new Set(all ? latest.current.map(({ id }) => id) : [])), [])
  const clear = useCallback(() => setMarked(new Set()), [])
  const chosen = useMemo(() => new Set(rows.flatMap(({ id }) => (marked.has(id) ? id : []))), [rows, marked])
  return { chosen, choose, chooseAll, clear }
}
