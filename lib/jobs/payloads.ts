import { z } from "zod"

/** Every kind of job, and what has to be known to do one. Ids rather than content: the work reads what is true when it is done. */
export const PAYLOADS = {
  tidy: z.strictObject({}),
} as const

export type Kind = keyof typeof PAYLOADS
export type Payload<K extends Kind> = z.infer<(typeof PAYLOADS)[K]>
