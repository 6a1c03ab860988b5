import type { ArrangedPage, Slot, SlotStory } from "@/lib/front/arrangement"
import type { Refusal } from "@/lib/story/acts"
import type { Problem } from "../editors/doors"

type Asked = { page: string; revision: number }
type Answer = { stories: SlotStory[] } & ({ arranged: ArrangedPage } | { stale: ArrangedPage })

/** What a change of a page comes to; with the stories that the page speaks of. */
export type Arranging = Answer | Refusal | Problem

/** What the screen can ask of the server; the page brings these, so that the screen knows no server. */
export type FrontDoors = {
  arrange: (asked: Asked & { slots: Slot[]; from: Date | null; instead: number }) => Promise<Arranging>
  cancel: (asked: Asked & { from: Date }) => Promise<Arranging>
  putBack: (asked: Asked & { number: number }) => Promise<Arranging>
  undo: (asked: Asked) => Promise<Arranging>
  search: (asked: { q: string }) => Promise<{ found: SlotStory[] } | Problem>
}
