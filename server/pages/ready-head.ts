import type { ServerResponse } from "node:http"
import type { Form } from "./kept"

/** How long a connection waits for its next request, in seconds. */
export const KEEP_ALIVE = 65

/** The inside of a response that takes a head as it stands. Node has had it since its first releases; it is no promise of theirs. */
type WithHead = ServerResponse & { _header?: string | null; _headerSent?: boolean }

const heads = new WeakMap<Form, string | null>()

/** Answers from their first byte to their last, as they go out in this second: what nobody asks for takes no memory twice. */
const answers = new Map<Form, Buffer>()
let second = 0

/**
 * Answers 200 with a form's own headers and bytes, and nothing else. `writeHead` checks and joins the same headers for every reader, and head and
 * body go to the system one by one: here that is done once a second for all. False where it cannot be done, and nothing was sent: then
 * `writeHead` does it.
 */
export function sendReady(response: WithHead, form: Form, now: number): boolean {
  if (response._header !== null || response._headerSent !== false || !response.shouldKeepAlive) return false
  let head = heads.get(form)
  if (head === undefined) {
    head = headOf(form)
    heads.set(form, head)
  }
  if (head === null) return false
  response._header = head
  response._headerSent = true
  response.end(answerOf(form, head, now))
  return true
}

function answerOf(form: Form, head: string, now: number): Buffer {
  if (Math.floor(now / 1_000) !== second) {
    second = Math.floor(now / 1_000)
    answers.clear()
  }
  const made = answers.get(form)
  if (made) return made
  const answer = Buffer.concat([Buffer.from(head + momentOf(now), "latin1"), form.body])
  answers.set(form, answer)
  return answer
}

const momentOf = (now: number) =>
  `Date: ${new Date(now).toUTCString()}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE}\r\n\r\n`

/** Null where a header holds what no header may: `writeHead` refuses that with its own words. */
function headOf({ headers }: Form): string | null {
  let head = "HTTP/1.1 200 OK\r\n"
  for (let at = 0; at < headers.length; at += 2) {
    const line = `${headers[at]}: ${headers[at + 1]}`
    if (!/^[\t\x20-\x7e\x80-\xff]+$/.test(line)) return null
    head += `${line}\r\n`
  }
  return head
}
