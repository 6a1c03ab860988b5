import { momentOf, stampOf } from "@/lib/dates"

/** A point in time, for readers and for machines. */
export const Moment = ({ at, words = momentOf(at) }: { at: Date; words?: string }) => (
  <time dateTime={stampOf(at)}>{words}</time>
)
