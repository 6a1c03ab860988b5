import { Difference } from "@/components/site/difference"
import { isSame } from "@/lib/story/same"
import type { Story, StoryText } from "@/lib/story/story"
import type { Surroundings } from "@/lib/story/surroundings"
import { differenceOf } from "@/lib/versions/difference"
import type { Earlier } from "@/lib/versions/sittings"
import { TakeUp } from "./take-up"
import { calledIn, historyOf, nameOf } from "./words"

type Props = {
  story: Story
  texts: readonly Earlier[]
  /** what was asked for, and its words; undefined: they are of a later release */
  shown: Earlier
  text: StoryText | undefined
  /** the two that are compared, the older first, and their words */
  from: Earlier | null
  to: Earlier | undefined
  was: StoryText | undefined
  is: StoryText | undefined
  around: Surroundings
  may: boolean
  /** of the list beside it */
  page: number
}

/** One text: what it changed, or what makes it another than the one that it is compared with, and the way back to it. */
export function ShownText({ story, texts, shown, text, from, to, was, is, around, may, page }: Props) {
  const isDraft = text !== undefined && isSame({ ...text, slug: story.text.slug }, story.text)
  return (
    <section aria-labelledby="difference">
      <h2 id="difference" tabIndex={-1}>
        {nameOf(shown)}
      </h2>
      {from && to && (
        <p className="difference-key">
          <del>Struck through</del>: only in {calledIn(texts, from.name)}. <ins>Underlined</ins>: only in{" "}
          {calledIn(texts, to.name)}.
        </p>
      )}
      <OtherWays
        {...{ texts, shown, beside: [from, to] }}
        address={(name) => historyOf(story.id, shown.name, page, name)}
      />
      {isDraft && <p className="change-note">The draft is this text.</p>}
      {may && text && !isDraft && (
        <TakeUp id={story.id} revision={story.revision} name={shown.name} label="Take it up as the draft">
          Readers see nothing of it before you publish it. The draft as it is now stays in this list.
        </TakeUp>
      )}
      {was && is && (
        <Difference
          difference={differenceOf(was, is)}
          around={around}
          language={is.language}
          told={{ to: "desk", now: new Date() }}
        />
      )}
      {!from && <p className="empty">There is none before it to compare it with.</p>}
      {(!text || (from && !was)) && (
        <p className="empty">This text is of a later release of the newsroom: this one cannot show it.</p>
      )}
    </section>
  )
}

type WaysProps = {
  texts: readonly Earlier[]
  shown: Earlier
  /** what is compared already */
  beside: readonly (Earlier | null | undefined)[]
  address: (name: string) => string
}

/** What else a text may be compared with than what was before it. */
function OtherWays({ texts, shown, beside, address }: WaysProps) {
  const ways = [
    { other: texts[0], called: "the newest text" },
    { other: texts.find(({ live }) => live), called: "what readers have" },
  ].flatMap(({ other, called }) => (other && other !== shown && !beside.includes(other) ? [{ other, called }] : []))
  return (
    ways.length > 0 && (
      <p className="version-doors">
        {ways.map(({ other, called }) => (
          <a key={called} href={`${address(other.name)}#difference`}>
            Compare it with {called}
          </a>
        ))}
      </p>
    )
  )
}
