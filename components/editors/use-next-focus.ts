import { type RefObject, useEffect, useRef } from "react"

/**
 * When the line goes whose button was pressed, the focus goes to the same button of the line in its place, or else to the summary or the heading
 * of the part; not where somebody went on meanwhile. Gives what such a button calls: `kind` is its `data-next`.
 */
export function useNextFocus(place: RefObject<HTMLElement | null>) {
  const left = useRef<{ button: HTMLElement; kind: string; at: number } | null>(null)
  const buttons = (kind: string) => [...(place.current?.querySelectorAll<HTMLElement>(`[data-next="${kind}"]`) ?? [])]
  const besideAll = () => ["summary", "h3"].map((name) => place.current?.querySelector<HTMLElement>(name)).find(Boolean)
  useEffect(() => {
    const was = left.current
    if (!was || was.button.isConnected) return
    left.current = null
    if (document.activeElement && document.activeElement !== document.body) return
    const next = buttons(was.kind)
    const beside = next[Math.min(was.at, next.length - 1)] ?? besideAll()
    beside?.focus()
  })
  return (button: HTMLElement, kind: string) => {
    left.current = { button, kind, at: buttons(kind).indexOf(button) }
  }
}
