import { expect, test } from "@playwright/test"
import { findHistory } from "@/lib/record/events.server"
import { findLiveVersion } from "@/lib/record/versions.server"
import { performDue } from "@/lib/story/clock.server"
import { findStory } from "@/lib/story/find.server"
import { findListPage } from "@/lib/story/listed.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { done, hire, rareWord, storyIn } from "../../newsroom"

const HOUR = 3_600_000
const from = (hours: number) => new Date(Date.now() + hours * HOUR)

test("the clock brings scheduled changes and withdrawals, each once, with the words that were written for it", async () => {
  const ben = await hire("editor")
  const changed = await storyIn("published")
  const saved = await saveDraft(ben, changed.id, changed.revision, { headline: "It was fourteen" })
  if (!("saved" in saved)) throw new Error("not saved")
  const correction = { at: from(-1), as: "correct" as const, note: "It was fourteen." }
  done(await perform(ben, "scheduleChange", changed.id, saved.saved.revision, correction, from(-2)))
  const leaving = await storyIn("published")
  const notice = { at: from(-1), note: "The exhibition is over." }
  done(await perform(ben, "withdrawLater", leaving.id, leaving.revision, notice, from(-2)))
  await Promise.all(Array.from({ length: 6 }, performDue))

  expect(await findStory(changed.id)).toMatchObject({ status: "published", publishAt: null, changeAs: null })
  expect(await findLiveVersion(changed.id)).toMatchObject({
    number: 2,
    kind: "correct",
    note: "It was fourteen.",
    by: null,
  })
  expect((await findHistory(changed.id)).slice(-2)).toMatchObject([
    { act: "scheduleChange", due: correction.at, version: null },
    { act: "correct", actor: null, due: null, version: 2, note: "It was fourteen." },
  ])
  expect(await findStory(leaving.id)).toMatchObject({
    ...{ status: "withdrawn", liveId: null, withdrawnNote: notice.note, withdrawAt: null },
  })
  expect((await findHistory(leaving.id)).filter(({ act }) => act === "withdraw")).toMatchObject([{ actor: null }])
})

test("a minor change leaves what readers are told as “Updated” as it was; any other moves it", async () => {
  const ben = await hire("editor")
  let story = await storyIn("published")
  const told = async (act: "minor" | "update", hours: number) => {
    const saved = await saveDraft(ben, story.id, story.revision, { headline: `${act} ${hours} ${rareWord()}` })
    if (!("saved" in saved)) throw new Error("not saved")
    story = done(await perform(ben, act, story.id, saved.saved.revision, {}, from(hours)))
    const found = await findLive(story.text.section, story.text.slug)
    if (!("live" in found)) throw new Error("not live")
    const [listed] =
      (await findListPage("section", story.text.section, 1))?.stories.filter(({ id }) => id === story.id) ?? []
    expect(listed?.updatedAt).toEqual(found.live.updatedAt)
    expect(found.live.headline).toBe(story.text.headline)
    return found.live.updatedAt
  }
  expect(await told("minor", 1)).toBe(null)
  const updated = await told("update", 2)
  expect(updated).not.toBe(null)
  expect(await told("minor", 3)).toEqual(updated)
})

test("where a withdrawal takes two people, one asks and another does it; a new version asks anew", async () => {
  const [ada, ben, cleo] = [await hire("reporter"), await hire("editor"), await hire("editor")]
  process.env.WITHDRAWALS = "two-people"
  try {
    let story = await storyIn("published")
    const go = (who: typeof ben, act: "withdraw" | "withdrawLater", note = "Not so.") =>
      perform(who, act, story.id, story.revision, { note, at: from(1) })
    expect(await go(ben, "withdraw")).toMatchObject({ refused: expect.stringContaining("takes two people") })
    expect(await go(ben, "withdrawLater")).toMatchObject({ refused: expect.stringContaining("takes two people") })
    story = done(await perform(ben, "askWithdrawal", story.id, story.revision, { note: "The source took it back." }))
    expect(await go(ben, "withdraw"), "who asked is not the second").toMatchObject({ because: "not ready" })
    story = done(await perform(cleo, "correct", story.id, story.revision, { note: "It was otherwise." }))
    expect(await go(cleo, "withdraw"), "that was asked of another text").toMatchObject({ because: "not ready" })
    story = done(await perform(ada, "askWithdrawal", story.id, story.revision, { note: "Still wrong." }))
    story = done(await go(cleo, "withdrawLater"))
    story = done(await go(ben, "withdraw"))
    expect(story.status).toBe("withdrawn")
  } finally {
    delete process.env.WITHDRAWALS
  }
})
