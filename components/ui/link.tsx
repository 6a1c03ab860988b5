import NextLink from "next/link"
import type { ComponentProps } from "react"

/**
 * A link to another screen. It is fetched when it is followed and not before: no screen here stays as it is while it is looked at, and a
 * list of a hundred stories would ask the server for two hundred of them.
 */
export function Link(given: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...given} />
}
