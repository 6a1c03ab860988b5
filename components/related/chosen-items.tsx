"use client"

import { X } from "lucide-react"
import { useEffect, useRef } from "react"
import panel from "@/components/editors/panel.module.css"
import type { ItemFound } from "@/lib/related/bulk"
import { keyOf } from "@/lib/related/lists"

/** What was chosen, each to be let go again. The focus stays here where the field that it was in went. */
export function ChosenItems({ label, items, onDrop }: ChosenItemsProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (items.length && document.activeElement === document.body) place.current?.querySelector("button")?.focus()
  }, [items])
  return (
    <div ref={place} tabIndex={-1}>
      {items.length > 0 && (
        <ul className={panel.chips} aria-label={label}>
          {items.map((item) => (
            <li key={keyOf(item)} className={panel.chip}>
              <span>{item.headline}</span>
              <button
                type="button"
                className={panel.drop}
                aria-label={`Let go of ${item.headline}`}
                onClick={() => {
                  place.current?.focus()
                  onDrop(item)
                }}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type ChosenItemsProps = { label: string; items: readonly ItemFound[]; onDrop: (item: ItemFound) => void }
