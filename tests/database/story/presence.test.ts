import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { wordsOfPresence } from "@/lib/story/presence"
import { endPresence, sayPresence } from "@/lib/story/presence.server"
import { hire, rareWord, storyIn } from "../../newsroom"

test("who has a story open hears who else has, until they close it or say nothing any more", async () => {
  const [ada, ben] = [await hire("reporter"), await hire("editor")]
  const { id, revision } = await storyIn("draft")
  const [hers, hersToo, his] = [rareWord(), rareWord(), rareWord()]
  expect(await sayPresence(ada, id, hers)).toEqual({ others: [], revision })
  expect(await sayPresence(ben, id, his)).toEqual({ others: [{ name: ada.name, own: false }], revision })
  expect(await sayPresence(ada, id, hersToo)).toEqual({
    others: expect.arrayContaining([
      { name: ben.name, own: false },
      { name: ada.name, own: true },
    ]),
    revision,
  })
  await endPresence(ada, id, hersToo)
  expect((await sayPresence(ada, id, hers))?.others).toEqual([{ name: ben.name, own: false }])
  await db.$executeRaw`UPDATE "Presence" SET "seenAt" = now() - interval '2 minutes' WHERE tab = ${his}`
  expect((await sayPresence(ada, id, hers))?.others).toEqual([])
})

test("nobody takes another's tab out of a story, and there is none in a story that is not there", async () => {
  const [ada, ben] = [await hire("reporter"), await hire("editor")]
  const { id } = await storyIn("draft")
  const hers = rareWord()
  await sayPresence(ada, id, hers)
  await endPresence(ben, id, hers)
  expect((await sayPresence(ben, id, rareWord()))?.others).toHaveLength(1)
  expect(await sayPresence(ada, randomUUID(), hers)).toBeNull()
})

test("who is there is said in a sentence", () => {
  const other = (name: string) => ({ name, own: false })
  expect(wordsOfPresence({ others: [] })).toBe("")
  expect(wordsOfPresence({ others: [other("Ben"), other("Ben")] })).toBe("Ben is in this story.")
  expect(wordsOfPresence({ others: [other("Ada"), other("Ben"), other("Cleo")] })).toBe(
    "Ada, Ben and Cleo are in this story.",
  )
  expect(wordsOfPresence({ others: [other("Ben"), { name: "Ada", own: true }] })).toBe(
    "Ben is in this story. You have this story open in another tab as well.",
  )
})
