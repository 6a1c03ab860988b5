import { problem } from "@/lib/api/problem"
import { reading, resource, writing } from "@/lib/api.server"
import { refusedPicture, takenPicture } from "@/lib/pictures/answer"
import { findChoices } from "@/lib/pictures/choice.server"
import { readLibraryFilter } from "@/lib/pictures/library"
import { PICTURE_FORM } from "@/lib/pictures/pictures"
import { storePicture } from "@/lib/pictures/store.server"
import { readUpload } from "@/lib/pictures/upload.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  /** The library for a story of a section, 48 at a time. */
  GET: reading(async ({ query }) => {
    const filter = readLibraryFilter(Object.fromEntries(query))
    return { status: 200, body: await findChoices(filter, query.get("section") ?? "", query.get("usable") === "yes") }
  }),
  POST: writing(PICTURE_FORM, async ({ actor, bytes, headers }) => {
    const upload = await readUpload(bytes, headers.get("content-type") ?? "")
    if ("refused" in upload) return problem("bad-input", upload.refused, { errors: upload.fields })
    const stored = await storePicture(actor, upload.bytes, upload.words, upload)
    return "refused" in stored ? refusedPicture(stored) : takenPicture(stored.picture)
  }),
})
