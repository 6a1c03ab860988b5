import { z } from "zod"

/** What somebody wants of a suggestion: never below this story, below none, or as the paper would have it. */
export const HIDE = ["here", "everywhere", "nowhere"] as const

/** `story`: the one that is suggested. */
export const hideAsked = z.strictObject({ story: z.uuid(), hide: z.enum(HIDE) })
export type HideAsked = z.infer<typeof hideAsked>

/** A story that the paper suggests below another, with its reasons in words. */
export const suggestionLine = z.object({ story: z.string(), headline: z.string(), reasons: z.array(z.string()) })
/** One that somebody hid, and where. */
export const hiddenLine = z.object({
  ...{ story: z.string(), headline: z.string(), everywhere: z.boolean(), by: z.string(), at: z.coerce.date() },
})
export type SuggestionLine = z.infer<typeof suggestionLine>
export type HiddenLine = z.infer<typeof hiddenLine>
