import { brieflyOf, dayOf, stampOf } from "@/lib/dates"
import type { ListedStory } from "@/lib/story/live"
import { Byline } from "./byline"
import { Image } from "./image"

type Props = {
  story: ListedStory
  /** how large it stands on the page */
  size: "lead" | "feature" | "plain" | "small"
  /** which heading it is under: h2 on a front page's top, h3 in a block of a section */
  level: 2 | 3
  sizes?: string
  picture?: boolean
  standfirst?: boolean
  /** does the page not say by itself which section this is? */
  showSection?: boolean
  first?: boolean
  /** the day of the list: dates are told as seen from it */
  day?: Date | undefined
}

/** Large pictures are wide, those beside a headline stand higher. */
const CROP = { lead: "16x9", feature: "16x9", plain: "4x3", small: "4x3" } as const

/** A story in a list: picture, kicker, headline, standfirst. The headline is the one link, and covers the card. */
export function Card({ story, size, level, sizes = "50vw", picture, standfirst, showSection, first, day }: Props) {
  const Heading = level === 2 ? "h2" : "h3"
  const kicker = [showSection && story.section.name, story.kicker].filter(Boolean)
  return (
    <article className={`card ${size}${picture && story.picture ? " with-picture" : ""}`} lang={story.language}>
      {picture && story.picture && (
        <div className="card-picture">
          <Image
            picture={story.picture}
            alt=""
            sizes={sizes}
            crop={CROP[size]}
            small={size === "feature"}
            first={first ?? false}
          />
        </div>
      )}
      <div className="card-words">
        {kicker.length > 0 && <p className="kicker">{kicker.join(" · ")}</p>}
        <Heading className="card-headline">
          <a href={story.address}>{story.headline}</a>
        </Heading>
        {standfirst && story.standfirst && <p className="card-standfirst">{story.standfirst}</p>}
        <div className="card-meta">
          {size !== "small" && <Byline names={story.byline} className="card-byline" />}
          <p className="card-date">
            <time dateTime={stampOf(story.publishedAt)}>
              {day ? brieflyOf(story.publishedAt, day) : dayOf(story.publishedAt)}
            </time>
          </p>
        </div>
      </div>
    </article>
  )
}
