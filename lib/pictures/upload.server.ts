import "server-only"
import { z } from "zod"
import type { PictureWords } from "./pictures"

export type Upload = { bytes: Uint8Array; words: Partial<PictureWords>; fileName: string }
export type BadUpload = { refused: string; fields: Record<string, string> }

const YES = /^(true|on|yes|1)$/i
const word = z.string()
const share = z
  .string()
  .regex(/^(0|1|0?\.\d+|1\.0+)$/, "A number from 0 to 1.")
  .transform(Number)
const fields = z.strictObject({
  file: z.instanceof(File, { error: "Send the picture's file in this field." }),
  alt: word.optional(),
  decorative: word.optional(),
  caption: word.optional(),
  credit: word.optional(),
  rights: word.optional(),
  focalX: share.optional(),
  focalY: share.optional(),
})

/** A picture and what is said of it, out of a form (multipart/form-data, RFC 7578) that has been read already. */
export async function readUpload(body: Uint8Array<ArrayBuffer>, type: string): Promise<Upload | BadUpload> {
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => null)
  if (!form) return { refused: "This is not a whole form. Send the picture again.", fields: {} }
  const parsed = fields.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refuse(parsed.error)
  const { file, decorative = "", ...words } = parsed.data
  return { bytes: await file.bytes(), words: { ...words, decorative: YES.test(decorative) }, fileName: file.name }
}

function refuse({ issues }: z.ZodError): BadUpload {
  const fields: Record<string, string> = {}
  for (const issue of issues)
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) fields[key] = "There is no such field here."
    else fields[issue.path.join(".")] = issue.message
  const [[field, sentence] = ["file", "Send the picture's file in this field."]] = Object.entries(fields)
  return { refused: `${field}: ${sentence}`, fields }
}
