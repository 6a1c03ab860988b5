import { partsOf } from "@/lib/few-bytes"
import { refusalIn } from "@/lib/form-answer"
import type { Plan, Planned, Result } from "@/lib/related/bulk"
import type { KeepDoor } from "./doors"

/** So many stories are asked for at once. */
const TOGETHER = 10

const UNKNOWN = "The server cannot be reached. Whether this was done stands under “Changes”."

type Given = {
  keep: KeepDoor
  plan: Plan
  batch: string
  /** what became of a few more */
  onResults: (results: readonly Result[]) => void
  isStopped: () => boolean
}

/** What would be done to a story, and not why it is left alone. */
export const isPlanned = (line: Plan["lines"][number]): line is Planned => "after" in line

/** Does what was shown, a few stories at a time. What was not answered is asked for again: under the number of the batch it is done once. */
export async function keepPlan({ keep, plan, batch, onResults, isStopped }: Given): Promise<void> {
  const { what, about, undoes } = plan
  const wishes = plan.lines.filter(isPlanned).map(({ id, revision, after }) => ({ id, revision, after }))
  for (const stories of partsOf(wishes, TOGETHER)) {
    if (isStopped()) return
    const ask = () => keep({ batch, what, about, undoes, stories })
    const answer = await ask()
      .catch(ask)
      .catch(() => null)
    const refused = answer ? refusalIn(answer) : UNKNOWN
    onResults(
      answer && "results" in answer ? answer.results : stories.map(({ id }) => ({ id, refused: refused ?? UNKNOWN })),
    )
    if (!answer || !("results" in answer)) return
  }
}
