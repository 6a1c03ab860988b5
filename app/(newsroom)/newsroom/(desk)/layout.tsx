import type { ReactNode } from "react"
import { PaletteDoor } from "@/components/palette/palette-door"
import { SignOut } from "@/components/people/sign-out"
import { Alarm } from "@/components/ui/alarm"
import { Shell } from "@/components/ui/shell"
import { Waiting } from "@/components/ui/waiting"
import { paper } from "@/lib/paper"
import { can } from "@/lib/people/can"
import { requirePerson } from "@/lib/people/gate.server"
import { roomsOf } from "@/lib/people/rooms"
import { findOverdue } from "@/lib/story/coming.server"
import { leave, lookForLate, startStory } from "./actions"

/** The gate and the shell of the newsroom. What somebody may do is decided where it is done, never here. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson()
  const rooms = roomsOf(person)
  return (
    <Shell
      paperName={paper.name}
      rooms={rooms}
      person={person}
      find={<PaletteDoor personId={person.id} rooms={rooms} start={startStory} leave={leave} />}
      signOut={<SignOut leave={leave} />}
    >
      <Waiting />
      {can(person, "schedule") && <Alarm late={await findOverdue()} look={lookForLate} />}
      {children}
    </Shell>
  )
}
