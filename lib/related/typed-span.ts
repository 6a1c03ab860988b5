import { atWall, wallOf } from "../dates"
import { ENDS_EARLY } from "../story/story"

type Side = "from" | "until"
type Span = { from: string | undefined; until: string | undefined }

/** From and until as fields for date and time have them, by the paper's clock; `broken`: there is something in the field, and no date and time. */
type TypedSpan = Record<Side, { wall: string; broken: boolean }>

export const typedSpan = ({ from, until }: { from?: string | undefined; until?: string | undefined }): TypedSpan => ({
  from: { wall: from ? wallOf(new Date(from)) : "", broken: false },
  until: { wall: until ? wallOf(new Date(until)) : "", broken: false },
})

/**
 * The moments that were typed, in UTC; or what is wrong with which field, and then none of them is to be kept yet. What was not touched since
 * `stored` stays to the second.
 */
export function readSpan(typed: TypedSpan, stored: Span): { span: Span } | { problems: Partial<Record<Side, string>> } {
  const was = typedSpan(stored)
  const read = (side: Side): { at: string | undefined } | { problem: string } => {
    const { wall, broken } = typed[side]
    if (broken) return { problem: NO_MOMENT }
    if (!wall) return { at: undefined }
    if (wall === was[side].wall) return { at: stored[side] }
    const at = atWall(wall)
    if (!at && (wall.startsWith("9999") || /^\d{5}/.test(wall))) return { problem: TOO_FAR[side] }
    // A year on its way: 0002, 0020, 0202.
    return at && wall >= "2000" ? { at: at.toISOString() } : { problem: NO_MOMENT }
  }
  const [begins, ends] = [read("from"), read("until")]
  if ("problem" in begins || "problem" in ends)
    return {
      problems: {
        ...("problem" in begins && { from: begins.problem }),
        ...("problem" in ends && { until: ends.problem }),
      },
    }
  const [from, until] = [begins.at, ends.at]
  if (from && until && Date.parse(until) <= Date.parse(from)) return { problems: { until: ENDS_EARLY } }
  return { span: { from, until } }
}

const NO_MOMENT = "Write a whole date and time, or empty the field."
const TOO_FAR: Record<Side, string> = {
  from: "Choose an earlier year, or empty the field: then it is at once.",
  until: "Choose an earlier year, or empty the field: then it is for good.",
}
