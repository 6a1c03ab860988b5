import type { Told } from "./desk"
import type { Start } from "./start"

export const pathOf = ({ section, slug }: Told) => `/${section}/${slug}`

const editionIn = (html: string) => Number(/Edition (\d+) of the drill/.exec(html)?.[1] ?? -1)

/**
 * What a reader gets: the status, the number in the headline "Edition 3 of the drill", -1 where there is none, and whether the page says
 * that it may be old, for the database is away.
 */
export async function lookAt({ origin }: Pick<Start, "origin">, path: string) {
  const answer = await fetch(origin + path)
  const old = answer.headers.get("age") !== null
  return { status: answer.status, edition: editionIn(await answer.text()), old }
}

/** Reads pages of a node without a pause. What it has seen must only ever grow: a page that is withdrawn is the last thing. */
export function readOnAt(node: Pick<Start, "origin">, paths: readonly string[]) {
  let reading = true
  const wrong: string[] = []
  let seen = 0
  const loops = paths.map(async (path) => {
    for (let last = { status: 0, edition: -1 }; reading; seen++) {
      const next = await lookAt(node, path)
      if (next.edition < last.edition && next.status === 200)
        wrong.push(`${path}: ${next.edition} after ${last.edition}`)
      if (last.status === 410 && next.status !== 410) wrong.push(`${path}: ${next.status} after 410`)
      if (next.status >= 500) wrong.push(`${path}: ${next.status}`)
      last = next
    }
  })
  return async () => {
    reading = false
    await Promise.all(loops)
    return { wrong, seen }
  }
}
