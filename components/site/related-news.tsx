import { isSafeAddress } from "@/lib/address"
import { dayOf, stampOf } from "@/lib/dates"
import type { RelatedNews as Related } from "@/lib/story/live"

/** At most five stories of the paper and pages elsewhere, in the editors' order; nothing at all where there are none. */
export function RelatedNews({ items }: { items: readonly Related[] }) {
  const shown = items.filter((item) => isSafeAddress(item.address))
  if (shown.length === 0) return null
  return (
    <aside className="related" aria-labelledby="related-news">
      <h2 id="related-news">Related news</h2>
      <ul>
        {shown.map((item) => (
          <li key={item.address}>
            <a href={item.address}>{item.headline}</a>
            <p className="related-where">{where(item)}</p>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function where(item: Related) {
  if (item.kind === "link") return item.source || new URL(item.address).hostname
  return (
    <>
      {item.section.name}, <time dateTime={stampOf(item.publishedAt)}>{dayOf(item.publishedAt)}</time>
    </>
  )
}
