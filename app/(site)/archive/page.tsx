import { dayAt, MONTHS, monthAddress, rangeOfMonth, yearAddress } from "@/lib/archive/days"
import { findSpan, findWithStories } from "@/lib/archive/find.server"
import { monthOf } from "@/lib/dates"
import { ArchiveView } from "./archive-view"

export const dynamic = "force-dynamic"

/** The years of the paper and their months, the newest year first. */
export default async function Archive() {
  const span = await findSpan()
  const [first, last] = span ? [dayAt(span.first).year, dayAt(span.last).year] : [1, 0]
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const asked = years.flatMap((year) => MONTHS.map((month) => ({ year, month, ...rangeOfMonth(year, month) })))
  const found = await findWithStories(asked)
  const places = years.flatMap((year) => {
    const within = found
      .filter((one) => one.year === year)
      .map(({ month, from }) => ({ name: monthOf(from), address: monthAddress(year, month) }))
    return within.length ? { name: String(year), address: yearAddress(year), within } : []
  })
  return <ArchiveView heading="Archive" address="/archive" way={[]} places={places} />
}
