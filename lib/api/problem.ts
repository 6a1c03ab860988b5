import type { Refusal } from "../story/acts"

/** What a handler says; lib/api.server.ts makes the response of it. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

const TITLES = {
  "bad-request": [400, "The request could not be understood"],
  "signed-out": [401, "Nobody is signed in"],
  "no-right": [403, "Not open to this person"],
  "foreign-origin": [403, "Sent from another address"],
  "somebody-else": [403, "Somebody else has signed in"],
  "not-found": [404, "Nothing is here"],
  gone: [410, "Withdrawn"],
  "wrong-method": [405, "Not a way to use this address"],
  refused: [409, "Refused"],
  stale: [409, "Somebody else was faster"],
  busy: [409, "Still being done"],
  "too-large": [413, "Too large"],
  "too-long": [414, "Too long an address"],
  "wrong-type": [415, "Not a type of content that is taken here"],
  "bad-input": [422, "Some fields are wrong"],
  "key-reused": [422, "Idempotency-Key used for something else"],
  "too-fast": [429, "Too many writes"],
  failed: [500, "Something went wrong on our side"],
} as const

export type ProblemKind = keyof typeof TITLES

/** A no as RFC 9457 has it; `errors` says what is wrong with which field, by paths such as `body.3.text.0.link`. */
export function problem(kind: ProblemKind, detail: string, more: Record<string, unknown> = {}): Answer {
  const [status, title] = TITLES[kind]
  return { status, body: { type: `urn:standfirst:problem:${kind}`, title, status, detail, ...more } }
}

const KIND_OF = {
  "no right": "no-right",
  "not found": "not-found",
  "bad input": "bad-input",
  "wrong state": "refused",
  "not ready": "refused",
} as const satisfies Record<Refusal["because"], ProblemKind>

export const problemOf = ({ refused, because, fields }: Refusal): Answer =>
  problem(KIND_OF[because], refused, fields && { errors: fields })
