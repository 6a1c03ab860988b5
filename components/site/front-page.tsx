import type { FrontLayout, Placed } from "@/lib/front/front"
import { Card } from "./card"
import "./styles/cards.css"
import "./styles/front.css"

const LEAD_SIZES = "(min-width: 80rem) 50rem, (min-width: 64rem) 62vw, 100vw"
const FEATURE_SIZES = "(min-width: 64rem) 32rem, 100vw"
const THUMB_SIZES = "8rem"

/** The front: the lead with what stands beside it, the slots that have no room there, then a block for every section. */
export function FrontPage({
  front: { lead, beside, below, blocks },
  day,
}: {
  front: FrontLayout
  day?: Date | undefined
}) {
  if (!lead) return <p className="empty">Nothing has been published yet. Come back soon.</p>
  return (
    <>
      <div className="front-top">
        <Card
          day={day}
          story={lead.story}
          size="lead"
          level={2}
          sizes={LEAD_SIZES}
          picture
          standfirst
          showSection
          first
        />
        <div className="front-beside">
          {beside.map((placed) => (
            <Slot key={placed.story.id} placed={placed} day={day} />
          ))}
        </div>
      </div>
      {below.length > 0 && (
        <div className="front-below">
          {below.map((placed) => (
            <Slot key={placed.story.id} placed={placed} day={day} />
          ))}
        </div>
      )}
      {blocks.map(({ section, stories: [feature, ...more] }) => (
        <section className="block" key={section.slug} aria-labelledby={`section-${section.slug}`}>
          <h2 className="block-name" id={`section-${section.slug}`}>
            <a href={`/${section.slug}`}>{section.name}</a>
          </h2>
          {feature && (
            <Card day={day} story={feature} size="feature" level={3} sizes={FEATURE_SIZES} picture standfirst />
          )}
          {more.length > 0 && (
            <div className="block-more">
              {more.map((story) => (
                <Card day={day} key={story.id} story={story} size="small" level={3} sizes={THUMB_SIZES} picture />
              ))}
            </div>
          )}
        </section>
      ))}
    </>
  )
}

/** A feature has its picture and standfirst; what is plain has neither. */
const Slot = ({ placed: { story, size }, day }: { placed: Placed; day: Date | undefined }) =>
  size === "plain" ? (
    <Card day={day} story={story} size="plain" level={2} showSection />
  ) : (
    <Card day={day} story={story} size="feature" level={2} sizes={FEATURE_SIZES} picture standfirst showSection />
  )
