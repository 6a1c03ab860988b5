import type { ReactNode } from "react"
import { Alarm } from "@/components/ui/alarm"
import { Button } from "@/components/ui/button"
import { Shell } from "@/components/ui/shell"
import { paper } from "@/lib/paper"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { findOverdue } from "@/lib/story/coming.server"
import { leave, lookForLate } from "./actions"

/** The gate and the shell of the newsroom. What somebody may do is decided where it is done, never here. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson()
  const rooms = [
    { name: "Newslist", address: "/newsroom" },
    { name: "Coming up", address: "/newsroom/coming" },
    ...(can(person, "front") ? [{ name: "Front", address: "/newsroom/front" }] : []),
    { name: "Corrections", address: "/newsroom/corrections" },
    { name: "Import", address: "/newsroom/import" },
    ...(can(person, "links") ? [{ name: "Related", address: "/newsroom/related" }] : []),
    ...(can(person, "jobs") ? [{ name: "Jobs", address: "/newsroom/jobs" }] : []),
    ...(can(person, "people") ? [{ name: "People", address: "/newsroom/people" }] : []),
    { name: "Settings", address: "/newsroom/settings" },
  ]
  const signOut = (
    <form action={leave}>
      <Button type="submit" look="quiet" small>
        Sign out
      </Button>
    </form>
  )
  return (
    <Shell paperName={paper.name} rooms={rooms} person={person} signOut={signOut}>
      {can(person, "schedule") && <Alarm late={await findOverdue()} look={lookForLate} />}
      {children}
    </Shell>
  )
}
