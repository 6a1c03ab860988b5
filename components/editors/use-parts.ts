import { useEffect, useRef } from "react"

/** What F6 leads to, in the order of the screen. */
const PARTS = "#acts, [data-place=headline], #body-text, main section[aria-labelledby]"

/** F6 leads on from part to part of the screen and Shift+F6 back, wherever the focus is; Ctrl+/ asks which keys there are. */
export function useParts(onHelp: () => void): void {
  const latest = useRef(onHelp)
  latest.current = onHelp
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const help = event.key === "/" && (event.ctrlKey || event.metaKey)
      if ((event.key !== "F6" && !help) || document.querySelector("dialog[open]")) return
      event.preventDefault()
      if (help) latest.current()
      else go(event.shiftKey)
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [])
}

function go(back: boolean) {
  const here = document.activeElement ?? document.body
  const parts = [...document.querySelectorAll<HTMLElement>(PARTS)]
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const there = parts.filter((part) => !part.contains(here) && here.compareDocumentPosition(part) & side)
  const to = back ? (there.at(-1) ?? parts.at(-1)) : (there[0] ?? parts[0])
  // A section takes the focus only from a script.
  if (to && to.tabIndex < 0) to.tabIndex = -1
  to?.focus()
}
