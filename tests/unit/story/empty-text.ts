import type { StoryText } from "@/lib/story/story"

/** A story that nobody has written a word of. */
export const EMPTY: StoryText = {
  headline: "",
  standfirst: "",
  kicker: "",
  dateline: "",
  language: "en",
  section: "world",
  slug: "untitled",
  byline: [],
  topics: [],
  body: [],
  related: [],
}
