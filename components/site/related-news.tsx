import { Fragment } from "react"
import { isSafeAddress } from "@/lib/address"
import { dayOf, stampOf } from "@/lib/dates"
import { packageAddress } from "@/lib/packages/packages"
import { paper } from "@/lib/paper"
import { ageOf } from "@/lib/story/age"
import type { RelatedNews as Related, StoryCard } from "@/lib/story/related-shown"
import type { Name } from "@/lib/story/surroundings"

type Given = { items: readonly Related[]; now: Date; grouped: boolean }

/**
 * At most five stories of the paper and pages elsewhere, editors' picks in their order before what the paper suggests; nothing at all where
 * there are none. Beside a long story those of its packages stand together behind what is pinned, each under its package's name.
 */
export function RelatedNews({ items, now, grouped }: Given) {
  const shown = items.filter((item) => isSafeAddress(item.address))
  if (shown.length === 0) return null
  const groups = grouped ? groupsOf(shown) : [oneGroup(shown)]
  return (
    <aside className="related" aria-labelledby="related-news">
      <h2 id="related-news">Related news</h2>
      {groups.map((group) => (
        <Fragment key={group.package?.slug ?? group.heading ?? ""}>
          {group.package && (
            <h3>
              <a href={packageAddress(group.package.slug)}>{group.package.name}</a>
            </h3>
          )}
          {group.heading === "more" && <h3>More</h3>}
          <ul>
            {group.items.map((item) => (
              <Item key={item.address} item={item} now={now} />
            ))}
          </ul>
        </Fragment>
      ))}
    </aside>
  )
}

type Group = { heading: "more" | null; package: Name | null; items: Related[] }

/** What is pinned first; then by package, in the order in which each is met first; what is in none comes last. */
function groupsOf(shown: readonly Related[]): Group[] {
  const [pinned, rest] = [shown.filter((item) => item.pinned), shown.filter((item) => !item.pinned)]
  const groups = new Map<string, Group>()
  for (const item of rest) {
    const of = packageOf(item)
    const group = groups.get(of?.slug ?? "") ?? { heading: of ? null : "more", package: of, items: [] }
    group.items.push(item)
    groups.set(of?.slug ?? "", group)
  }
  if (![...groups.values()].some((group) => group.package)) return [oneGroup(shown)]
  const sorted = [...groups.values()].sort((a, b) => Number(a.package === null) - Number(b.package === null))
  return [...(pinned.length ? [oneGroup(pinned)] : []), ...sorted]
}

const packageOf = (item: Related) => (item.kind === "story" && item.package) || null

const oneGroup = (items: readonly Related[]): Group => ({ heading: null, package: null, items: [...items] })

function Item({ item, now }: { item: Related; now: Date }) {
  return (
    <li>
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
  )
}

const otherThanPaper = (language: string | undefined) => (language === paper.language ? undefined : language)

/** Kicker, section and day; of what is older than thirty days also how long ago that was. */
function Whence({ item, now }: { item: StoryCard; now: Date }) {
  const age = ageOf(item.publishedAt, now).words
  return (
    <>
      {item.kicker && (
        <>
          <span lang={otherThanPaper(item.language)}>{item.kicker}</span>,{" "}
        </>
      )}
      {item.section.name}, <time dateTime={stampOf(item.publishedAt)}>{dayOf(item.publishedAt)}</time>
      {age && ` (${age})`}
    </>
  )
}
