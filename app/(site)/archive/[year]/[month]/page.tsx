import {
  dayAddress,
  dayAt,
  daysIn,
  monthAddress,
  rangeOfDay,
  rangeOfMonth,
  readMonth,
  yearAddress,
} from "@/lib/archive/days"
import { findAround, findWithStories } from "@/lib/archive/find.server"
import { longDayOf, monthOf } from "@/lib/dates"
import { NotFoundView } from "../../../not-found-view"
import { ArchiveView } from "../../archive-view"

export const dynamic = "force-dynamic"

type Props = { params: Promise<{ year: string; month: string }> }

/** The days of a month on which something was published. */
export default async function Month({ params }: Props) {
  const asked = await params
  const read = readMonth(asked.year, asked.month)
  if (!read) return <NotFoundView />
  const { year, month } = read
  const range = rangeOfMonth(year, month)
  const days = Array.from({ length: daysIn(year, month) }, (_, index) => ({ year, month, day: index + 1 }))
  const [{ before, after }, found] = await Promise.all([
    findAround(range),
    findWithStories(days.map((day) => ({ ...day, ...rangeOfDay(day) }))),
  ])
  if (found.length === 0 && !(before && after)) return <NotFoundView />
  const places = found.map((day) => ({ name: longDayOf(day.from), address: dayAddress(day) }))
  const beside = { before: before && placeOf(before), after: after && placeOf(after) }
  const way = [
    { name: "Archive", address: "/archive" },
    { name: String(year), address: yearAddress(year) },
  ]
  return <ArchiveView heading={monthOf(range.from)} address={monthAddress(year, month)} {...{ way, places, beside }} />
}

function placeOf(at: Date) {
  const { year, month } = dayAt(at)
  return { name: monthOf(at), address: monthAddress(year, month) }
}
