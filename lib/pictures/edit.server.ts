import "server-only"
import type { z } from "zod"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { databaseTime, transaction } from "../transaction.server"
import { makeAfresh } from "./afresh.server"
import { roughWords } from "./pictures"
import { columnsOf, type Rights, rights } from "./rights"

type Answer = { done: string } | { refused: string; fields?: Record<string, string> }

const NO_PICTURE = { refused: "There is no such picture any more. Go back to the library." }
const NO_RIGHT = { refused: "What readers get of a picture is the desk's to decide. Ask an editor." }

const words = roughWords.shape
export type WordsGiven = { [Name in Exclude<keyof typeof words, "focalX" | "focalY">]: z.infer<(typeof words)[Name]> }

/** Changes what is said of a picture in the library. Stories keep the words that they give it. */
export async function describePicture(actor: Person, id: string, given: WordsGiven): Promise<Answer> {
  if (!can(actor, "pictures")) return { refused: "Describing pictures is not open to you. Ask an editor." }
  const parsed = roughWords.safeParse(given)
  if (!parsed.success) return refuse(parsed.error)
  const { focalX: _, focalY: __, ...said } = parsed.data
  return transaction(async (tx) => {
    const { count } = await tx.picture.updateMany({ where: { id }, data: said })
    if (!count) return NO_PICTURE
    await tx.pictureEvent.create({ data: { pictureId: id, what: "words", actorId: actor.id } })
    return { done: "The words are saved." }
  })
}

/** Changes who may use a picture, and how long. Pages that show it are made again, so an end that has passed takes it from them at once. */
export async function changeRights(actor: Person, id: string, given: Rights): Promise<Answer> {
  if (!can(actor, "update")) return NO_RIGHT
  const parsed = rights.safeParse(given)
  if (!parsed.success) return refuse(parsed.error)
  return transaction(async (tx) => {
    const at = await databaseTime(tx)
    const { until } = parsed.data
    const endedAt = until && until <= at ? at : null
    const { count } = await tx.picture.updateMany({ where: { id }, data: { ...columnsOf(parsed.data), endedAt } })
    if (!count) return NO_PICTURE
    await tx.pictureEvent.create({ data: { pictureId: id, what: "rights", actorId: actor.id, at } })
    await makeAfresh(tx, [id], { what: "picture rights", actorId: actor.id, at })
    return { done: endedAt ? "The rights are saved. Readers have the picture no more." : "The rights are saved." }
  })
}

const refuse = ({ issues }: z.ZodError): Answer => ({
  refused: issues[0]?.message ?? "This could not be understood.",
  fields: Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0] ?? ""), message])),
})
