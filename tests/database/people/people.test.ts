import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findPerson, findPersonByEmail, findPersonBySlug } from "@/lib/people/find.server"
import { OPERATOR } from "@/lib/people/people"
import {
  addPerson,
  changeRole,
  disablePerson,
  enablePerson,
  renamePerson,
  signOutEverywhere,
} from "@/lib/people/people.server"
import { TAGS } from "@/lib/record/tags"
import { hire, rareWord } from "../../newsroom"

const someone = (word = rareWord()) => ({
  email: `${word}@test.invalid`,
  name: `Eva ${word}`,
  role: "reporter" as const,
})

test("a reporter and an editor may not keep people; the refusal is a sentence and nothing changes", async () => {
  const target = await hire("reporter")
  for (const by of [await hire("reporter"), await hire("editor")]) {
    const given = someone()
    for (const answer of [
      await addPerson(by, given),
      await changeRole(by, target.id, "admin"),
      await changeRole(by, by.id, "admin"),
      await renamePerson(by, by.id, "Somebody Else"),
      await disablePerson(by, target.id),
      await enablePerson(by, target.id),
      await signOutEverywhere(by, target.id),
    ])
      expect(answer).toEqual({ refused: expect.stringMatching(/^Only administrators/) })
    expect(await findPersonByEmail(given.email)).toBe(null)
    expect(await findPerson(target.id)).toMatchObject({ role: "reporter", disabledAt: null })
  }
})

test("an email address belongs to one person, in whatever case it is written, even when two add it at once", async () => {
  const given = someone()
  const answers = await Promise.all(
    [given.email, given.email.toUpperCase(), ` ${given.email}`].map((email) =>
      addPerson(OPERATOR, { ...given, email }),
    ),
  )
  expect(answers.filter((answer) => "person" in answer)).toHaveLength(1)
})

test("namesakes have pages of their own", async () => {
  const name = `Zoë Van den Broeck ${rareWord()}`
  const [one, two] = [
    await addPerson(OPERATOR, { ...someone(), name }),
    await addPerson(OPERATOR, { ...someone(), name }),
  ].map((answer) => ("person" in answer ? answer.person.id : ""))
  const slugs = [(await findPerson(one ?? ""))?.slug, (await findPerson(two ?? ""))?.slug]
  expect(slugs[0]).toMatch(/^zoe-van-den-broeck-/)
  expect(slugs[1]).toBe(`${slugs[0]}-2`)
  expect((await findPersonBySlug(slugs[1] ?? ""))?.id).toBe(two)
})

test("a new name is their name from now on, at the same address, and pages that show it are made again", async () => {
  const admin = await hire("admin")
  const person = await hire("reporter")
  const { slug } = await db.person.findUniqueOrThrow({ where: { id: person.id } })
  expect(await renamePerson(admin, person.id, "  Eva de Wit ")).toMatchObject({ person: { name: "Eva de Wit" } })
  expect(await findPerson(person.id)).toMatchObject({ name: "Eva de Wit" })
  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ name: "Eva de Wit", slug })
  const told = await db.storyEvent.findMany({ where: { tags: { has: TAGS.person(person.id) } } })
  expect(told).toMatchObject([{ act: "people", actorId: admin.id }])
  await expect(renamePerson(admin, person.id, "<b>")).rejects.toThrow("A name has no < or >")
})

test("somebody who is not there cannot be changed", async () => {
  const cleo = await hire("admin")
  expect(await disablePerson(cleo, "00000000-0000-4000-8000-000000000000")).toEqual({ refused: expect.any(String) })
})
