import type { Status } from "../story/story"
import type { Actor } from "./people"

const REPORTER = ["read", "write", "file", "embargo", "askWithdrawal", "import", "pictures"] as const
const EDITOR = [
  ...REPORTER,
  "approve",
  "sendBack",
  "schedule",
  "unschedule",
  "publish",
  "update",
  "minor",
  "correct",
  "scheduleChange",
  "cancelChange",
  "setAside",
  "liftEmbargo",
  "withdraw",
  "withdrawLater",
  "keepUp",
  "spike",
  "restore",
  "front",
  "packages",
  "suggestions",
] as const
const ADMIN = [...EDITOR, "people", "links", "sections", "jobs", "remove", "webhooks"] as const

/** Who may do what: the one table. Pages, acts, handlers and tests all ask here. */
const MAY = {
  reporter: REPORTER,
  editor: EDITOR,
  admin: ADMIN,
  clock: ["publish", "update", "minor", "correct", "withdraw"],
} as const satisfies Record<Actor["role"], readonly string[]>

export type Right = (typeof MAY)[Actor["role"]][number]

/** In which states of a story a role may change its text; the desk takes over what was filed. */
const MAY_WRITE_IN: Record<Actor["role"], readonly Status[]> = {
  reporter: ["draft"],
  editor: ["draft", "filed", "scheduled", "published"],
  admin: ["draft", "filed", "scheduled", "published"],
  clock: [],
}

/** May this actor do this (to this story, where it is about one)? */
export function can(actor: Pick<Actor, "role">, right: Right, story?: { status: Status }): boolean {
  const rights: readonly Right[] = MAY[actor.role]
  if (!rights.includes(right)) return false
  if ((right === "write" || right === "embargo") && story) return MAY_WRITE_IN[actor.role].includes(story.status)
  if (actor.role === "clock" && story) return story.status === (right === "publish" ? "scheduled" : "published")
  return true
}
