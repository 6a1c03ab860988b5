/** What a server action answers when it could not do its work, whatever it is about. */
export type Problem = {
  problem: {
    kind: "signed out" | "somebody else" | "foreign origin" | "bad input" | "failed"
    sentence: string
    /** what is wrong with which field, in a sentence */
    fields?: Record<string, string>
  }
}

/** Of what was asked when no answer came. */
export const UNREACHED = "The server cannot be reached. Try again in a moment."

type Answer = object | null | undefined

/** The sentence of an answer that is a no, whichever kind of no; null when it is a yes, or when nothing was asked yet. */
export function refusalIn(answer: Answer): string | null {
  if (!answer) return null
  if ("refused" in answer && typeof answer.refused === "string") return answer.refused
  return problemIn(answer)?.sentence ?? null
}

/** What an answer says about one field of the form. */
export const problemOf = (answer: Answer, field: string) => (answer ? fieldsIn(answer)?.[field] : undefined)

/** Of a form that was not understood, or of what was asked and is refused. */
const fieldsIn = (answer: object): Record<string, string> | undefined =>
  "fields" in answer ? (answer as { fields?: Record<string, string> }).fields : problemIn(answer)?.fields

const problemIn = (answer: object) => ("problem" in answer ? (answer as Problem).problem : null)
