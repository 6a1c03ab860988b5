import { Link } from "./link"

/** The way through a list that is longer than a page; nothing where there is one page. */
export function Pages({ previous, here, next }: PagesProps) {
  if (!previous && !next) return null
  return (
    <nav aria-label="Pages">
      {previous && <Link href={previous.address}>{previous.name}</Link>} {here}{" "}
      {next && (
        <Link href={next} rel="next">
          Next page
        </Link>
      )}
    </nav>
  )
}

type PagesProps = { previous?: { name: string; address: string } | null; here?: string; next?: string | null }
