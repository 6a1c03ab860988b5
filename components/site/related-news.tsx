import { isSafeAddress } from "@/lib/address"
import { dayOf, stampOf } from "@/lib/dates"
import { paper } from "@/lib/paper"
import { ageOf } from "@/lib/story/age"
import type { RelatedNews as Related, StoryCard } from "@/lib/story/related-shown"

/** At most five stories of the paper and pages elsewhere, editors' picks in their order before what the paper suggests; nothing at all where there are none. */
export function RelatedNews({ items, now }: { items: readonly Related[]; now: Date }) {
  const shown = items.filter((item) => isSafeAddress(item.address))
  if (shown.length === 0) return null
  return (
    <aside className="related" aria-labelledby="related-news">
      <h2 id="related-news">Related news</h2>
      <ul>
        {shown.map((item) => (
          <li key={item.address}>
            {item.reason && (
              <p className="kicker" lang={otherThanPaper(item.reasonLanguage)}>
                {item.reason}
              </p>
            )}
            <a href={item.address} lang={item.kind === "story" ? otherThanPaper(item.language) : undefined}>
              {item.headline}
            </a>
            <p className="related-where">
              {item.kind === "link" ? item.source || new URL(item.address).hostname : <Whence item={item} now={now} />}
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}

const otherThanPaper = (language: string | undefined) => (language === paper.language ? undefined : language)

/** Section and day; of what is older than thirty days also how long ago that was. */
function Whence({ item, now }: { item: StoryCard; now: Date }) {
  const age = ageOf(item.publishedAt, now).words
  return (
    <>
      {item.section.name}, <time dateTime={stampOf(item.publishedAt)}>{dayOf(item.publishedAt)}</time>
      {age && ` (${age})`}
    </>
  )
}
