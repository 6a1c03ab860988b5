import { problem } from "@/lib/api/problem"
import { resource, writing } from "@/lib/api.server"
import { refusedPicture, takenPicture } from "@/lib/pictures/answer"
import { PICTURE_FORM } from "@/lib/pictures/pictures"
import { replacePicture } from "@/lib/pictures/replace.server"
import { readUpload } from "@/lib/pictures/upload.server"

/** A new file in the place of a picture. Of the form only the file counts: words and rights are those of the picture. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: writing(PICTURE_FORM, async ({ actor, bytes, headers, params }) => {
    const upload = await readUpload(bytes, headers.get("content-type") ?? "")
    if ("refused" in upload) return problem("bad-input", upload.refused, { errors: upload.fields })
    const replaced = await replacePicture(actor, params.id ?? "", upload.bytes, upload.fileName)
    if (!replaced) return problem("not-found", "There is no such picture.")
    return "refused" in replaced ? refusedPicture(replaced) : takenPicture(replaced.picture)
  }),
})
