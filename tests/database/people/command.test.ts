import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { findPersonByEmail } from "@/lib/people/find.server"
import { findInvitation } from "@/lib/people/invitations.server"
import { personOfToken } from "@/lib/people/tokens.server"
import { hire, rareWord } from "../../newsroom"
import { operator } from "../../operator"

test("the operator adds somebody, who is told a one-time address, and then disables them", async () => {
  const word = rareWord()
  const email = `${word}@test.invalid`
  const added = await operator("person", "add", "--email", email, "--name", `Dora ${word}`, "--role", "editor")
  expect(added.status).toBe(0)
  expect(await findInvitation(added.said.split("/").at(-1) ?? "")).toMatchObject({ for: { email, role: "editor" } })
  expect((await operator("person", "list")).said).toContain(`${email}\teditor\tinvited\tDora ${word}`)
  expect(await operator("person", "disable", "--email", email)).toEqual({
    status: 0,
    said: `Dora ${word} is disabled.`,
  })
  expect(await findPersonByEmail(email)).toMatchObject({ disabledAt: expect.any(Date) })
})

test("the operator makes a token for a program", async () => {
  const ada = await hire("reporter")
  const { status, said } = await operator("token", "create", "--email", ada.email, "--name", "wire")
  expect(status).toBe(0)
  expect(await personOfToken(said)).toEqual(ada)
})

test("what is missing or unknown is said in a sentence, with a status that scripts can read", async () => {
  expect(await operator("person", "add", "--email", "nonsense")).toMatchObject({
    status: 1,
    said: expect.stringContaining("--role: Choose"),
  })
  expect(await operator("person", "disable", "--email", `${randomUUID()}@test.invalid`)).toMatchObject({ status: 1 })
  expect(await operator("person", "promote")).toMatchObject({ status: 2 })
  expect(await operator("person", "list", "--frobnicate")).toMatchObject({ status: 2 })
  expect(await operator("--help")).toMatchObject({ status: 0 })
})
