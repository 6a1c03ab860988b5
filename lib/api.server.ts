import "server-only"
import { randomBytes } from "node:crypto"
import { z } from "zod"
import { callerOf } from "./api/caller.server"
import { once, whole } from "./api/once.server"
import { countWrite } from "./api/pace.server"
import { type Answer, problem, problemOf } from "./api/problem"
import { readBody } from "./body.server"
import { log } from "./log.server"
import { hasControlCharacters } from "./params"
import type { Person } from "./people/people"
import { badInput } from "./story/bad-input"

// Next gives no parameters at all to an address that has none.
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
/** What Next calls for one method of one address. */
type Door = (request: Request, context: Context) => Promise<Response>

/** What a handler is given: who calls, the parts of the address, and the request. */
type Asked = { params: Record<string, string>; query: URLSearchParams }
export type Call = Asked & { actor: Person; headers: Headers }
export type WritingCall = Call & { bytes: Uint8Array<ArrayBuffer> }

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
type Method = (typeof METHODS)[number]

/** The handlers of one address of the API; every other method is answered by 405 with those that there are. */
export function resource(given: Partial<Record<Method, Door>>): Record<Method | "OPTIONS", Door> {
  const allow = METHODS.flatMap((method) => (given[method] ? (method === "GET" ? ["GET", "HEAD"] : [method]) : []))
  const headers = { Allow: [...allow, "OPTIONS"].join(", ") }
  const none = async () => respond({ ...problem("wrong-method", `Use ${allow.join(" or ")} here.`), headers })
  const handlers = Object.fromEntries(METHODS.map((method) => [method, given[method] ?? none])) as Record<Method, Door>
  return { ...handlers, OPTIONS: async () => respond({ status: 204, headers }) }
}

/** A handler that changes nothing. */
export function reading(work: (call: Call) => Promise<Answer>): Door {
  return guarded(false, (call) => work(call))
}

/** A handler that changes nothing and asks nobody who they are: what readers may know. */
export function readingForEverybody(work: (asked: Asked) => Promise<Answer>): Door {
  return answering(async ({ query, params }) => work({ query, params }))
}

export type Taking = {
  /** media types, without parameters */
  types: readonly string[]
  maxBytes: number
  /** the work takes longer than a transaction should (pictures): it is in one only for an Idempotency-Key's sake */
  slow?: true
}

/** A handler that changes something: one transaction, once for its Idempotency-Key, all or nothing. */
export function writing({ types, maxBytes, slow }: Taking, work: (call: WritingCall) => Promise<Answer>) {
  return guarded(true, async (call, request) => {
    const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? ""
    const body = await readBody(request, maxBytes)
    if ("refused" in body) return problem(body.because === "too large" ? "too-large" : "bad-request", body.refused)
    if (body.bytes.length > 0 && !types.includes(type)) return problem("wrong-type", `Send ${types.join(" or ")}.`)
    const seconds = await countWrite(call.actor.id)
    if (seconds !== null)
      return { ...problem("too-fast", `Wait ${seconds} seconds.`), headers: { "Retry-After": String(seconds) } }

    const done = () => work({ ...call, bytes: body.bytes })
    const key = request.headers.get("idempotency-key")
    if (key === null) return slow ? done() : whole(done)
    const { pathname, search } = new URL(request.url)
    // If-Match is a part of what is asked, as the body is.
    const path = `${pathname}${search} ${request.headers.get("if-match") ?? ""}`
    return once({ personId: call.actor.id, key, method: request.method, path, bytes: body.bytes, slow }, done)
  })
}

const JSON_BODY: Taking = { types: ["application/json"], maxBytes: 4_000_000 }

/** A handler that takes a JSON object of this shape; `revision` comes from it or from If-Match. */
export function writingJson<S extends z.ZodType>(
  schema: S,
  work: (call: Call, input: z.infer<S>, revision: number | null) => Promise<Answer>,
): Door {
  return writing(JSON_BODY, async (call) => {
    const given = parseJson(call.bytes)
    if ("problem" in given) return given.problem
    const parsed = schema.safeParse(given.value)
    if (!parsed.success) return problemOf(badInput(parsed.error))
    const revision = revisionOf(call.headers, given.value)
    return "problem" in revision ? revision.problem : work(call, parsed.data, revision.revision)
  })
}

/** The problem for a write that does not say which revision it was made from. */
export const noRevision = (of = "story") =>
  problem("bad-input", `Say which revision of the ${of} you changed: \`revision\`, or If-Match with its ETag.`, {
    errors: { revision: "This is missing." },
  })

/** The parts of a query, or the problem with them. */
export function parseQuery<S extends z.ZodType>(
  schema: S,
  query: URLSearchParams,
): { query: z.infer<S> } | { problem: Answer } {
  const parsed = schema.safeParse(Object.fromEntries(query))
  if (parsed.success) return { query: parsed.data }
  const { refused, fields } = badInput(parsed.error)
  return { problem: problem("bad-request", refused, { errors: fields }) }
}

function parseJson(bytes: Uint8Array): { value: unknown } | { problem: Answer } {
  if (bytes.length === 0) return { value: {} }
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) }
  } catch (error) {
    const why = error instanceof SyntaxError ? ` ${error.message}.` : " It is not UTF-8."
    return { problem: problem("bad-request", `This is not JSON.${why}`) }
  }
}

const stated = z.object({ revision: z.number().optional() })

function revisionOf(headers: Headers, input: unknown): { revision: number | null } | { problem: Answer } {
  const inBody = stated.safeParse(input).data?.revision
  const header = headers.get("if-match")
  if (header === null) return { revision: inBody ?? null }
  const match = /^"(\d{1,9})"$/.exec(header.trim())
  if (!match) return { problem: problem("bad-request", 'If-Match holds the ETag of the story, such as "7".') }
  const revision = Number(match[1])
  if (inBody !== undefined && inBody !== revision)
    return { problem: problem("bad-request", "If-Match and `revision` name two revisions.") }
  return { revision }
}

function guarded(isWrite: boolean, work: (call: Call, request: Request) => Promise<Answer>): Door {
  return answering(async (asked, request) => {
    const caller = await callerOf(request.headers, isWrite)
    if ("problem" in caller) return caller.problem
    return work({ ...asked, actor: caller.actor, headers: request.headers }, request)
  })
}

/** Whatever happens, the caller gets an answer in the words of the API. */
function answering(work: (asked: Asked, request: Request) => Promise<Answer>): Door {
  return async (request, context) => {
    try {
      const params = await plainParams(context)
      if (!params) return respond(problem("not-found", "There is no such address."))
      const query = new URL(request.url).searchParams
      if (hasControlCharacters(...query.values()))
        return respond(problem("bad-request", "The address holds a control character."))
      return respond(await work({ params, query }, request))
    } catch (error) {
      const id = randomBytes(4).toString("hex")
      log.error({ id, error: error instanceof Error ? error.stack : String(error) }, "a call of the API failed")
      return respond(problem("failed", `Nothing was done. Try again, and if it stays, tell us the reference ${id}.`))
    }
  }
}

async function plainParams({ params }: Context): Promise<Record<string, string> | null> {
  const entries = Object.entries((await params) ?? {}).map(([name, value]) => [name, [value].flat().join("/")] as const)
  return hasControlCharacters(...entries.map(([, value]) => value)) ? null : Object.fromEntries(entries)
}

function respond({ status, body, headers }: Answer): Response {
  const type = status >= 400 ? "application/problem+json" : "application/json"
  const all = { "Cache-Control": "no-store", ...(body !== undefined && { "Content-Type": type }), ...headers }
  return new Response(body === undefined ? null : `${JSON.stringify(body)}\n`, { status, headers: all })
}
