import { type Answer, problem } from "@/lib/api/problem"
import { reading, resource, writingJson } from "@/lib/api.server"
import { focalPoint } from "@/lib/pictures/crops"
import { findFocalPoint, moveFocalPoint } from "@/lib/pictures/focal-point.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const found = await findFocalPoint(params.id ?? "")
    return found ? { status: 200, body: { id: params.id, ...found } } : noPicture()
  }),
  PATCH: writingJson(focalPoint, async ({ actor, params }, point) => {
    const answer = await moveFocalPoint(actor, params.id ?? "", point)
    if (!answer) return noPicture()
    if ("refused" in answer) return problem("no-right", answer.refused)
    return { status: 200, body: { id: params.id, ...answer.moved } }
  }),
})

const noPicture = (): Answer => problem("not-found", "There is no such picture.")
