import { anchorsOf, CONTENTS_FROM } from "@/lib/blocks/anchors"
import { linksOf } from "@/lib/blocks/links"
import { dayOf, stampOf } from "@/lib/dates"
import { packageAddress } from "@/lib/packages/packages"
import { paper } from "@/lib/paper"
import { isOld } from "@/lib/story/age"
import { correctionsByKind, type LiveStory } from "@/lib/story/live"
import type { Name } from "@/lib/story/surroundings"
import { readKicker } from "@/lib/story/work"
import { historyAddress } from "@/lib/versions/versions"
import { Body } from "../blocks/body"
import { Byline } from "./byline"
import { Contents } from "./contents"
import { Corrections } from "./corrections"
import { Moment } from "./moment"
import { PrintFoot } from "./print-foot"
import { RelatedNews } from "./related-news"
import "./styles/related.css"
import "./styles/story.css"
import "./styles/prose.css"
import "./styles/print.css"

type Props = { story: LiveStory; origin: string; now: Date }

/** A story as its readers see it; the preview of a draft shows the same. `now` decides what is said of its age. */
export function StoryPage({ story, origin, now }: Props) {
  const [first, ...rest] = story.body
  const opensWithPicture = first?.kind === "picture"
  const { wrong, unclear } = correctionsByKind(story)
  const anchors = anchorsOf(story.body, story.language)
  const around = { pictures: story.pictures, cards: story.cards, anchors }
  // The page's own words are in the paper's language, within a story that may be in another.
  const ours = story.language === paper.language ? undefined : paper.language
  return (
    <div className="story">
      <article lang={story.language}>
        <header className="story-head">
          <Kicker section={story.section} kicker={story.kicker} />
          <h1>{story.headline}</h1>
          {story.standfirst && <p className="standfirst">{story.standfirst}</p>}
          {isOld(story.publishedAt, now) && <AgeNote publishedAt={story.publishedAt} lang={ours} />}
          <Corrections corrections={wrong} lang={ours} />
        </header>
        <div className="story-meta" lang={ours}>
          <Byline names={story.byline} policy />
          {story.dateline && <p className="dateline">{story.dateline}</p>}
          <Dates story={story} />
        </div>
        {opensWithPicture && (
          <div className="story-lead">
            <Body blocks={[first]} {...around} lead />
          </div>
        )}
        <Contents anchors={anchors} lang={ours} />
        <div className="prose">
          <Body blocks={opensWithPicture ? rest : story.body} {...around} />
        </div>
        <Corrections corrections={unclear} lang={ours} />
        <PartOf packages={story.packages} lang={ours} />
        <Topics topics={story.topics} />
        <PrintFoot story={story} origin={origin} links={linksOf(story.body)} lang={ours} />
      </article>
      <RelatedNews items={story.related} now={now} grouped={anchors.length >= CONTENTS_FROM} />
    </div>
  )
}

function Kicker({ section, kicker }: { section: Name; kicker: string }) {
  const { work, about } = readKicker(kicker)
  return (
    <p className="kicker">
      <a href={`/${section.slug}`}>{section.name}</a>
      <span className="kicker-kind">{work}</span>
      {about && <span className="kicker-kind">{about}</span>}
    </p>
  )
}

const AgeNote = ({ publishedAt, lang }: { publishedAt: Date; lang: string | undefined }) => (
  <p className="age-note" lang={lang}>
    <strong>This story is over a year old.</strong> It was published on{" "}
    <time dateTime={stampOf(publishedAt)}>{dayOf(publishedAt)}</time>.
  </p>
)

const Dates = ({ story }: { story: LiveStory }) => (
  <p className="dates">
    <span>
      <span className="date-label">Published</span> <Moment at={story.publishedAt} />
    </span>
    {story.updatedAt && (
      <span>
        <span className="date-label">Updated</span> <Moment at={story.updatedAt} />
      </span>
    )}
    {story.versions > 1 && (
      <a className="to-history" href={historyAddress(story.address)}>
        History ({story.versions})
      </a>
    )}
  </p>
)

const PartOf = ({ packages, lang }: { packages: readonly Name[]; lang: string | undefined }) =>
  packages.map(({ slug, name }) => (
    <p key={slug} className="part-of" lang={lang}>
      In depth: <a href={packageAddress(slug)}>{name}</a>
    </p>
  ))

const Topics = ({ topics }: { topics: readonly Name[] }) =>
  topics.length > 0 && (
    <nav className="topics" aria-label="Topics">
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/topics/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
