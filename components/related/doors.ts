import type { AddLink } from "@/components/editors/doors"
import type { Problem } from "@/lib/form-answer"
import type { BulkInput, ItemFound, Part, Plan, Result } from "@/lib/related/bulk"
import type { BadLine, FileLine } from "@/lib/related/files"
import type { Refusal } from "@/lib/story/acts"

/** What the rooms of related news can ask of the server; their pages bring these. */
export type PlanDoor = (ask: BulkInput) => Promise<{ plan: Plan } | Refusal | Problem>
export type KeepDoor = (part: Part) => Promise<{ results: Result[] } | Refusal | Problem>
export type PlanFileDoor = (given: {
  lines: FileLine[]
  whole: boolean
  spoiled: string[]
}) => Promise<{ plan: Plan; bad: BadLine[] } | Refusal | Problem>
export type FindItemDoor = (given: { q: string }) => Promise<{ found: ItemFound[] } | Problem>
export type AddLinkDoor = AddLink

export const UNREACHED = "The server cannot be reached. Nothing was done: try again in a moment."

type Name = { slug: string; name: string }
export type Names = { sections: readonly Name[]; topics: readonly Name[]; packages: readonly Name[] }

/** What a form of this screen can do: look what an act would do, and let somebody write down a page elsewhere. */
export type ManyForm = {
  find: FindItemDoor
  onLook: (title: string, ask: BulkInput) => void
  onNewLink: (take: (item: ItemFound) => void) => void
}
