import { paper } from "../paper"
import type { ListedStory } from "../story/live"

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
