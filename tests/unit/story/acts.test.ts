import { expect, test } from "@playwright/test"
import { type Actor, CLOCK } from "@/lib/people/people"
import { ACT_NAMES, type Act, actOf, actsOpenTo, decide, rowOf, wordOf } from "@/lib/story/acts"
import { STATUSES, type Status, type Story } from "@/lib/story/story"

const NOW = new Date("2026-11-24T12:00:00Z")
const LATER = new Date("2026-11-24T13:00:00Z")
/** after what a scheduled story waits for */
const LATER_STILL = new Date("2026-11-24T14:00:00Z")

const ACTORS = {
  Ada: { id: "1", name: "Ada", email: "ada@demo.test", role: "reporter" },
  Ben: { id: "2", name: "Ben", email: "ben@demo.test", role: "editor" },
  Cleo: { id: "3", name: "Cleo", email: "cleo@demo.test", role: "admin" },
  CLOCK,
} as const satisfies Record<string, Actor>

// done: where it ends · right: not open to this person · state: not in this state · ready: nothing is due or planned, or what is planned is in the way.
// Written out by hand: it says what the newsroom wants, not what the code does.
const TABLE: Record<keyof typeof ACTORS, Record<Act, string>> = {
  //              draft     filed     scheduled published withdrawn spiked
  Ada: {
    file: "       filed     state     state     state     state     state",
    approve: "    right     right     right     right     right     right",
    sendBack: "   right     right     right     right     right     right",
    schedule: "   right     right     right     right     right     right",
    unschedule: " right     right     right     right     right     right",
    publish: "    right     right     right     right     right     right",
    update: "     right     right     right     right     right     right",
    minor: "      right     right     right     right     right     right",
    correct: "    right     right     right     right     right     right",
    scheduleChange: " right right right right right right",
    cancelChange: " right right right right right right",
    embargo: "    draft     right     right     state     state     state",
    liftEmbargo: "right     right     right     right     right     right",
    withdrawLater: " right right right right right right",
    keepUp: "     right     right     right     right     right     right",
    askWithdrawal: "state state state published state state",
    withdraw: "   right     right     right     right     right     right",
    remove: "     right     right     right     right     right     right",
    spike: "      right     right     right     right     right     right",
    restore: "    right     right     right     right     right     right",
  },
  Ben: {
    file: "       filed     state     state     state     state     state",
    approve: "    draft     filed     scheduled published state     state",
    sendBack: "   state     draft     state     state     state     state",
    schedule: "   scheduled scheduled state     state     state     state",
    unschedule: " state     state     filed     state     state     state",
    publish: "    published published published state     state     state",
    update: "     state     state     state     published state     state",
    minor: "      state     state     state     published state     state",
    correct: "    state     state     state     published state     state",
    scheduleChange: " state state state published state state",
    cancelChange: " state state state ready state state",
    embargo: "    draft     filed     ready     state     state     state",
    liftEmbargo: "ready     ready     ready     state     state     state",
    withdrawLater: " draft filed scheduled published state state",
    keepUp: "     ready     ready     ready     ready     state     state",
    askWithdrawal: "state state state published state state",
    withdraw: "   state     state     state     withdrawn state     state",
    remove: "     right     right     right     right     right     right",
    spike: "      spiked    spiked    spiked    state     state     state",
    restore: "    state     state     state     state     draft     draft",
  },
  Cleo: {
    file: "       filed     state     state     state     state     state",
    approve: "    draft     filed     scheduled published state     state",
    sendBack: "   state     draft     state     state     state     state",
    schedule: "   scheduled scheduled state     state     state     state",
    unschedule: " state     state     filed     state     state     state",
    publish: "    published published published state     state     state",
    update: "     state     state     state     published state     state",
    minor: "      state     state     state     published state     state",
    correct: "    state     state     state     published state     state",
    scheduleChange: " state state state published state state",
    cancelChange: " state state state ready state state",
    embargo: "    draft     filed     ready     state     state     state",
    liftEmbargo: "ready     ready     ready     state     state     state",
    withdrawLater: " draft filed scheduled published state state",
    keepUp: "     ready     ready     ready     ready     state     state",
    askWithdrawal: "state state state published state state",
    withdraw: "   state     state     state     withdrawn state     state",
    remove: "     ready     ready     ready     withdrawn withdrawn ready",
    spike: "      spiked    spiked    spiked    state     state     state",
    restore: "    state     state     state     state     draft     draft",
  },
  CLOCK: {
    file: "       right     right     right     right     right     right",
    approve: "    right     right     right     right     right     right",
    sendBack: "   right     right     right     right     right     right",
    schedule: "   right     right     right     right     right     right",
    unschedule: " right     right     right     right     right     right",
    publish: "    right     right     published state     state     state",
    update: "     state     state     state     ready     state     state",
    minor: "      state     state     state     ready     state     state",
    correct: "    state     state     state     ready     state     state",
    scheduleChange: " right right right right right right",
    cancelChange: " right right right right right right",
    embargo: "    right     right     right     right     right     right",
    liftEmbargo: "right     right     right     right     right     right",
    withdrawLater: " right right right right right right",
    keepUp: "     right     right     right     right     right     right",
    askWithdrawal: "right right right right right right",
    withdraw: "   state     state     state     ready     state     state",
    remove: "     right     right     right     right     right     right",
    spike: "      right     right     right     right     right     right",
    restore: "    right     right     right     right     right     right",
  },
}

function storyIn(status: Status, given: Partial<Story> = {}): Story {
  const live = status === "published"
  return {
    id: "s",
    revision: 7,
    status,
    text: {
      headline: "Flood",
      standfirst: "",
      kicker: "",
      dateline: "",
      language: "en",
      section: "world",
      slug: "flood",
      byline: [],
      topics: [],
      body: [{ kind: "paragraph", id: "a", text: [{ text: "Water." }] }],
      related: [],
    },
    liveId: live ? "v" : null,
    // A published story here has unpublished changes, so that there is something to update.
    unread: 0,
    liveRevision: live ? 6 : null,
    slugChosen: false,
    firstPublishedAt: live || status === "withdrawn" ? NOW : null,
    publishAt: status === "scheduled" ? NOW : null,
    ...{ changeAs: null, changeNote: "", changeClarifies: false },
    ...{ embargoUntil: null, withdrawAt: null, withdrawNotice: "" },
    withdrawnAt: null,
    ...{ withdrawnNote: "", removedAt: null },
    createdById: "1",
    createdAt: NOW,
    changedAt: NOW,
    ...given,
  }
}

const expected = (who: keyof typeof ACTORS, act: Act, status: Status) =>
  TABLE[who][act].trim().split(/\s+/)[STATUSES.indexOf(status)] ?? "missing"

for (const who of Object.keys(TABLE) as (keyof typeof ACTORS)[])
  for (const act of ACT_NAMES)
    test(`${who} and the act "${act}", in every state of a story`, () => {
      for (const status of STATUSES) {
        const particulars = { note: "Because.", at: rowOf(act).asksWhen ? LATER_STILL : null }
        const decision = decide(ACTORS[who], act, storyIn(status), NOW, particulars)
        const got = "story" in decision ? decision.story.status : decision.because.replace(/no |not |wrong /, "")
        expect(got, `a story that is ${status}`).toBe(expected(who, act, status))
        if ("story" in decision) expect(decision.story.revision).toBe(8)
        else expect(decision.refused).toMatch(/^[A-Z].*\.$/)
      }
    })

for (const who of Object.keys(TABLE) as (keyof typeof ACTORS)[])
  test(`${who} is shown the buttons of the acts that are open, and no other`, () => {
    for (const status of STATUSES) {
      const story = storyIn(status)
      const mayBe = ACT_NAMES.filter((act) => {
        const { onlyWith } = rowOf(act)
        return !onlyWith || story[onlyWith] !== null
      })
      const open = mayBe.filter((act) => !["right", "state"].includes(expected(who, act, status)))
      expect(actsOpenTo(ACTORS[who], story), status).toEqual(open)
    }
  })

const refusal = (act: Act, story: Story, note = "", at: Date | null = null, actor: Actor = ACTORS.Ben) => {
  const decision = decide(actor, act, story, NOW, { note, at })
  return "refused" in decision ? decision.refused : "done"
}
const without = (change: Partial<Story["text"]>, status: Status = "draft") => {
  const story = storyIn(status)
  return { ...story, text: { ...story.text, ...change } }
}

test("a story without a headline or without words is neither filed, scheduled, published, updated nor corrected", () => {
  for (const act of ["file", "schedule", "publish", "update", "correct"] as const) {
    const status = act === "update" || act === "correct" ? "published" : "draft"
    expect(refusal(act, without({ headline: " " }, status), "x", LATER)).toContain("headline")
    expect(refusal(act, without({ body: [] }, status), "x", LATER)).toContain("no text")
    const blank = [{ kind: "paragraph" as const, id: "a", text: [{ text: " " }] }]
    expect(refusal(act, without({ body: blank }, status), "x", LATER)).toContain("no text")
  }
})

test("a correction and a withdrawal need their words", () => {
  expect(refusal("correct", storyIn("published"), " \n")).toContain("what was wrong")
  expect(refusal("withdraw", storyIn("published"), "")).toContain("notice")
})

test("a schedule needs a time that is still to come", () => {
  expect(refusal("schedule", storyIn("filed"))).toContain("Say when")
  expect(refusal("schedule", storyIn("filed"), "", NOW)).toContain("has passed")
  expect(refusal("schedule", storyIn("filed"), "", new Date(Number.NaN))).toContain("Say when")
})

test("an update without anything new is refused, a correction is not", () => {
  const same = storyIn("published", { liveRevision: 7 })
  expect(refusal("update", same)).toContain("Nothing has changed")
  expect(refusal("correct", same, "It was Tuesday.")).toBe("done")
})

test("the clock publishes nothing before its time", () => {
  expect(refusal("publish", storyIn("scheduled", { publishAt: LATER }), "", null, CLOCK)).toContain("not due")
  expect(refusal("publish", storyIn("scheduled", { publishAt: null }), "", null, CLOCK)).toContain("not due")
})

test("the first publication is remembered, and a withdrawal forgets the live version", () => {
  const first = decide(ACTORS.Ben, "publish", storyIn("filed"), NOW)
  expect(first).toMatchObject({ story: { firstPublishedAt: NOW, publishAt: null } })
  const again = decide(ACTORS.Ben, "publish", storyIn("draft", { firstPublishedAt: new Date(0) }), NOW)
  expect(again).toMatchObject({ story: { firstPublishedAt: new Date(0), withdrawnAt: null, withdrawnNote: "" } })
  const gone = decide(ACTORS.Cleo, "withdraw", storyIn("published"), NOW, { note: " False. ", at: null })
  expect(gone).toMatchObject({ story: { liveId: null, liveRevision: null, withdrawnAt: NOW, withdrawnNote: "False." } })
})

test("every act has one word in an address, and the word leads back to it", () => {
  expect(wordOf("sendBack")).toBe("send-back")
  for (const act of ACT_NAMES) expect(actOf(wordOf(act))).toBe(act)
  expect(actOf("sendBack")).toBeUndefined()
})

test("who may not do something is told whom to ask", () => {
  const story = storyIn("published")
  expect(decide(ACTORS.Ben, "remove", story, NOW)).toMatchObject({
    refused: expect.stringMatching(/an editor\. Ask an administrator\.$/),
  })
  expect(decide(ACTORS.Ada, "publish", story, NOW)).toMatchObject({
    refused: expect.stringMatching(/a reporter\. Ask an editor\.$/),
  })
})
