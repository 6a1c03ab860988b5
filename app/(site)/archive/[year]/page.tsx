import { dayAt, MONTHS, monthAddress, rangeOfMonth, rangeOfYear, readYear, yearAddress } from "@/lib/archive/days"
import { findAround, findWithStories } from "@/lib/archive/find.server"
import { monthOf } from "@/lib/dates"
import { NotFoundView } from "../../not-found-view"
import { ArchiveView } from "../archive-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ year: string }> }

/** The months of a year in which something was published. */
export default async function Year({ params }: Props) {
  const year = readYear((await params).year)
  if (!year) return <NotFoundView />
  const [{ before, after }, found] = await Promise.all([
    findAround(rangeOfYear(year)),
    findWithStories(MONTHS.map((month) => ({ month, ...rangeOfMonth(year, month) }))),
  ])
  // Outside the paper's years there is nothing to be empty.
  if (found.length === 0 && !(before && after)) return <NotFoundView />
  const places = found.map(({ month, from }) => ({ name: monthOf(from), address: monthAddress(year, month) }))
  const beside = { before: before && placeOf(before), after: after && placeOf(after) }
  const way = [{ name: "Archive", address: "/archive" }]
  return <ArchiveView heading={String(year)} address={yearAddress(year)} {...{ way, places, beside }} />
}

function placeOf(at: Date) {
  const { year } = dayAt(at)
  return { name: String(year), address: yearAddress(year) }
}
