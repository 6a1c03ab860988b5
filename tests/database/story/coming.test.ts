import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { readiness } from "@/lib/health.server"
import { raiseAlarms, tellOfOverdue } from "@/lib/story/alarm.server"
import { performDue } from "@/lib/story/clock.server"
import { findComing, findOverdue } from "@/lib/story/coming.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { done, hire, storyIn } from "../../newsroom"
import { mailsAbout } from "../mails"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

const HOUR = 3_600_000
const NOW = Math.floor(Date.now() / 1_000) * 1_000
const from = (hours: number) => new Date(NOW + hours * HOUR)

test("what is coming up is everything that the clock will do, and embargoes that end, in order", async () => {
  const ben = await hire("editor")
  const embargoed = await storyIn("filed")
  done(await perform(ben, "embargo", embargoed.id, embargoed.revision, { at: from(1) }))
  const scheduled = await storyIn("filed")
  done(await perform(ben, "schedule", scheduled.id, scheduled.revision, { at: from(2) }))
  const changed = await storyIn("published")
  const saved = await saveDraft(ben, changed.id, changed.revision, { kicker: "Analysis" })
  if (!("saved" in saved)) throw new Error("not saved")
  done(await perform(ben, "scheduleChange", changed.id, saved.saved.revision, { at: from(3), as: "minor" }))
  const leaving = await storyIn("published")
  done(await perform(ben, "withdrawLater", leaving.id, leaving.revision, { at: from(4), note: "Over." }))
  const arrangement = (number: number, kind: string, hours: number, madeAt: number) =>
    db.arrangement.create({
      data: { page: "front", number, kind, from: from(hours), slots: [], madeById: ben.id, madeAt: from(madeAt) },
    })
  await arrangement(1, "arrange", 5, 0)
  await arrangement(2, "arrange", 6, 0)
  await arrangement(3, "cancel", 6, 0)
  await storyIn("published")
  const spiked = await storyIn("scheduled")
  done(await perform(ben, "spike", spiked.id, spiked.revision))

  const lines = await findComing(new Date(0), null)
  expect(lines.map(({ what, at, address }) => [what, at.getTime(), address.split("/").at(-1)])).toEqual([
    ["embargo", from(1).getTime(), embargoed.id],
    ["publish", from(2).getTime(), scheduled.id],
    ["minor", from(3).getTime(), changed.id],
    ["withdraw", from(4).getTime(), leaving.id],
    ["arrangement", from(5).getTime(), "front"],
  ])
  expect(await findComing(from(2), from(4))).toHaveLength(2)
})

test("what was due and could not be done is an alarm: said when asked, and one mail to whoever is on duty", async () => {
  const [ben, cleo] = [await hire("editor"), await hire("admin")]
  const story = await storyIn("filed")
  const scheduled = done(await perform(ben, "schedule", story.id, story.revision, { at: from(1) }))
  await saveDraft(ben, story.id, scheduled.revision, { headline: "" })
  expect(await findOverdue()).toEqual([])
  const due = new Date(Date.now() - 6_000)
  await db.story.update({ where: { id: story.id }, data: { publishAt: due } })
  expect(await performDue()).toEqual([])
  expect(await findOverdue()).toEqual([{ id: story.id, headline: "", at: due }])
  const { ready, checks } = await readiness()
  expect({ ready, clock: checks.clock }).toMatchObject({ ready: false, clock: { ok: false } })

  await Promise.all([raiseAlarms(), raiseAlarms()])
  await raiseAlarms()
  const jobs = await db.job.findMany({ where: { kind: "alarm" } })
  expect(jobs.map(({ payload }) => payload)).toEqual([{ story: story.id, due: due.toISOString() }])
  await tellOfOverdue({ story: story.id, due: due.toISOString() })
  const mail = await mailsAbout(story.id)
  expect(mail).toHaveLength(1)
  expect(mail[0]).toContain(cleo.email)
  expect(mail[0]).not.toContain(ben.email)
  expect(mail[0]).toContain("Subject: Overdue since")

  const now = await db.story.findUniqueOrThrow({ where: { id: story.id } })
  done(await perform(ben, "unschedule", story.id, now.revision))
  await tellOfOverdue({ story: story.id, due: due.toISOString() })
  expect(await mailsAbout(story.id), "not once it is settled").toHaveLength(1)
})
