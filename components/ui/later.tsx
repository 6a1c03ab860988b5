"use client"

import { type ComponentType, createElement, type ReactNode, useEffect, useRef, useState } from "react"
import { Button } from "./button"
import { Notice } from "./notice"

/**
 * A part of a screen that is fetched when it is first wanted. Where it cannot be, without a line or because the server was renewed since,
 * its place says so and nothing around it breaks; it is tried again when somebody asks for that, or wants it the next time.
 *
 * @param load fetches the part
 * @param takesKeys the part begins in a field of its own: what is typed while it is on its way is written there
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  takesKeys = false,
): (props: P) => ReactNode {
  let found: ComponentType<P> | undefined
  return function Later(props: P) {
    const [part, setPart] = useState(() => found)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (part || failed) return
      load().then(
        (fetched) => {
          found = fetched
          setPart(() => fetched)
        },
        () => setFailed(true),
      )
    }, [part, failed])
    useKeysMeanwhile(takesKeys && !part && !failed)
    if (part) return createElement(part, props)
    return failed ? (
      <Notice tone="problem" role="alert">
        This could not be fetched. Your text is safe. If trying again does not help, load the page again once everything
        is saved.{" "}
        <Button small onClick={() => setFailed(false)}>
          Try again
        </Button>
      </Notice>
    ) : null
  }
}

/** Keeps what is typed while it is waited for, and writes it at the end of the wait where the focus then is. */
function useKeysMeanwhile(waiting: boolean) {
  const typed = useRef("")
  useEffect(() => {
    if (!waiting) {
      if (typed.current && isField(document.activeElement)) document.execCommand("insertText", false, typed.current)
      typed.current = ""
      return
    }
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key === "Backspace") typed.current = typed.current.slice(0, -1)
      else if (event.key.length === 1) typed.current += event.key
      // These would change the text that still has the focus.
      else if (event.key !== "Enter" && event.key !== "Delete") return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener("keydown", keep, true)
    return () => document.removeEventListener("keydown", keep, true)
  }, [waiting])
}

const isField = (element: Element | null) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
