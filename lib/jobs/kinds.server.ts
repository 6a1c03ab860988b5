import "server-only"
import type { z } from "zod"
import { lookAtLinks } from "../checks/links.server"
import { tellHub, tellSearch } from "../feeds/tell.server"
import { goRound, lookAtPage, ROUND } from "../links/round.server"
import { makeFurtherRenditions } from "../pictures/further.server"
import { makeSharePicture } from "../pictures/share.server"
import { tellWitness } from "../record/witness.server"
import { suggest, suggestRest } from "../related/suggest.server"
import { tellOfOverdue } from "../story/alarm.server"
import { tellDutyEditor } from "../story/duty-mail.server"
import { eraseFiles } from "../story/erase.server"
import { deliver } from "../webhooks/deliver.server"
import type { Tell } from "./claim.server"
import { type Kind, PAYLOADS, type Payload } from "./payloads"
import { tidy } from "./tidy.server"

/** How a kind of job is done. */
export type JobKind = {
  payload: z.ZodType
  /**
   * Does it. It may be done more than once, also by two at a time when one was thought lost: what it does twice has to come to
   * the same. It throws when it went wrong, and gives up when the signal is aborted. What has many steps tells how far it got.
   */
  work: (payload: never, signal: AbortSignal, tell: Tell) => Promise<void>
  /** takes seconds of a processor, so it waits until nothing else is due */
  patient?: true
  /** waits for the answer of somebody else's program */
  outside?: true
  /** seconds: it is queued by itself once in every such stretch of time, a week at most, with an empty payload */
  every?: number
}

type Work<K extends Kind> = (payload: Payload<K>, signal: AbortSignal, tell: Tell) => Promise<void>
type Manner = Omit<JobKind, "payload" | "work">

/** Every kind of job there is. How to add one: docs/how-to/add-a-job.md. */
export const KINDS: { [K in Kind]: JobKind & { work: Work<K> } } = {
  renditions: kind("renditions", makeFurtherRenditions, { patient: true }),
  sharePicture: kind("sharePicture", makeSharePicture, { patient: true }),
  links: kind("links", (story, signal) => lookAtLinks(story, signal), { outside: true }),
  elsewhere: kind("elsewhere", goRound, { every: ROUND }),
  page: kind("page", (page, signal) => lookAtPage(page, signal), { outside: true }),
  suggest: kind("suggest", suggest, { patient: true }),
  suggestRest: kind("suggestRest", suggestRest, { patient: true, every: 3_600 }),
  tidy: kind("tidy", tidy, { every: 3_600 }),
  webhook: kind("webhook", deliver, { outside: true }),
  erase: kind("erase", eraseFiles),
  alarm: kind("alarm", tellOfOverdue),
  dutyMail: kind("dutyMail", tellDutyEditor),
  witness: kind("witness", tellWitness, { outside: true }),
  "tell-hub": kind("tell-hub", tellHub, { outside: true }),
  "tell-search": kind("tell-search", tellSearch, { outside: true }),
}

function kind<K extends Kind>(name: K, work: Work<K>, manner: Manner = {}) {
  return { payload: PAYLOADS[name], work, ...manner }
}
