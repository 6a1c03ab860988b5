"use client"

import { TriangleAlert } from "lucide-react"
import { useState } from "react"
import { Drop } from "@/components/ui/drop"
import type { Found } from "@/lib/checks/findings"
import type { Language } from "@/lib/story/story"
import { FindingsList } from "./dialogs"

type ToCheckProps = {
  findings: readonly Found[]
  /** the checks that stop a text of its section */
  blocking: readonly string[]
  language: Language
}

/** What somebody may want to look at before readers do, each at its passage, beside the buttons that make it public. */
export function ToCheck({ findings, blocking, language }: ToCheckProps) {
  const [opened, setOpened] = useState(false)
  if (!findings.length) return null
  const stops = ({ rule }: Found) => blocking.includes(rule)
  const stopping = findings.filter(stops)
  const found = [...stopping, ...findings.filter((finding) => !stops(finding))]
  return (
    <Drop
      look="note"
      onOpen={() => setOpened(true)}
      summary={
        <>
          <TriangleAlert size={14} aria-hidden />
          {findings.length} to check{stopping.length > 0 && `, ${stopping.length} in the way`}
        </>
      }
    >
      {opened && <FindingsList {...{ found, stops, language }} />}
    </Drop>
  )
}
