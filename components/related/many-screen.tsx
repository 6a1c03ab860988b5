"use client"

import { useState } from "react"
import { OutsideLinkDialog } from "@/components/editors/outside-link-dialog"
import type { BulkInput, ItemFound } from "@/lib/related/bulk"
import { BackForm } from "./back-form"
import type { AddLinkDoor, FindItemDoor, KeepDoor, ManyForm, Names, PlanDoor } from "./doors"
import { PlanDialog } from "./plan-dialog"
import { type Begin, ReplaceForm } from "./replace-form"
import { SetForm } from "./set-form"

/** Related news of many stories: put in, replaced or taken out, and led back. Each shows first what it would do. */
export function ManyScreen({ names, begin, doors }: ManyScreenProps) {
  const [asked, setAsked] = useState<{ title: string; ask: BulkInput } | null>(null)
  const [linking, setLinking] = useState<{ take: (item: ItemFound) => void } | null>(null)
  const form: ManyForm = {
    find: doors.find,
    onLook: (title, ask) => setAsked({ title, ask }),
    onNewLink: (take) => setLinking({ take }),
  }
  return (
    <>
      <ReplaceForm {...form} names={names} begin={begin} />
      <SetForm {...form} names={names} />
      <BackForm {...form} />
      {linking && (
        <OutsideLinkDialog
          title="A page elsewhere"
          send={doors.addLink}
          onClose={() => setLinking(null)}
          onLink={({ link, headline, url, source }) => {
            linking.take({ link, headline, whence: source || url })
            setLinking(null)
          }}
          onStory={({ story, headline, status, live }) => {
            const whence = live ? "a story of the paper" : `${status}, not public`
            linking.take({ story, headline: headline || "A story without a headline", whence })
            setLinking(null)
          }}
        />
      )}
      {asked && (
        <PlanDialog
          title={asked.title}
          look={() => doors.plan(asked.ask)}
          undo={doors.plan}
          keep={doors.keep}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

type ManyScreenProps = {
  names: Names
  begin: Begin
  doors: { plan: PlanDoor; keep: KeepDoor; find: FindItemDoor; addLink: AddLinkDoor }
}
