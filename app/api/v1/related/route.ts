import { readingForEverybody, resource } from "@/lib/api.server"
import { answerRelated } from "@/lib/related/for-others.server"

/** For everybody: other sites of the house show what the paper relates to a page. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: readingForEverybody(({ query }) => answerRelated(query.get("url"))),
})
