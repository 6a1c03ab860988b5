import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findNewslist } from "@/lib/story/newslist.server"
import { STATUSES } from "@/lib/story/story"
import { hire, openSection, storyIn } from "../newsroom"

for (const status of STATUSES)
  test(`the cast can bring a story so far that it is ${status}`, async () => {
    expect((await storyIn(status)).status).toBe(status)
  })

test("a block of a later release does not take the newslist with it, and its words are counted", async () => {
  const { slug } = await openSection()
  const { id } = await storyIn("draft", { section: slug })
  const body = [{ kind: "hologram", id: "h", caption: "three more words" }]
  await db.story.update({ where: { id }, data: { body } })
  expect((await findNewslist({ section: slug }, (await hire("reporter")).id)).items).toMatchObject([{ id, words: 3 }])
})
