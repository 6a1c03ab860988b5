import { z } from "zod"
import { resource, writingJson } from "@/lib/api.server"
import { refusedPicture } from "@/lib/pictures/answer"
import { beginUpload } from "@/lib/pictures/uploads.server"

const file = z.strictObject({ fileName: z.string().max(1_000).default(""), size: z.int().min(0) })

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: writingJson(file, async ({ actor }, given) => {
    const begun = await beginUpload(actor, given)
    if ("refused" in begun) return refusedPicture(begun)
    const location = `/api/v1/pictures/uploads/${begun.progress.id}`
    return { status: 201, body: begun.progress, headers: { Location: location, "Upload-Offset": "0" } }
  }),
})
