import { randomUUID } from "node:crypto"
import type { BrowserContext } from "@playwright/test"
import { db } from "@/lib/db.server"
import { hashPassword } from "@/lib/people/password.server"
import type { Person, Role } from "@/lib/people/people"
import { openSession } from "@/lib/people/sessions.server"
import { createToken } from "@/lib/people/tokens.server"
import type { Act } from "@/lib/story/acts"
import { createStory } from "@/lib/story/create.server"
import { perform } from "@/lib/story/perform.server"
import type { Particulars } from "@/lib/story/planned"
import type { Status, Story, StoryText } from "@/lib/story/story"

// The cast of every test. Each call makes somebody, or something, that no other test knows: tests run in any order beside each other.

export const PASSWORD = "four calm herons upstream"

/** Where `npm test` serves the paper. */
export const ORIGIN = process.env.STANDFIRST_ORIGIN ?? "http://localhost:3000"

/** A word that stands nowhere else in the database. */
export const rareWord = () => `q${randomUUID().replaceAll("-", "").slice(0, 12)}`

const NAMES: Record<Role, string> = { reporter: "Ada", editor: "Ben", admin: "Cleo" }

/** Once for all of a worker: a hash takes a large part of a second, and a test hires many. */
let hashed: Promise<string> | undefined
function sameHash() {
  hashed ??= hashPassword(PASSWORD)
  return hashed
}

/** Somebody new of this role, with PASSWORD unless that is null. */
export async function hire(
  role: Role,
  given: { password?: null; disabled?: true; name?: string } = {},
): Promise<Person> {
  const word = rareWord()
  const { id, name, email } = await db.person.create({
    data: {
      email: `${word}@test.invalid`,
      name: given.name ?? `${NAMES[role]} ${word}`,
      slug: word,
      role,
      passwordHash: given.password === null ? null : await sameHash(),
      disabledAt: given.disabled ? new Date() : null,
    },
  })
  return { id, name, email, role }
}

/** Ada reports, Ben edits, Cleo is the administrator. */
export async function cast() {
  const [ada, ben, cleo] = await Promise.all([hire("reporter"), hire("editor"), hire("admin")])
  return { ada, ben, cleo }
}

/** Their access ends, as on the people page. */
export const disable = (person: Person) =>
  db.person.update({ where: { id: person.id }, data: { disabledAt: new Date() } })

/**
 * A section of the test's own, so that its lists hold nothing else. The paper suggests nothing below its stories unless the test says how
 * much: others' stories come and go meanwhile.
 */
export async function openSection(relatedMost = 0): Promise<{ slug: string; name: string }> {
  const slug = rareWord()
  return db.section.create({ data: { slug, name: `Section ${slug}`, position: 900, relatedMost } })
}

/** One section for all stories of a worker, in the database at hand, that are in no list of a test: the paper's menu names every section. */
const commonSection = () => {
  const database = process.env.DATABASE_URL ?? ""
  const section = common.get(database) ?? openSection()
  common.set(database, section)
  return section
}
const common = new Map<string, ReturnType<typeof openSection>>()

export const paragraph = (text: string) => ({
  id: randomUUID().slice(0, 12),
  kind: "paragraph" as const,
  text: [{ text }],
})

/**
 * Where the paper is served: until its pages are at the end of the log. What a test does past the door of the paper is known there within
 * milliseconds, and a write that comes through the door, also one that is refused as this is, is answered after that.
 */
export async function pagesFollow(): Promise<void> {
  if (process.env.STANDFIRST_SERVED) await fetch(`${ORIGIN}/api/v1/stories`, { method: "POST" })
}

/** A story of one paragraph, filed and so on as far as `status` asks, each step by whoever may take it. */
export async function storyIn(status: Status, given: Partial<StoryText> = {}): Promise<Story> {
  const { ada, ben } = await cast()
  const word = rareWord()
  const text = {
    headline: `A story about ${word}`,
    standfirst: `Why ${word} matters.`,
    body: [paragraph(`It is ${word}.`)],
  }
  const section = given.section ?? (await commonSection()).slug
  let story = made(await createStory(ada, { ...text, ...given, section }))
  for (const [actor, act, particulars] of wayTo(status, ada, ben))
    story = done(await perform(actor, act, story.id, story.revision, particulars))
  await pagesFollow()
  return story
}

type Step = [Person, Act, Partial<Particulars>?]

function wayTo(status: Status, ada: Person, ben: Person): Step[] {
  const file: Step = [ada, "file"]
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1_000)
  return {
    draft: [],
    filed: [file],
    scheduled: [file, [ben, "schedule", { at: tomorrow }] satisfies Step],
    published: [file, [ben, "publish"] satisfies Step],
    withdrawn: [file, [ben, "publish"], [ben, "withdraw", { note: "This never happened." }]] satisfies Step[],
    spiked: [[ben, "spike"] satisfies Step],
  }[status]
}

/** What a test expects to succeed: a refusal is a mistake of the test, and says itself. */
export function made(answer: { story: Story } | { refused: string }): Story {
  if ("refused" in answer) throw new Error(answer.refused)
  return answer.story
}

export function done(answer: { done: Story } | { stale: Story } | { refused: string }): Story {
  if ("refused" in answer) throw new Error(answer.refused)
  if ("stale" in answer) throw new Error("somebody else was faster")
  return answer.done
}

/** Signs a browser in without the screen, which has tests of its own. */
export async function signIn(context: BrowserContext, person: Person): Promise<void> {
  await context.addCookies([{ name: cookieName, value: await openSession(person.id), url: ORIGIN, httpOnly: true }])
}

/** The header of a request that is signed in as this person. */
export const cookieOf = async (person: Person) => ({ cookie: `${cookieName}=${await openSession(person.id)}` })

/** The header of a program that acts as this person. */
export const bearerOf = async (person: Person) => ({ authorization: `Bearer ${await createToken(person.id, "test")}` })

const cookieName = `${ORIGIN.startsWith("https:") ? "__Secure-" : ""}standfirst-session`

/** Two words with capitals that stand nowhere else in the database; of letters alone, for others are no names. */
export function nameOfNobody(): string {
  const letters = rareWord().replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")
  return `Q${letters.slice(1, 7)} V${letters.slice(7)}`
}
