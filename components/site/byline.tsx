import { Fragment } from "react"
import type { PublicName } from "@/lib/story/live"

/** Where the paper says when it names its writers, and when it does not. */
export const BYLINE_POLICY = "/about/bylines"

type Props = {
  names: readonly PublicName[]
  className?: string
  /** on a story's own page: where nobody is named, lead to the reason */
  policy?: boolean
}

/** By Ada Peeters, Ben Claes and Belga: names of the paper's own people lead to their pages. */
export function Byline({ names, className = "byline", policy = false }: Props) {
  const shown = names.length === 0 && policy ? [{ name: "Staff", slug: null }] : names
  if (shown.length === 0) return null
  return (
    <p className={className}>
      By{" "}
      {shown.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the order is all there is
        <Fragment key={index}>
          {index > 0 && (index === shown.length - 1 ? " and " : ", ")}
          <Named one={one} policy={policy} />
        </Fragment>
      ))}
    </p>
  )
}

function Named({ one: { name, slug }, policy }: { one: PublicName; policy: boolean }) {
  if (slug)
    return (
      <a href={`/by/${slug}`} rel="author">
        {name}
      </a>
    )
  return policy && STAFF.test(name) ? <a href={BYLINE_POLICY}>{name}</a> : <span>{name}</span>
}

/** Words that stand for the newsroom, and for nobody in it. */
const STAFF = /^(?:our (?:own )?)?(?:staff|newsroom|desk|redactie|rédaction|redaktion)$/i
