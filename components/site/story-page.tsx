import { paper } from "@/lib/paper"
import type { LiveStory, Name } from "@/lib/story/live"
import { Body } from "../blocks/body"
import { Byline } from "./byline"
import { Corrections } from "./corrections"
import { Moment } from "./moment"
import { RelatedNews } from "./related-news"

/** A story as its readers see it; the preview of a draft shows the same. */
export function StoryPage({ story, origin }: { story: LiveStory; origin: string }) {
  const [first, ...rest] = story.body
  const opensWithPicture = first?.kind === "picture"
  return (
    <div className="story">
      <article lang={story.language}>
        <header className="story-head">
          <Kicker section={story.section} kicker={story.kicker} />
          <h1>{story.headline}</h1>
          {story.standfirst && <p className="standfirst">{story.standfirst}</p>}
          <Corrections corrections={story.corrections} />
        </header>
        <div className="story-meta">
          <Byline names={story.byline} />
          {story.dateline && <p className="dateline">{story.dateline}</p>}
          <p className="dates">
            <span>
              <span className="date-label">Published</span> <Moment at={story.publishedAt} />
            </span>
            {story.updatedAt && (
              <span>
                <span className="date-label">Updated</span> <Moment at={story.updatedAt} />
              </span>
            )}
          </p>
        </div>
        {opensWithPicture && (
          <div className="story-lead">
            <Body blocks={[first]} pictures={story.pictures} lead />
          </div>
        )}
        <div className="prose">
          <Body blocks={opensWithPicture ? rest : story.body} pictures={story.pictures} />
        </div>
        <Topics topics={story.topics} />
        <p className="print-foot">
          {paper.name}, version {story.version}, {origin}
          {story.address}
        </p>
      </article>
      <RelatedNews items={story.related} />
    </div>
  )
}

const Kicker = ({ section, kicker }: { section: Name; kicker: string }) => (
  <p className="kicker">
    <a href={`/${section.slug}`}>{section.name}</a>
    {kicker && <span className="kicker-kind">{kicker}</span>}
  </p>
)

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
