import { db } from "@/lib/db.server"
import type { Arranging } from "@/lib/front/arrange.server"
import type { ArrangedPage, Slot } from "@/lib/front/arrangement"
import { type Ahead, findReadersList } from "@/lib/front/find.server"
import type { Person } from "@/lib/people/people"

// What tests of arranged pages share.

export const slotFor = (story: { id: string }, given: Partial<Slot> = {}): Slot => ({
  ...{ story: story.id, size: "plain", kicker: "", headline: "", picture: "own", until: null },
  ...given,
})

/** What a test expects to succeed: a refusal is a mistake of the test, and says itself. */
export function arranged(answer: Arranging): ArrangedPage {
  if ("refused" in answer) throw new Error(answer.refused)
  if ("stale" in answer) throw new Error("somebody else was faster")
  return answer.arranged
}

/** The ids of a section's page as its readers see them, in order. */
export async function readersSee(section: string, ahead: Ahead | null = null): Promise<string[]> {
  const list = await findReadersList("section", section, undefined, ahead)
  return list?.placed.map(({ story }) => story.id) ?? []
}

/** An arrangement that somebody made some hours ago, for a moment of then or later. */
export const arrangedAgo = (by: Person, page: string, number: number, hours: number, slots: Slot[], from = -hours) =>
  db.arrangement.create({
    data: { page, number, kind: "arrange", from: inHours(from), slots, madeById: by.id, madeAt: inHours(-hours) },
  })

export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
