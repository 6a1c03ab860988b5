import { momentOf } from "@/lib/dates"
import { paper } from "@/lib/paper"
import type { LiveStory } from "@/lib/story/live"

type Props = { story: LiveStory; origin: string; links: readonly string[]; lang: string | undefined }

/**
 * What only a printed page shows: where the links in the text lead, numbered as the style sheet numbers them there, and
 * which version of what this is.
 */
export const PrintFoot = ({ story, origin, links, lang }: Props) => (
  <footer className="print-foot" lang={lang}>
    {links.length > 0 && (
      <ol>
        {links.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a footnote's number is its name
          <li key={index}>{link.startsWith("/") || link.startsWith("#") ? origin + link : link}</li>
        ))}
      </ol>
    )}
    <p>
      {paper.name}. Version {story.version}, {momentOf(story.madeAt)}. {origin}
      {story.address}
    </p>
  </footer>
)
