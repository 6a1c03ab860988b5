import { type Answer, problem } from "@/lib/api/problem"
import { reading, resource, writing } from "@/lib/api.server"
import { refusedPicture, takenPicture } from "@/lib/pictures/answer"
import { PART } from "@/lib/pictures/pictures"
import { findUpload, goOn, type Progress } from "@/lib/pictures/uploads.server"

/** A part, and the offset at which it begins, as in the protocol of tus 1.0. */
const part = { types: ["application/offset+octet-stream"], maxBytes: PART, slow: true as const }

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ actor, params }) => {
    const found = await findUpload(actor, params.id ?? "")
    return found ? soFar(found) : noUpload()
  }),
  PATCH: writing(part, async ({ actor, params, headers, bytes }) => {
    const offset = headers.get("upload-offset") ?? ""
    if (!/^\d{1,9}$/.test(offset)) return problem("bad-request", "Say in Upload-Offset where this part begins.")
    const went = await goOn(actor, params.id ?? "", Number(offset), bytes)
    if (!went) return noUpload()
    if ("refused" in went) return refusedPicture(went)
    if ("elsewhere" in went)
      return { ...problem("stale", `This upload goes on at ${went.elsewhere.offset}.`), headers: at(went.elsewhere) }
    return "picture" in went ? takenPicture(went.picture) : soFar(went.progress)
  }),
})

const at = ({ offset }: Progress) => ({ "Upload-Offset": String(offset) })
const soFar = (progress: Progress): Answer => ({ status: 200, body: progress, headers: at(progress) })
const noUpload = () => problem("not-found", "There is no such upload any more: begin again.")
