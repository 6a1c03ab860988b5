import { stampOf } from "../dates"
import { paper } from "../paper"
import { type CorrectedStory, correctionLabel, type ListedStory } from "../story/live"
import { authorsOf, breadcrumbs, publisher } from "./json-ld"

/** A page of a list, as machines are told of it: its heading, its own path, and how one comes to it from the front. */
export type ListedPage = { name: string; address: string; crumbs: readonly { name: string; address: string }[] }

/** The front: the paper as a whole (schema.org WebSite), who makes it, and the one thing that can be asked of it by address. */
export const webSite = (origin: string) => ({
  "@context": "https://schema.org",
  "@type": "WebSite",
  "@id": `${origin}/`,
  url: `${origin}/`,
  name: paper.name,
  description: paper.tagline,
  inLanguage: paper.language,
  publisher: publisher(origin),
  potentialAction: {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${origin}/search?q={q}` },
  },
})

/** A section, a topic, a day: its stories in their order (schema.org CollectionPage). */
export const collectionPage = (page: ListedPage, stories: readonly ListedStory[], origin: string) => ({
  ...pageOf("CollectionPage", page, origin),
  mainEntity: {
    "@type": "ItemList",
    numberOfItems: stories.length,
    itemListElement: stories.map(({ headline, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: headline,
      url: origin + address,
    })),
  },
})

/** Pages that lead to others, as years lead to months. */
export const indexPage = (page: ListedPage, pages: readonly { name: string; address: string }[], origin: string) => ({
  ...pageOf("CollectionPage", page, origin),
  hasPart: pages.map(({ name, address }) => ({ "@type": "CollectionPage", name, url: origin + address })),
})

/** Somebody of the paper and what they wrote (schema.org ProfilePage). */
export const profilePage = (page: ListedPage, stories: readonly ListedStory[], origin: string) => ({
  ...pageOf("ProfilePage", page, origin),
  mainEntity: { "@type": "Person", name: page.name, url: origin + (page.crumbs.at(-1)?.address ?? page.address) },
  hasPart: stories.map(({ headline, address, publishedAt, byline }) => ({
    "@type": "NewsArticle",
    headline,
    url: origin + address,
    datePublished: stampOf(publishedAt),
    author: authorsOf(byline, origin),
  })),
})

/** Every correction on the page (schema.org CorrectionComment), with the story that it is of. */
export const correctionsPage = (page: ListedPage, corrections: readonly CorrectedStory[], origin: string) => ({
  ...pageOf("CollectionPage", page, origin),
  hasPart: corrections.map(({ headline, address, note, at, clarifies }) => ({
    "@type": "CorrectionComment",
    name: correctionLabel({ clarifies }),
    text: note,
    datePublished: stampOf(at),
    parentItem: { "@type": "NewsArticle", headline, url: origin + address },
  })),
})

const pageOf = (type: string, { name, address, crumbs }: ListedPage, origin: string) => ({
  "@context": "https://schema.org",
  "@type": type,
  "@id": origin + address,
  url: origin + address,
  name,
  inLanguage: paper.language,
  isPartOf: { "@type": "WebSite", "@id": `${origin}/`, name: paper.name, url: `${origin}/` },
  breadcrumb: breadcrumbs(crumbs, origin),
})
