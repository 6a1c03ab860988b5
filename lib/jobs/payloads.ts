import { z } from "zod"

/** Every kind of job, and what has to be known to do one. Ids rather than content: the work reads what is true when it is done. */
export const PAYLOADS = {
  renditions: z.strictObject({ picture: z.uuid() }),
  /** with a version: only while that one is live, for a later one has a job of its own */
  sharePicture: z.strictObject({ story: z.uuid(), version: z.uuid().optional() }),
  /** a story whose links to other sites are looked at */
  links: z.strictObject({ story: z.uuid() }),
  /** outside links whose turn it is */
  elsewhere: z.strictObject({}),
  /** a page elsewhere that is looked at, by the hash of its address */
  page: z.strictObject({ page: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** a story that readers have, have otherwise, or have no more: what leads to it and what it leads to */
  suggest: z.strictObject({ story: z.uuid() }),
  /** live stories of which nobody knows yet what they have in common with others */
  suggestRest: z.strictObject({}),
  tidy: z.strictObject({}),
  /** the paths of feeds with news, for the hub of WebSub */
  "tell-hub": z.strictObject({ feeds: z.array(z.string()) }),
  /** the paths of stories that came, changed or went, for IndexNow */
  "tell-search": z.strictObject({ addresses: z.array(z.string()) }),
  /** an event that a program elsewhere is told of */
  webhook: z.strictObject({ hook: z.uuid(), position: z.int() }),
  /** a story that was removed for legal reasons */
  erase: z.strictObject({ story: z.uuid() }),
  /** an outside witness that is told of heads of the record */
  witness: z.strictObject({ witness: z.string() }),
  /** what was due then and was not done */
  alarm: z.strictObject({ story: z.uuid(), due: z.iso.datetime() }),
  /** an act that whoever is on duty is written to about */
  dutyMail: z.strictObject({ position: z.int() }),
} as const

export type Kind = keyof typeof PAYLOADS
export type Payload<K extends Kind> = z.infer<(typeof PAYLOADS)[K]>
