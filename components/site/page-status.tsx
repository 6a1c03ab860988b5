import { stampOf } from "@/lib/dates"

type Props = { status: 404 | 410 } | { status: 308; location: string }

/**
 * How a page tells the front process which status to answer with (server/front.ts reads and removes these): a status
 * set by Next itself would come with its own page, and with scripts.
 */
export const PageStatus = (props: Props) => (
  <>
    <meta name="standfirst-status" content={String(props.status)} />
    {"location" in props && <meta name="standfirst-location" content={props.location} />}
  </>
)

/** Of a version at its own address: when readers had it first, and where the story's time stands (Memento, RFC 7089). */
export const PageMoment = ({ at, links }: { at: Date; links: readonly string[] }) => (
  <meta name="standfirst-memento" content={`${at.toUTCString()} ${links.join(", ")}`} />
)

/**
 * What the page depends on (see lib/record/tags.ts), and the moment at which it changes by itself, if any: the page cache
 * keeps it until an event names one of these, or until that moment.
 */
export const PageTags = ({ tags, until }: { tags: readonly string[]; until?: Date | null }) => (
  <>
    <meta name="standfirst-tags" content={tags.join(" ")} />
    {until && <meta name="standfirst-until" content={stampOf(until)} />}
  </>
)
