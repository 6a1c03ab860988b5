import { expect, test } from "@playwright/test"
import { type Actor, CLOCK } from "@/lib/people/people"
import { type Act, decide } from "@/lib/story/acts"
import { actDue, type Particulars, particularsDue } from "@/lib/story/planned"
import type { Status, Story } from "@/lib/story/story"

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
const NOW = at(12)
const BEN: Actor = { id: "2", name: "Ben", email: "ben@demo.test", role: "editor" }

/** A story with a headline and words; a published one has unpublished changes. */
function storyIn(status: Status, given: Partial<Story> = {}): Story {
  const live = status === "published"
  return {
    ...{ id: "s", revision: 7, status, unread: 0, liveId: live ? "v" : null, liveRevision: live ? 6 : null },
    text: {
      ...{ headline: "Flood", standfirst: "", kicker: "", dateline: "", language: "en", section: "world" },
      ...{ slug: "flood", byline: [], topics: [], related: [] },
      body: [{ kind: "paragraph", id: "a", text: [{ text: "Water." }] }],
    },
    ...{
      slugChosen: false,
      firstPublishedAt: null,
      publishAt: null,
      withdrawnAt: null,
      withdrawnNote: "",
      removedAt: null,
    },
    ...{ changeAs: null, changeNote: "", changeClarifies: false },
    ...{ embargoUntil: null, withdrawAt: null, withdrawNotice: "" },
    ...{ createdById: "1", createdAt: NOW, changedAt: NOW },
    ...given,
  }
}

const asked = (given: Partial<Particulars> = {}) => ({ note: "", at: null, ...given })
function refusal(act: Act, story: Story, particulars: Partial<Particulars> = {}, actor = BEN, now = NOW) {
  const decision = decide(actor, act, story, now, asked(particulars))
  return "refused" in decision ? decision.refused : "done"
}
function made(act: Act, story: Story, particulars: Partial<Particulars> = {}): Story {
  const decision = decide(BEN, act, story, NOW, asked(particulars))
  if ("refused" in decision) throw new Error(decision.refused)
  return decision.story
}

test("under embargo nothing is published before its end, by nobody; from its end on it is", () => {
  const held = made("embargo", storyIn("filed"), { at: at(15) })
  expect(refusal("publish", held)).toContain("under embargo until 24 November 2026, 16:00 CET")
  expect(refusal("schedule", held, { at: at(14) })).toContain("choose that time or a later one")
  expect(refusal("schedule", held, { at: at(15) })).toBe("done")
  expect(refusal("publish", held, {}, BEN, at(15))).toBe("done")
  const due = { ...held, status: "scheduled" as const, publishAt: at(13) }
  expect(refusal("publish", due, {}, CLOCK, at(14)), "whatever the database says, the clock keeps it").toContain(
    "embargo",
  )
  expect(refusal("publish", made("liftEmbargo", held))).toBe("done")
})

test("an embargo needs a time to come, and does not end after a scheduled publication", () => {
  expect(refusal("embargo", storyIn("draft"))).toContain("Say until when")
  expect(refusal("embargo", storyIn("draft"), { at: NOW })).toContain("has passed")
  const scheduled = storyIn("scheduled", { publishAt: at(14) })
  expect(refusal("embargo", scheduled, { at: at(15) })).toContain("Take it off the schedule first")
  expect(refusal("embargo", scheduled, { at: at(14) })).toBe("done")
})

test("a change of a live story is scheduled as what it will be, and cancelled whole", () => {
  const story = storyIn("published")
  expect(refusal("scheduleChange", story)).toContain("Say when")
  expect(refusal("scheduleChange", story, { at: at(14), as: "correct" })).toContain("what was wrong")
  expect(refusal("scheduleChange", { ...story, liveRevision: 7 }, { at: at(14) })).toContain("Nothing has changed")
  const planned = made("scheduleChange", story, { at: at(14), as: "correct", note: " It was 14. ", clarifies: true })
  expect(planned).toMatchObject({ status: "published", publishAt: at(14), changeAs: "correct" })
  expect(planned).toMatchObject({ changeNote: "It was 14.", changeClarifies: true })
  expect(actDue(planned, at(13))).toBe(null)
  expect(actDue(planned, at(14))).toBe("correct")
  expect(particularsDue(planned, "correct")).toEqual({ note: "It was 14.", clarifies: true, at: null })
  expect(refusal("update", planned, {}, CLOCK, at(14)), "as what it was scheduled").toContain("not due")
  const none = { publishAt: null, changeAs: null, changeNote: "", changeClarifies: false }
  for (const act of ["cancelChange", "update", "minor"] as const) expect(made(act, planned)).toMatchObject(none)
  expect(made("scheduleChange", story, { at: at(14), note: "no words for readers" })).toMatchObject({
    ...{ changeAs: "update", changeNote: "" },
  })
})

test("a story is withdrawn at its time with its notice, and never before readers have had it", () => {
  const note = "The exhibition is over."
  expect(refusal("withdrawLater", storyIn("published"), { note })).toContain("Say when")
  expect(refusal("withdrawLater", storyIn("published"), { at: at(14) })).toContain("notice")
  const scheduled = storyIn("scheduled", { publishAt: at(14) })
  expect(refusal("withdrawLater", scheduled, { at: at(14), note })).toContain("choose a later time")
  const planned = made("withdrawLater", storyIn("published"), { at: at(18), note })
  expect(actDue(planned, at(17))).toBe(null)
  expect(actDue(planned, at(18))).toBe("withdraw")
  expect(particularsDue(planned, "withdraw")).toEqual({ note, at: null })
  expect(made("keepUp", planned)).toMatchObject({ withdrawAt: null, withdrawNotice: "" })
  expect(made("withdraw", planned, { note })).toMatchObject({ withdrawAt: null, withdrawNotice: "" })
  const draft = made("withdrawLater", storyIn("draft"), { at: at(18), note })
  expect(actDue(draft, at(19)), "what readers never had is not withdrawn").toBe(null)
  expect(refusal("schedule", draft, { at: at(18) })).toContain("to be withdrawn")
  expect(refusal("publish", draft, {}, BEN, at(19))).toContain("Do not withdraw")
})

test("a withdrawal that is due waits for no change that was due before, for that may never be possible", () => {
  const both = { publishAt: at(9), changeAs: "update", withdrawAt: at(10) } as const
  expect(actDue(storyIn("published", both), NOW)).toBe("withdraw")
  expect(actDue(storyIn("published", { ...both, withdrawAt: at(13) }), NOW)).toBe("update")
})

test("who may not lift an embargo does not shorten it either", () => {
  const ada: Actor = { id: "1", name: "Ada", email: "ada@demo.test", role: "reporter" }
  const held = made("embargo", storyIn("draft"), { at: at(15) })
  expect(refusal("embargo", held, { at: at(13) }, ada)).toContain("ends on")
  expect(refusal("embargo", held, { at: at(16) }, ada)).toBe("done")
  expect(refusal("embargo", held, { at: at(13) })).toBe("done")
})

test("what is noted for later does not make a story that readers have as it is look changed", () => {
  const clean = storyIn("published", { liveRevision: 7 })
  const planned = made("withdrawLater", clean, { at: at(18), note: "Over." })
  expect(planned.liveRevision).toBe(planned.revision)
  expect(made("askWithdrawal", storyIn("published"), { note: "x" }).liveRevision).toBe(6)
})
