import { z } from "zod"
import { type Answer, problem, problemOf } from "@/lib/api/problem"
import { storyJson } from "@/lib/api/story-json.server"
import { resource, type WritingCall, writing } from "@/lib/api.server"
import type { Person } from "@/lib/people/people"
import { badInput } from "@/lib/story/bad-input"
import { LANGUAGES } from "@/lib/story/story"
import { isWireRefusal, type WireRefusal } from "@/lib/wire/encoding"
import { type Imported, importWire } from "@/lib/wire/import.server"
import { TAKEN_FORS } from "@/lib/wire/taken-for"

const options = {
  section: z.string().max(120).optional(),
  language: z.enum(LANGUAGES).optional(),
}
const query = z.object(options)
const verdicts = z.record(z.string().regex(/^[1-9]\d{0,6}$/, "A line's number."), z.enum(TAKEN_FORS)).optional()
const json = z.strictObject({ text: z.string(), verdicts, ...options })

/** Escapes make JSON longer than the text in it, which has its own limit. */
const wire = { types: ["text/plain", "application/json"], maxBytes: 6_500_000 }

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: writing(wire, async (call) => {
    const asked = query.safeParse(Object.fromEntries(call.query))
    if (!asked.success) return problemOf(badInput(asked.error))
    const contentType = call.headers.get("content-type") ?? ""
    if (/^application\/json\b/i.test(contentType.trim())) return fromJson(call, asked.data)
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]
    return answer(call.actor, await importWire(call.actor, call.bytes, { ...asked.data, ...(charset && { charset }) }))
  }),
})

async function fromJson({ actor, bytes }: WritingCall, asked: z.infer<typeof query>): Promise<Answer> {
  const given = read(bytes)
  if (given === undefined)
    return problem("bad-request", "This is not JSON. Send { text, section?, language?, verdicts? }.")
  const parsed = json.safeParse(given)
  if (!parsed.success) return problemOf(badInput(parsed.error))
  const { text, ...chosen } = parsed.data
  return answer(actor, await importWire(actor, text, { ...asked, ...chosen }))
}

function read(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const KIND_OF = {
  empty: "bad-input",
  "too large": "too-large",
  binary: "wrong-type",
  "unknown encoding": "wrong-type",
} as const satisfies Record<WireRefusal["because"], string>

async function answer(actor: Person, imported: Awaited<ReturnType<typeof importWire>>): Promise<Answer> {
  if (!("refused" in imported)) return made(actor, imported)
  return isWireRefusal(imported) ? problem(KIND_OF[imported.because], imported.refused) : problemOf(imported)
}

async function made(actor: Person, { story, lines, ...understood }: Imported): Promise<Answer> {
  return {
    status: 201,
    body: {
      story: await storyJson(actor, story),
      lines: lines.map(({ line, text, takenFor, why, sure }) => ({ line, text, takenFor, why, sure })),
      ...understood,
    },
    headers: { ETag: `"${story.revision}"`, Location: `/api/v1/stories/${story.id}` },
  }
}
