"use client"

import type { ComponentProps } from "react"
import { BrokenScreen } from "@/components/ui/broken-screen"

/** The shell itself asks the database who is here: where that breaks, nothing inside of it can tell. */
export default function BrokenShell(given: ComponentProps<typeof BrokenScreen>) {
  return (
    <main>
      <BrokenScreen {...given} />
    </main>
  )
}
