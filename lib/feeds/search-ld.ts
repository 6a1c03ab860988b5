import { paper } from "../paper"
import type { ListedStory } from "../story/live"

/** The paper for search engines (schema.org WebSite), with the one thing that can be asked of it by address. */
export const webSite = (origin: string) => ({
  "@context": "https://schema.org",
  "@type": "WebSite",
  name: paper.name,
  url: `${origin}/`,
  inLanguage: paper.language,
  publisher: { "@type": "NewsMediaOrganization", name: paper.name, url: origin },
  potentialAction: {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${origin}/search?q={q}` },
  },
})

/** A page of what was found (schema.org SearchResultsPage), in its order. */
export const searchResults = (stories: readonly ListedStory[], origin: string) => ({
  "@context": "https://schema.org",
  "@type": "SearchResultsPage",
  name: "Search",
  inLanguage: paper.language,
  mainEntity: {
    "@type": "ItemList",
    itemListElement: stories.map(({ headline, address }, at) => ({
      "@type": "ListItem",
      position: at + 1,
      name: headline,
      url: origin + address,
    })),
  },
})
