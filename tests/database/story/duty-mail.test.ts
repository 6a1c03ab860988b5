import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { queueDutyMail, tellDutyEditor } from "@/lib/story/duty-mail.server"
import { perform } from "@/lib/story/perform.server"
import { done, hire, rareWord, storyIn } from "../../newsroom"
import { mailsAbout } from "../mails"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

const DAY = 24 * 3_600_000

test("whoever is on duty is written to when a story is corrected, withdrawn or removed, or a withdrawal is asked for", async () => {
  process.env.DUTY_EDITOR = "desk@paper.test"
  try {
    while (await queueDutyMail());
    const ben = await hire("editor")
    const headline = `Fourteen ${rareWord()}`
    let story = await storyIn("published", { headline })
    story = done(await perform(ben, "correct", story.id, story.revision, { note: "It was fourteen." }))
    story = done(await perform(ben, "askWithdrawal", story.id, story.revision, { note: "The source took it back." }))
    const withdrawn = done(await perform(ben, "withdraw", story.id, story.revision, { note: "Not so." }))
    while (await queueDutyMail());
    while (await queueDutyMail());
    const queued = await db.job.findMany({ where: { kind: "dutyMail" }, orderBy: { createdAt: "asc" } })
    expect(queued).toHaveLength(3)
    for (const { payload } of queued) await tellDutyEditor(payload as { position: number })
    const mails = await mailsAbout(story.id)
    expect(mails).toHaveLength(3)
    for (const mail of mails) expect(mail).toContain("To: desk@paper.test")
    const about = (words: string) => mails.filter((mail) => mail.includes(words))
    expect(about("It was fourteen.")).toHaveLength(1)
    expect(about("Withdrawal asked for: ")).toHaveLength(1)
    expect(about(`${ben.name}`), "who did it").toHaveLength(3)
    expect(about(headline)).toHaveLength(3)

    done(await perform(await hire("admin"), "remove", story.id, withdrawn.revision, { note: "A court has ruled." }))
    while (await queueDutyMail());
    const [last] = await db.job.findMany({ where: { kind: "dutyMail" }, orderBy: { createdAt: "desc" }, take: 1 })
    await tellDutyEditor(last?.payload as { position: number })
    const [removal] = (await mailsAbout(story.id)).filter((mail) => mail.includes("Removed for legal reasons"))
    expect(removal).toBeDefined()
    expect(removal, "it repeats nothing of what was removed").not.toContain(headline)
    expect(removal).toContain("a story that was removed")
  } finally {
    delete process.env.DUTY_EDITOR
  }
})

test("what happened a day ago is no news to whoever is on duty", async () => {
  while (await queueDutyMail());
  const ben = await hire("editor")
  const story = await storyIn("published")
  done(await perform(ben, "withdraw", story.id, story.revision, { note: "Not so." }))
  const before = await db.job.count({ where: { kind: "dutyMail" } })
  expect(await queueDutyMail(new Date(Date.now() + DAY + 60_000))).toBeGreaterThan(0)
  expect(await db.job.count({ where: { kind: "dutyMail" } })).toBe(before)
})
