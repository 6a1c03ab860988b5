import { Fragment } from "react"
import type { PublicName } from "@/lib/story/live"

/** By Ada Peeters, Ben Claes and Belga: names of the paper's own people lead to their pages. */
export function Byline({ names, className = "byline" }: { names: readonly PublicName[]; className?: string }) {
  if (names.length === 0) return null
  return (
    <p className={className}>
      By{" "}
      {names.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the order is all there is
        <Fragment key={index}>
          {index > 0 && (index === names.length - 1 ? " and " : ", ")}
          {one.slug ? (
            <a href={`/by/${one.slug}`} rel="author">
              {one.name}
            </a>
          ) : (
            <span>{one.name}</span>
          )}
        </Fragment>
      ))}
    </p>
  )
}
