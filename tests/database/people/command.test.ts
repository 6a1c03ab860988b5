import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { findPersonByEmail } from "@/lib/people/find.server"
import { findInvitation } from "@/lib/people/invitations.server"
import { personOfToken } from "@/lib/people/tokens.server"
import { main } from "@/server/newsroom"
import { hire, rareWord } from "../../newsroom"

/** What the command prints, and the status it ends with. */
async function run(...args: string[]) {
  const said: unknown[] = []
  const { log, error } = console
  Object.assign(console, { log: (words: unknown) => said.push(words), error: (words: unknown) => said.push(words) })
  try {
    return { status: await main(args), said: said.join("\n") }
  } finally {
    Object.assign(console, { log, error })
  }
}

test("the operator adds somebody, who is told a one-time address, and then disables them", async () => {
  const word = rareWord()
  const email = `${word}@test.invalid`
  const added = await run("person", "add", "--email", email, "--name", `Dora ${word}`, "--role", "editor")
  expect(added.status).toBe(0)
  expect(await findInvitation(added.said.split("/").at(-1) ?? "")).toMatchObject({ for: { email, role: "editor" } })
  expect((await run("person", "list")).said).toContain(`${email}\teditor\tinvited\tDora ${word}`)
  expect(await run("person", "disable", "--email", email)).toEqual({ status: 0, said: `Dora ${word} is disabled.` })
  expect(await findPersonByEmail(email)).toMatchObject({ disabledAt: expect.any(Date) })
})

test("the operator makes a token for a program", async () => {
  const ada = await hire("reporter")
  const { status, said } = await run("token", "create", "--email", ada.email, "--name", "wire")
  expect(status).toBe(0)
  expect(await personOfToken(said)).toEqual(ada)
})

test("what is missing or unknown is said in a sentence, with a status that scripts can read", async () => {
  expect(await run("person", "add", "--email", "nonsense")).toMatchObject({
    status: 1,
    said: expect.stringContaining("--role: Choose"),
  })
  expect(await run("person", "disable", "--email", `${randomUUID()}@test.invalid`)).toMatchObject({ status: 1 })
  expect(await run("person", "promote")).toMatchObject({ status: 2 })
  expect(await run("person", "list", "--frobnicate")).toMatchObject({ status: 2 })
  expect(await run("--help")).toMatchObject({ status: 0 })
})
