"use client"

import { type ComponentProps, useEffect, useRef, useState } from "react"
import { later } from "@/components/ui/later"
import panel from "./panel.module.css"
import type { Suggestions } from "./suggestions"

const Later = later<ComponentProps<typeof Suggestions>>(() => import("./suggestions").then((part) => part.Suggestions))

/** Suggestions stand far down beside the text: they are fetched, and looked for, once somebody comes there. */
export function SuggestionsWhenSeen(props: ComponentProps<typeof Suggestions>) {
  const place = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || !place.current) return
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [seen])
  return (
    <div ref={place}>{seen ? <Later {...props} /> : <p className={panel.soft}>Suggestions come in a moment.</p>}</div>
  )
}
