import { readFile, stat } from "node:fs/promises"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { env } from "../lib/env.server"
import { findPeople, findPersonByEmail } from "../lib/people/find.server"
import type { Person } from "../lib/people/people"
import { findSections } from "../lib/story/sections.server"
import { LANGUAGES, type Language } from "../lib/story/story"
import { MAX_WIRE_BYTES, tooLarge } from "../lib/wire/decode"
import { type Imported, importWire } from "../lib/wire/import.server"
import { surenessOf } from "../lib/wire/taken-for"
import { Stop, say } from "./say"

const HELP = `npm run import -- FILE… makes a draft of each wire text.

  --section SLUG    the section of the drafts (without it: the paper's first)
  --language CODE   en, nl, fr or de (without it: guessed from each text)
  --charset NAME    utf-8, utf-16le, utf-16be, windows-1252 or iso-8859-15 (without it: seen from the bytes)
  --as EMAIL        whose drafts they are (without it: the first administrator or editor)
  --verbose         what every line was taken for, and why
  --help            this`

const OPTIONS = {
  section: { type: "string" },
  language: { type: "string" },
  charset: { type: "string" },
  as: { type: "string" },
  verbose: { type: "boolean", short: "v" },
  help: { type: "boolean", short: "h" },
} as const

/** `npm run import -- FILE…`. Good files are imported even when others are not. @returns the exit status */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = understood(args)
  if (values.help) {
    say(HELP)
    return 0
  }
  if (positionals.length === 0) throw new Stop(`Name at least one file.\n\n${HELP}`)
  const actor = await personFor(values.as)
  if (values.section !== undefined) await checkSection(values.section)
  const language = languageFrom(values.language)
  let bad = 0
  for (const file of positionals) {
    const imported = await importFile(actor, file, { ...values, language })
    if ("refused" in imported) bad++
    say("refused" in imported ? `${file}: not imported. ${imported.refused}` : told(file, imported, values.verbose))
  }
  const good = positionals.length - bad
  say(
    `\n${count(good, "draft")} made as ${actor.name}${bad ? `; ${count(bad, "file")} not imported (see above)` : ""}.`,
  )
  return bad ? 1 : 0
}

function understood(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : error}\n\n${HELP}`)
  }
}

async function personFor(email?: string): Promise<Person> {
  if (email !== undefined) {
    const person = await findPersonByEmail(email)
    if (!person) throw new Stop(`Nobody here has the address ${email}. See them all: npm run newsroom -- person list`)
    if (person.disabledAt) throw new Stop(`${person.name} is disabled and makes no drafts.`)
    return person
  }
  const people = (await findPeople()).filter(({ disabledAt }) => !disabledAt)
  const person = people.find(({ role }) => role === "admin") ?? people.find(({ role }) => role === "editor")
  if (!person) throw new Stop("There is no administrator or editor yet. Add one: npm run newsroom -- person add --help")
  return person
}

async function checkSection(slug: string) {
  const sections = (await findSections()).map((section) => section.slug)
  if (!sections.includes(slug)) throw new Stop(`There is no section ${slug}. There are: ${sections.join(", ")}.`)
}

function languageFrom(given?: string): Language | undefined {
  if (given === undefined) return undefined
  const language = LANGUAGES.find((known) => known === given)
  if (!language) throw new Stop(`The paper writes ${LANGUAGES.join(", ")}; ${given} is none of them.`)
  return language
}

type Chosen = { section?: string; language?: Language; charset?: string }

async function importFile(actor: Person, file: string, chosen: Chosen): Promise<Imported | { refused: string }> {
  const bytes = await bytesOf(file)
  if ("refused" in bytes) return bytes
  const { section, language, charset } = chosen
  return importWire(actor, bytes, {
    ...(section && { section }),
    ...(language && { language }),
    ...(charset && { charset }),
  })
}

/** Where the command was typed is where its files are (npm sets INIT_CWD). */
async function bytesOf(file: string): Promise<Uint8Array | { refused: string }> {
  const path = resolve(process.env.INIT_CWD ?? ".", file)
  try {
    const { size } = await stat(path)
    return size > MAX_WIRE_BYTES ? tooLarge(size) : await readFile(path)
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : ""
    if (code === "ENOENT") return { refused: "There is no such file." }
    if (code === "EISDIR") return { refused: "This is a folder: name the files in it." }
    if (code === "EACCES") return { refused: "It may not be read by this user." }
    throw error
  }
}

function told(file: string, { story, lines, encoding, language, related, notes }: Imported, verbose = false): string {
  const unlinked = related.filter(({ item }) => item === null)
  const words = [
    `${file}: “${story.text.headline || "(no headline)"}”`,
    `  ${env.publicOrigin}/newsroom/stories/${story.id}`,
    `  ${encoding.encoding}, ${language.language}, in ${story.text.section}; ${tally(lines)}`,
    ...notes.map((note) => `  ${note}`),
    ...unlinked.map(({ headline }) => `  Related, not linked: “${headline}”. Find the story on its screen.`),
  ]
  return [...words, ...(verbose ? lines.map(lineTold) : [])].join("\n")
}

const lineTold = ({ line, takenFor, sure, why, text }: Imported["lines"][number]) =>
  takenFor === "blank"
    ? `  ${String(line).padStart(5)}`
    : `  ${String(line).padStart(5)}  ${takenFor} (${surenessOf(sure)}) ${text.trim().slice(0, 60)}\n         ${why}`

/** “1 headline, 12 paragraph …”, in the order of the text. */
function tally(lines: Imported["lines"]): string {
  const counts = new Map<string, number>()
  for (const { takenFor } of lines) if (takenFor !== "blank") counts.set(takenFor, (counts.get(takenFor) ?? 0) + 1)
  return [...counts].map(([takenFor, times]) => (times === 1 ? takenFor : `${takenFor} ×${times}`)).join(", ")
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? "" : "s"}`
