import { packageAddress } from "../packages/packages"
import { TAKE_AWAY } from "../story/taking-away"

const FILES = ["feed.xml", "atom.xml", "feed.json"]

/**
 * The paths of the feeds that an event changed, by its tags (lib/record/tags.ts); `slugs` has those of people by their ids. Of
 * corrections there is a feed of its own.
 */
export function feedsOf({ act, tags }: { act: string; tags: readonly string[] }, slugs: ReadonlyMap<string, string>) {
  const lists = tags.flatMap((tag): string[] => {
    const [kind = "", name = ""] = tag.split(":")
    if (tag === "paper") return [""]
    if (kind === "section") return [`/${name}`]
    if (kind === "topic") return [`/topics/${name}`]
    if (kind === "package") return [packageAddress(name)]
    const slug = kind === "person" && slugs.get(name)
    return slug ? [`/by/${slug}`] : []
  })
  if (act === "correct" || TAKE_AWAY.includes(act)) lists.push("/corrections")
  return lists.flatMap((list) => FILES.map((file) => `${list}/${file}`))
}

/** The people whom tags name. */
export const peopleIn = (tags: readonly string[]) =>
  tags.flatMap((tag) => (tag.startsWith("person:") ? tag.slice("person:".length) : []))
