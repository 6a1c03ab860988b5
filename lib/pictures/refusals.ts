import { LIMITS } from "./pictures"

export type PictureRefusal = {
  refused: string
  because: "no right" | "bad words" | "not a picture" | "damaged" | "too large" | "busy"
  /** what is wrong with which field of the words */
  fields?: Record<string, string>
}

const refuse = (because: PictureRefusal["because"], refused: string): PictureRefusal => ({ refused, because })

/** Why a picture is not taken, with the next step. */
export const REFUSALS = {
  noRight: refuse("no right", "Adding pictures is not open to you. Ask an editor."),
  notYours: refuse("no right", "What readers get of a picture is the desk's to decide. Ask an editor."),
  replaced: refuse("bad words", "Another picture stands in its place already. Replace that one."),
  empty: refuse("damaged", "The file is empty. Choose another one."),
  bytes: refuse(
    "too large",
    `The file is larger than ${LIMITS.bytes / 1e6} MB. Save the picture smaller and send it again.`,
  ),
  pixels: refuse(
    "too large",
    `The picture has more than ${LIMITS.pixels / 1e6} million pixels, or a side of more than ${LIMITS.side.toLocaleString("en")}. Save it smaller and send it again.`,
  ),
  damaged: refuse(
    "damaged",
    "The picture cannot be read: it is damaged or incomplete. Open it in a picture program, save it again and send that.",
  ),
  slow: refuse(
    "too large",
    "The picture asks for too much time or memory to be read, so it was stopped. Save it again as an ordinary JPEG and send that.",
  ),
  unfinished: refuse(
    "too large",
    "Many of your pictures are still on their way. Finish those, or wait until the unfinished ones are forgotten after a day.",
  ),
  busy: refuse("busy", "Many pictures are being worked on just now. Send this one again in a minute."),
  other: (name: string) =>
    refuse("not a picture", `This is ${name}. Save the picture as JPEG, PNG or WebP and send that.`),
  words: (fields: Record<string, string>): PictureRefusal => ({
    ...refuse("bad words", Object.values(fields)[0] ?? "Something is wrong with the words of this picture."),
    fields,
  }),
}
