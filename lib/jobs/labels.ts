import type { Kind } from "./payloads"

const LABELS: Record<Kind, string> = {
  renditions: "Picture's crops and AVIF",
  sharePicture: "Share picture",
  links: "Looking at links to other sites",
  elsewhere: "Finding outside links to look at",
  page: "Looking at a page elsewhere",
  suggest: "Suggestions for related news",
  suggestRest: "Suggestions for the archive",
  tidy: "Tidying up",
  webhook: "Telling a program (webhook)",
  erase: "Erasing files of a removed story",
  alarm: "Mail about something overdue",
  dutyMail: "Mail to the duty editor",
  witness: "Telling a witness of the record",
  "tell-hub": "Telling subscribers of feeds (WebSub)",
  "tell-search": "Telling search engines (IndexNow)",
}

/** What a kind of job does, for people; of another release's kind its own name. */
export const labelOfKind = (kind: string): string => (Object.hasOwn(LABELS, kind) ? LABELS[kind as Kind] : kind)
