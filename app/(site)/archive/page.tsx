import { dayAt, rangeOfYear, yearAddress } from "@/lib/archive/days"
import { findSpan, findWithStories } from "@/lib/archive/find.server"
import { ArchiveView } from "./archive-view"

export const dynamic = "force-dynamic"

/** The years of the paper, the newest first. */
export default async function Archive() {
  const span = await findSpan()
  const [first, last] = span ? [dayAt(span.first).year, dayAt(span.last).year] : [1, 0]
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const found = await findWithStories(years.map((year) => ({ year, ...rangeOfYear(year) })))
  const places = found.map(({ year }) => ({ name: String(year), address: yearAddress(year) }))
  return <ArchiveView heading="Archive" address="/archive" way={[]} places={places} />
}
