import { type Anchor, CONTENTS_FROM } from "@/lib/blocks/anchors"

/** The parts of a long story; a short one needs no list of them. */
export function Contents({ anchors, lang }: { anchors: readonly Anchor[]; lang: string | undefined }) {
  if (anchors.length < CONTENTS_FROM) return null
  return (
    <nav className="contents" aria-labelledby="contents">
      <h2 id="contents" lang={lang}>
        In this story
      </h2>
      <ol>
        {anchors.map(({ anchor, text }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
