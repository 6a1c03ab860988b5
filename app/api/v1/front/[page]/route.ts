import { z } from "zod"
import { type Answer, problem, problemOf } from "@/lib/api/problem"
import { noRevision, reading, resource, writingJson } from "@/lib/api.server"
import { arrange, cancelComing } from "@/lib/front/arrange.server"
import { findArranged, isPage } from "@/lib/front/arranged.server"
import type { ArrangedPage, Arrangement } from "@/lib/front/arrangement"

const asked = z.strictObject({
  revision: z.int().optional(),
  /** null, with `from`: cancel what waits for that moment */
  slots: z.unknown(),
  from: z.iso.datetime({ offset: true, error: "A time with its zone: 2026-11-24T14:05:00+01:00." }).nullish(),
  instead: z.int().min(0).optional(),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ params }) => {
    const page = params.page ?? ""
    return (await isPage(page)) ? pageAnswer(await findArranged(page)) : noPage()
  }),
  PUT: writingJson(asked, async ({ actor, params }, { slots, instead, ...given }, revision) => {
    const page = params.page ?? ""
    if (!(await isPage(page))) return noPage()
    if (revision === null) return noRevision("page")
    const from = given.from ? new Date(given.from) : null
    const cancel = slots === null && from
    const answer = await (cancel
      ? cancelComing(actor, { page, revision, from })
      : arrange(actor, { page, revision, slots, from, instead }))
    if ("refused" in answer) return problemOf(answer)
    return "stale" in answer ? stalePage(revision, answer.stale) : pageAnswer(answer.arranged)
  }),
})

const noPage = () => problem("not-found", "The paper has no such page: it is `front`, or the slug of a section.")

const pageAnswer = (arranged: ArrangedPage): Answer => ({
  status: 200,
  body: pageJson(arranged),
  headers: { ETag: `"${arranged.revision}"` },
})

const pageJson = ({ page, revision, inForce, coming }: ArrangedPage) => ({
  ...{ page, revision },
  inForce: inForce && arrangementJson(inForce),
  coming: coming.map(arrangementJson),
})

const arrangementJson = ({ number, from, slots, by, madeAt }: Arrangement) => ({ number, from, slots, by, madeAt })

/** Both revisions, and the page as it is now. What was sent is still with its sender. */
const stalePage = (revision: number, present: ArrangedPage): Answer =>
  problem("stale", "Somebody else has arranged this page since, or a time has come. Nothing was written.", {
    ...{ yourRevision: revision, presentRevision: present.revision },
    arrangement: pageJson(present),
  })
