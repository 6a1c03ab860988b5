import { wordsOfStored } from "../blocks/stored"
import { stampOf } from "../dates"
import { packageAddress } from "../packages/packages"
import { paper } from "../paper"
import { largest } from "../pictures/pictures"
import { correctionLabel, type LiveStory, type PublicName } from "../story/live"
import { handedOn } from "./handed-on"

/**
 * The story for search engines (schema.org NewsArticle): the same words and times as the page itself. The address of
 * the paper is whole there, so `origin` is scheme and host.
 */
export function newsArticle(story: LiveStory, origin: string) {
  const address = origin + story.address
  const image = imagesOf(story, origin)
  const kind = KINDS.get(story.kicker.trim().toLowerCase())
  const crumbs = [{ name: story.section.name, address: `/${story.section.slug}` }]
  return {
    "@context": "https://schema.org",
    "@type": kind ? ["NewsArticle", kind] : "NewsArticle",
    "@id": address,
    url: address,
    mainEntityOfPage: {
      ...{ "@type": "WebPage", "@id": address, breadcrumb: breadcrumbs(crumbs, origin) },
      ...(story.related.length > 0 && { relatedLink: story.related.map((item) => addressFrom(item, origin)) }),
    },
    headline: story.headline,
    ...(story.standfirst && { description: story.standfirst }),
    ...(image.length > 0 && { image }),
    datePublished: stampOf(story.publishedAt),
    dateModified: stampOf(story.updatedAt ?? story.publishedAt),
    author: authorsOf(story.byline, origin),
    publisher: publisher(origin),
    inLanguage: story.language,
    articleSection: story.section.name,
    ...(story.topics.length > 0 && {
      keywords: story.topics.map((topic) => topic.name),
      about: story.topics.map(({ name, slug }) => ({ "@type": "Thing", name, url: `${origin}/topics/${slug}` })),
    }),
    ...(story.packages.length > 0 && {
      isPartOf: story.packages.map(({ slug, name }) => ({
        "@type": "CollectionPage",
        name,
        url: origin + packageAddress(slug),
      })),
    }),
    ...ledTo(story, origin),
    ...(story.dateline && { dateline: story.dateline }),
    wordCount: wordsOfStored(story.body).match(/\S+/g)?.length ?? 0,
    isAccessibleForFree: true,
    version: String(story.version),
    ...(story.corrections.length > 0 && {
      correction: story.corrections.map(({ note, at, clarifies }) => ({
        "@type": "CorrectionComment",
        name: correctionLabel({ clarifies }),
        text: note,
        datePublished: stampOf(at),
      })),
    }),
  }
}

/** What it leads to: stories of the paper, in its text or below it, and pages elsewhere. (`isRelatedTo` is a word for goods in that vocabulary.) */
function ledTo({ related, cards }: LiveStory, origin: string) {
  const own = new Map(
    [...cards.values(), ...related.filter(({ kind }) => kind === "story")].map((one) => [one.address, one]),
  )
  const elsewhere = related.filter(({ kind }) => kind === "link")
  const works = (type: string, of: readonly { headline: string; address: string }[]) =>
    of.map(({ headline, address }) => ({ "@type": type, name: headline, url: address }))
  return {
    ...(own.size > 0 && {
      mentions: works(
        "NewsArticle",
        [...own.values()].map((one) => ({ ...one, address: origin + one.address })),
      ),
    }),
    ...(elsewhere.length > 0 && { citation: works("WebPage", elsewhere) }),
  }
}

const addressFrom = ({ kind, address }: LiveStory["related"][number], origin: string) =>
  kind === "story" ? origin + address : address

/**
 * What kind of work the kicker says it is, in schema.org's types below NewsArticle. "Live" has none: a LiveBlogPosting promises
 * its single updates with their times, and a story of ours is one text.
 */
const KINDS = new Map(
  Object.entries({
    AnalysisNewsArticle: ["analysis", "news analysis", "analyse"],
    OpinionNewsArticle: ["opinion", "comment", "column", "editorial", "opinie", "commentaar", "meinung", "kommentar"],
    BackgroundNewsArticle: ["explainer", "background", "achtergrond", "décryptage", "hintergrund"],
    ReportageNewsArticle: ["reportage"],
    ReviewNewsArticle: ["review", "recensie", "critique", "rezension"],
  }).flatMap(([type, kickers]) => kickers.map((kicker) => [kicker, type] as const)),
)

export const publisher = (origin: string) => ({
  "@type": "NewsMediaOrganization",
  name: paper.name,
  url: origin,
  correctionsPolicy: `${origin}/corrections`,
})

export const authorsOf = (byline: readonly PublicName[], origin: string) =>
  byline.map(({ name, slug }) => ({
    // Agencies sign in one word (Belga, AFP), people in two or more: all there is to tell them apart in free text.
    "@type": slug || /\s/.test(name) ? "Person" : "Organization",
    name,
    ...(slug && { url: `${origin}/by/${slug}` }),
  }))

/** The way to a page from the front; the page itself is not named again. */
export const breadcrumbs = (pages: readonly { name: string; address: string }[], origin: string) => ({
  "@type": "BreadcrumbList",
  itemListElement: [{ name: paper.name, address: "/" }, ...pages].map(({ name, address }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name,
    item: origin + address,
  })),
})

function imagesOf(story: LiveStory, origin: string) {
  const pictures = handedOn(story)
  return story.body.flatMap((block) => {
    const picture = block.kind === "picture" && block.pictureId && pictures.get(block.pictureId)
    if (!picture) return []
    const words = {
      ...(block.caption && { caption: block.caption }),
      ...(block.credit && { creditText: block.credit }),
    }
    const { width, height } = picture
    return [{ "@type": "ImageObject", url: origin + largest(picture, "jpg"), width, height, ...words }]
  })
}

/** JSON that may stand inside a script element: nothing in it can end the element or open a comment. */
export const jsonForScript = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c")
