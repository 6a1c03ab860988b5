import { type Answer, problem } from "@/lib/api/problem"
import { resource, writing } from "@/lib/api.server"
import { LIMITS, pictureAddress } from "@/lib/pictures/pictures"
import type { PictureRefusal } from "@/lib/pictures/refusals"
import { storePicture } from "@/lib/pictures/store.server"
import { readUpload } from "@/lib/pictures/upload.server"

/** The picture itself, and room for its words and the form around them. */
const form = { types: ["multipart/form-data"], maxBytes: LIMITS.bytes + 100_000, slow: true as const }

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: writing(form, async ({ actor, bytes, headers }) => {
    const upload = await readUpload(bytes, headers.get("content-type") ?? "")
    if ("refused" in upload) return problem("bad-input", upload.refused, { errors: upload.fields })
    const stored = await storePicture(actor, upload.bytes, upload.words)
    if ("refused" in stored) return refusal(stored)
    const { picture } = stored
    const address = pictureAddress(picture.id, picture.width, "jpg")
    return { status: 201, body: { ...picture, address }, headers: { Location: address } }
  }),
})

function refusal({ refused, because, fields }: PictureRefusal): Answer {
  if (because === "busy") return { ...problem("too-fast", refused), headers: { "Retry-After": "60" } }
  if (because === "no right") return problem("no-right", refused)
  if (because === "too large") return problem("too-large", refused)
  if (because === "not a picture") return problem("wrong-type", refused)
  return problem("bad-input", refused, { errors: fields ?? { file: refused } })
}
