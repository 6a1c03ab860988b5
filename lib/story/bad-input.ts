import type { z } from "zod"
import type { Refusal } from "./acts"
import { type StoryText, storyText } from "./story"

/** What came in as a part of a story's text, or what is wrong with it. Fields that are `undefined` are as good as left out. */
export function parseText(given: unknown): { text: Partial<StoryText> } | Refusal {
  const parsed = storyText.partial().safeParse(given)
  return parsed.success ? { text: JSON.parse(JSON.stringify(parsed.data)) } : badInput(parsed.error)
}

/** What is wrong with which field, by paths such as `body.3.text.0.link`. */
export type Fields = Record<string, string>

/** A refusal that names every field that zod complains of. */
export function badInput(error: z.ZodError): Refusal {
  const fields: Fields = {}
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : []
    for (const key of unknown) fields[[...issue.path, key].join(".")] ??= "There is no such field here."
    if (!unknown.length) fields[issue.path.join(".")] ??= sentenceOf(issue)
  }
  return refuseFields(fields)
}

export function refuseFields(fields: Fields): Refusal {
  const [[path, sentence] = ["", "Nothing was understood."]] = Object.entries(fields)
  return { refused: path ? `${path}: ${sentence}` : sentence, because: "bad input", fields }
}

const AS_WORDS: Record<string, string> = {
  string: "text",
  array: "a list",
  object: "an object with fields",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  null: "null",
}

/** Our own messages are sentences; zod's own become ones. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too) /.test(issue.message)) return issue.message
  if (issue.code === "invalid_value") return `Choose one of: ${issue.values.map(String).join(", ")}.`
  if (issue.code === "invalid_type") {
    if (issue.message.endsWith("received undefined")) return "This is missing."
    return `This has to be ${AS_WORDS[issue.expected] ?? issue.expected}.`
  }
  if (issue.code === "too_big") return `This is too large: at most ${issue.maximum}.`
  if (issue.code === "too_small") return `This is too small: at least ${issue.minimum}.`
  if (issue.code === "invalid_format" && issue.format === "uuid") return "This is not an id."
  return "This is not understood."
}
