import { handedOn } from "@/lib/feeds/handed-on"
import { newsArticle } from "@/lib/feeds/json-ld"
import { paper } from "@/lib/paper"
import { fileAddress, largest } from "@/lib/pictures/pictures"
import { SHARE_SIZE } from "@/lib/pictures/share"
import type { LiveStory } from "@/lib/story/live"
import { JsonLd } from "./json-ld"
import { PageHead } from "./page-head"

/** What a story says of itself to machines: the head of its page, and its JSON-LD. */
export function StoryHead({ story, origin }: { story: LiveStory; origin: string }) {
  return (
    <>
      <PageHead
        title={`${story.headline} | ${paper.name}`}
        description={story.standfirst}
        origin={origin}
        address={story.address}
        feed={{ address: `/${story.section.slug}/feed.xml`, title: `${story.section.name} | ${paper.name}` }}
        forms={formsOf(story.address)}
        image={shareImage(story)}
        article={{
          publishedAt: story.publishedAt,
          updatedAt: story.updatedAt,
          section: story.section.name,
          topics: story.topics.map((topic) => topic.name),
        }}
      />
      <JsonLd value={newsArticle(story, origin)} />
    </>
  )
}

/** As lib/feeds/answer-story.server.ts writes them. */
const formsOf = (address: string) => [
  { type: "application/json", address: `${address}.json` },
  { type: "text/markdown", address: `${address}.md` },
  { type: "text/plain", address: `${address}.txt` },
]

/** What stands for the story where its address is shared: the picture that was made for it, or until then its first picture that others may have. */
function shareImage(story: LiveStory) {
  const { headline, body, sharePicture } = story
  const pictures = handedOn(story)
  if (sharePicture) return { address: fileAddress(sharePicture), ...SHARE_SIZE, alt: headline }
  for (const block of body) {
    const found = block.kind === "picture" && block.pictureId && pictures.get(block.pictureId)
    if (found) return { address: largest(found, "jpg"), width: found.width, height: found.height, alt: block.alt ?? "" }
  }
  return undefined
}
