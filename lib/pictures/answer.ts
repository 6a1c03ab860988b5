import { type Answer, problem } from "../api/problem"
import { type Picture, pictureAddress } from "./pictures"
import type { PictureRefusal } from "./refusals"

/** What a program is told of a picture that was taken. */
export function takenPicture(picture: Picture): Answer {
  const address = pictureAddress(picture.id, picture.width, "jpg")
  return { status: 201, body: { ...picture, address }, headers: { Location: address } }
}

/** What a program is told of one that was not. */
export function refusedPicture({ refused, because, fields }: PictureRefusal): Answer {
  if (because === "busy") return { ...problem("too-fast", refused), headers: { "Retry-After": "60" } }
  if (because === "no right") return problem("no-right", refused)
  if (because === "too large") return problem("too-large", refused)
  if (because === "not a picture") return problem("wrong-type", refused)
  return problem("bad-input", refused, { errors: fields ?? { file: refused } })
}
