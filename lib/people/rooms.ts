import { can } from "./can"
import type { Person } from "./people"

/** A place of the newsroom that somebody can go to. */
export type Room = { name: string; address: string }

/** The rooms that are open to somebody, as the bar has them. What they may do there is decided where it is done. */
export const roomsOf = (person: Pick<Person, "role">): Room[] => [
  { name: "Newslist", address: "/newsroom" },
  { name: "Coming up", address: "/newsroom/coming" },
  ...(can(person, "front") ? [{ name: "Front", address: "/newsroom/front" }] : []),
  ...(can(person, "pictures") ? [{ name: "Pictures", address: "/newsroom/pictures" }] : []),
  { name: "Corrections", address: "/newsroom/corrections" },
  { name: "Import", address: "/newsroom/import" },
  ...(can(person, "packages") ? [related(person)] : []),
  ...(can(person, "jobs") ? [{ name: "Jobs", address: "/newsroom/jobs" }] : []),
  ...(can(person, "people") ? [{ name: "People", address: "/newsroom/people" }] : []),
  { name: "Settings", address: "/newsroom/settings" },
]

const RELATED_ROOMS = [
  { at: "links", name: "Outside links", address: "/newsroom/related", may: "links" },
  { at: "packages", name: "Packages", address: "/newsroom/related/packages", may: "packages" },
  { at: "many", name: "In many stories", address: "/newsroom/related/many", may: "links" },
  { at: "changes", name: "Changes", address: "/newsroom/related/changes", may: "links" },
  { at: "files", name: "Files", address: "/newsroom/related/files", may: "links" },
  { at: "gaps", name: "Where nothing points", address: "/newsroom/related/gaps", may: "suggestions" },
  { at: "graph", name: "What leads where", address: "/newsroom/related/graph", may: "suggestions" },
] as const
export type RelatedRoom = (typeof RELATED_ROOMS)[number]["at"]

/** The rooms of related news that are open to somebody, in their order. */
export const relatedRoomsOf = (person: Pick<Person, "role">): (Room & { at: RelatedRoom })[] =>
  RELATED_ROOMS.filter(({ may }) => can(person, may)).map(({ may: _, ...room }) => room)

/** Outside links are an administrator's, packages every editor's. */
const related = (person: Pick<Person, "role">): Room => ({
  name: "Related",
  address: can(person, "links") ? "/newsroom/related" : "/newsroom/related/packages",
})

/** The parts of the settings that are open to somebody, by their places on the page. */
export const settingsOf = (person: Pick<Person, "role">): Room[] => [
  { name: "Your password", address: "/newsroom/settings#password" },
  { name: "Tokens for programs", address: "/newsroom/settings#tokens" },
  ...(can(person, "sections")
    ? [
        { name: "Sections", address: "/newsroom/settings#sections" },
        { name: "Checks before publication", address: "/newsroom/settings#checks" },
        { name: "Topics", address: "/newsroom/settings#topics" },
      ]
    : []),
  ...(can(person, "webhooks") ? [{ name: "Webhooks", address: "/newsroom/settings#webhooks" }] : []),
]
