import { randomBytes } from "node:crypto"
import { resolve } from "node:path"
import { text } from "node:stream/consumers"
import { parseArgs } from "node:util"
import { env } from "../lib/env.server"
import { findPeople, findPersonByEmail } from "../lib/people/find.server"
import { newPerson, tokenName } from "../lib/people/forms"
import { invite } from "../lib/people/invitations.server"
import { passwordProblem } from "../lib/people/password"
import { OPERATOR } from "../lib/people/people"
import { addPerson, disablePerson, enablePerson } from "../lib/people/people.server"
import { createToken } from "../lib/people/tokens.server"
import { picturesFolder, shelf } from "../lib/pictures/files.server"
import { makeBackup } from "./backup/make"
import { restoreBackup } from "./backup/restore"
import { rotateKey } from "./record/rotate"
import { verify } from "./record/verify"
import { Stop, say } from "./say"

const HELP = `npm run newsroom -- COMMAND

  person add --email E --name N --role reporter|editor|admin [--password-stdin]
                                    adds somebody; without --password-stdin, prints the one-time address
                                    at which they choose their password
  person invite --email E           a new one-time address; the old password and all sessions end
  person disable --email E          ends their access with their next request
  person enable --email E           gives it back
  person list                       everybody, with role and state
  token create --email E --name N   prints a bearer token for a program that acts as them, once
  demo                              fills an empty database with the demo paper
  backup FOLDER                     saves the paper as it is now, with its pictures, in a new folder
  restore FOLDER                    puts such a backup into a database without a paper, all or nothing
  verify [--keys FILE] [--witness FILE]
                                    reads the whole record and says what is wrong with it; with keys, as
                                    /.well-known/standfirst-record.json gave them earlier, that these signed it, or keys that
                                    followed them; with a witness, that its heads are those that somebody else kept
  record rotate-key                 a new key to sign the record with, which the old one hands over to
  --help                            this page

None of them needs a running newsroom, or disturbs one.`

type Flags = {
  folder?: string
  email?: string
  name?: string
  role?: string
  "password-stdin"?: boolean
  witness?: string
  keys?: string
  help?: boolean
}
type Answer = { said: string } | { refused: string }

const COMMANDS: Record<string, (flags: Flags) => Promise<Answer>> = {
  "person add": add,
  "person invite": (flags) => about(flags, (id) => invite(OPERATOR, id).then(addressIn)),
  "person disable": (flags) => about(flags, (id) => disablePerson(OPERATOR, id).then(saying("is disabled"))),
  "person enable": (flags) => about(flags, (id) => enablePerson(OPERATOR, id).then(saying("may sign in again"))),
  "person list": list,
  "token create": token,
  demo,
  backup: (flags) => onFolder(flags, makeBackup),
  restore: (flags) => onFolder(flags, restoreBackup),
  verify: ({ witness, keys }) => refusing(verify({ ...place(), witness: fromHere(witness), keys: fromHere(keys) })),
  "record rotate-key": rotate,
}
/** Those that are followed by the name of a folder. */
const ON_A_FOLDER = ["backup", "restore"]

/** The administrator's tool. The status to end with: 0 done, 1 refused with the reason, 2 not understood. */
export async function main(args: string[]): Promise<number> {
  const read = understand(args)
  if ("refused" in read) return end(2, `${read.refused}\n\n${HELP}`)
  if (read.flags.help || !read.command) return end(read.flags.help ? 0 : 2, HELP)
  const run = COMMANDS[read.command]
  if (!run) return end(2, `There is no command "${read.command}".\n\n${HELP}`)
  const answer = await run(read.flags)
  return "refused" in answer ? end(1, answer.refused) : end(0, answer.said)
}

function understand(args: string[]): { command: string; flags: Flags } | { refused: string } {
  const string = { type: "string" } as const
  const boolean = { type: "boolean" } as const
  const options = {
    email: string,
    name: string,
    role: string,
    "password-stdin": boolean,
    witness: string,
    keys: string,
    help: boolean,
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [command = "", folder] = positionals
    if (positionals.length === 2 && folder && ON_A_FOLDER.includes(command))
      return { command, flags: { ...values, folder } }
    return { command: positionals.join(" "), flags: values }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

async function add(flags: Flags): Promise<Answer> {
  const parsed = newPerson.safeParse({ email: flags.email ?? "", name: flags.name ?? "", role: flags.role })
  if (!parsed.success)
    return { refused: parsed.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("\n") }
  const password = flags["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined
  const problem = password === undefined ? null : passwordProblem(password, parsed.data)
  if (problem) return { refused: `The password on standard input: ${problem}` }
  const answer = await addPerson(OPERATOR, { ...parsed.data, ...(password !== undefined && { password }) })
  if ("refused" in answer) return answer
  if (password !== undefined) return { said: `${answer.person.name} may sign in as ${answer.person.email}.` }
  return addressIn(await invite(OPERATOR, answer.person.id))
}

async function list(): Promise<Answer> {
  const people = await findPeople()
  const lines = people.map(({ email, role, name, disabledAt, hasPassword }) =>
    [email, role, disabledAt ? "disabled" : hasPassword ? "active" : "invited", name].join("\t"),
  )
  return { said: lines.join("\n") || "There is nobody yet." }
}

async function token(flags: Flags): Promise<Answer> {
  const name = tokenName.safeParse(flags.name ?? "")
  if (!name.success) return { refused: `--name: ${name.error.issues[0]?.message}` }
  const person = await findPersonByEmail(flags.email ?? "")
  if (!person) return nobody(flags)
  if (person.disabledAt) return { refused: `${person.name} is disabled: a token of theirs would open nothing.` }
  return { said: await createToken(person.id, name.data) }
}

async function demo(): Promise<Answer> {
  const { seed } = await import("../prisma/seed")
  const password = process.env.DEMO_PASSWORD || randomBytes(9).toString("base64url")
  const seeded = await seed({ password, log: (line) => say(`  ${line}`) })
  if ("refused" in seeded) return seeded
  return { said: `${seeded.stories} stories. ${seeded.people.join(", ")} sign in with the password ${password}` }
}

async function rotate(): Promise<Answer> {
  const { old, key } = await rotateKey(env.databaseUrl, env.dataDir)
  return { said: `The key ${old} handed over to ${key}. A node that runs signs with it once it is started again.` }
}

const place = () => ({ databaseUrl: env.databaseUrl, pictures: picturesFolder(), shelf: shelf() })

/** A relative path is meant from where the command was typed (npm sets INIT_CWD). */
const fromHere = (path: string | undefined) => path && resolve(process.env.INIT_CWD ?? ".", path)

async function onFolder(
  { folder }: Flags,
  work: (where: ReturnType<typeof place>, folder: string) => Promise<string>,
): Promise<Answer> {
  if (!folder) return { refused: "Name the folder: npm run newsroom -- backup FOLDER, or restore FOLDER." }
  return refusing(work(place(), fromHere(folder) ?? folder).then((said) => ({ said })))
}

/** A reason to stop is a refusal, in its own sentence. */
const refusing = (work: Promise<Answer>): Promise<Answer> =>
  work.catch((error) => {
    if (error instanceof Stop) return { refused: error.message }
    throw error
  })

async function about(flags: Flags, work: (id: string) => Promise<Answer>): Promise<Answer> {
  const person = await findPersonByEmail(flags.email ?? "")
  return person ? work(person.id) : nobody(flags)
}

const nobody = ({ email }: Flags): Answer => ({
  refused: email
    ? `Nobody has the address ${email}. "npm run newsroom -- person list" shows who is there.`
    : "--email: say whom this is about.",
})

const saying = (what: string) => (answer: { person: { name: string } } | { refused: string }) =>
  "refused" in answer ? answer : { said: `${answer.person.name} ${what}.` }

const addressIn = (answer: { address: string } | { refused: string }) =>
  "refused" in answer ? answer : { said: answer.address }

function end(status: number, words: string): number {
  if (status === 0) console.log(words)
  else console.error(words)
  return status
}
