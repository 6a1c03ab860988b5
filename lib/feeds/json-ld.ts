import { wordsOfStored } from "../blocks/stored"
import { stampOf } from "../dates"
import { paper } from "../paper"
import { largest } from "../pictures/pictures"
import type { LiveStory } from "../story/live"

/**
 * The story for search engines (schema.org NewsArticle): the same words and times as the page itself. The address of
 * the paper is whole there, so `origin` is scheme and host.
 */
export function newsArticle(story: LiveStory, origin: string) {
  const address = origin + story.address
  const image = imagesOf(story, origin)
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": address,
    url: address,
    mainEntityOfPage: address,
    headline: story.headline,
    ...(story.standfirst && { description: story.standfirst }),
    ...(image.length > 0 && { image }),
    datePublished: stampOf(story.publishedAt),
    dateModified: stampOf(story.updatedAt ?? story.publishedAt),
    author: story.byline.map(({ name, slug }) => ({
      // Agencies sign in one word (Belga, AFP), people in two or more: all there is to tell them apart in free text.
      "@type": slug || /\s/.test(name) ? "Person" : "Organization",
      name,
      ...(slug && { url: `${origin}/by/${slug}` }),
    })),
    publisher: { "@type": "NewsMediaOrganization", name: paper.name, url: origin },
    inLanguage: story.language,
    articleSection: story.section.name,
    ...(story.topics.length > 0 && { keywords: story.topics.map((topic) => topic.name) }),
    ...(story.dateline && { dateline: story.dateline }),
    wordCount: wordsOfStored(story.body).match(/\S+/g)?.length ?? 0,
    isAccessibleForFree: true,
    version: String(story.version),
    ...(story.corrections.length > 0 && {
      correction: story.corrections.map(({ note, at }) => ({
        "@type": "CorrectionComment",
        text: note,
        datePublished: stampOf(at),
      })),
    }),
  }
}

const imagesOf = (story: LiveStory, origin: string) =>
  story.body.flatMap((block) => {
    const picture = block.kind === "picture" && block.pictureId && story.pictures.get(block.pictureId)
    if (!picture) return []
    const words = {
      ...(block.caption && { caption: block.caption }),
      ...(block.credit && { creditText: block.credit }),
    }
    const { width, height } = picture
    return [{ "@type": "ImageObject", url: origin + largest(picture, "jpg"), width, height, ...words }]
  })

/** JSON that may stand inside a script element: nothing in it can end the element or open a comment. */
export const jsonForScript = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c")
