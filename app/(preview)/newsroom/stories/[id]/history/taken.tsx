"use client"

import { type ReactNode, useEffect, useRef } from "react"

type Props = {
  /** which text it is, within a sentence */
  what: string
  storyId: string
  /** what takes it back */
  children: ReactNode
}

/** Says that an earlier text is the draft now, while nobody has written on; with the way on, and one press back. */
export function Taken({ what, storyId, children }: Props) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    // Whoever has just done it goes on from here.
    if (location.hash === "#taken") place.current?.focus()
  }, [])
  return (
    <section ref={place} id="taken" tabIndex={-1} aria-label="Taken up" className="taken">
      <p role="status">The draft is {what} again. Readers see nothing of it before it is published.</p>
      <p className="version-doors">
        <a href={`/newsroom/stories/${storyId}`}>Go on writing in it</a>
      </p>
      {children}
    </section>
  )
}
