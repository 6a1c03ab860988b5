import "server-only"
import { PAGE_LENGTH } from "../story/listed"
import { findSectionNames } from "../story/listed.server"
import type { Asked, Search } from "./found"
import { findNames, narrowing } from "./names.server"
import { lacks, type Query, readQuery, writeQuery } from "./query"
import { NOTHING, type Ranked, rank } from "./rank.server"
import { showFound } from "./show.server"
import { respell } from "./spelling.server"
import { type Reading, readingsOf } from "./tsquery.server"

/** So few that a question that finds more is worth a word. */
const FEW = 3

/**
 * What readers find: live stories that hold all the words, best first. Where nothing does, the words are taken for typos of
 * words that live stories have, and the answer says so. `now` weighs what is new a little more. Null: there is no such page.
 */
export async function search(asked: Asked, now: Date): Promise<Search | null> {
  const query = readQuery(asked.q)
  const narrowedByFacet = asked.section ?? asked.topic ?? asked.author ?? asked.year
  const lacking = narrowedByFacet === null ? lacks(query) : null
  if (lacking !== null) {
    const empty = { instead: null, perhaps: null, total: { stories: 0, only: false }, stories: [], more: false }
    return { lacking, remarks: query.remarks, ...empty, facets: NOTHING.facets, sections: await findSectionNames() }
  }
  const { first, second } = await lookTwice(query, asked, now)
  const best = first.ranked.total.stories === 0 && second ? second : first
  const { ranked, remarks, names } = best
  if (asked.page > 1 && ranked.ids.length === 0) return null
  const other = second && second !== best && second.ranked.total.stories > FEW ? writeQuery(second.query) : null
  return {
    lacking: null,
    remarks: [...query.remarks, ...remarks],
    instead: best === second ? writeQuery(best.query) : null,
    perhaps: other,
    total: ranked.total,
    stories: await showFound(ranked.ids, best.readings),
    facets: ranked.facets,
    more: asked.page * PAGE_LENGTH < ranked.total.stories,
    sections: names.sections,
  }
}

type Look = Awaited<ReturnType<typeof look>>

/** Once as written; once more as it may have been meant, where that finds little. */
async function lookTwice(query: Query, asked: Asked, now: Date): Promise<{ first: Look; second: Look | null }> {
  const first = await look(query, asked, now)
  if (first.ranked.total.stories > FEW) return { first, second: null }
  const respelled = await respell(query)
  return { first, second: respelled && (await look(respelled, asked, now)) }
}

async function look(query: Query, asked: Asked, now: Date) {
  const names = await findNames(query, asked)
  const { keys, remarks } = narrowing(query, asked, names)
  const readings: Reading[] = await readingsOf(query, names, keys)
  const times = { after: query.after, before: query.before, year: asked.year }
  const onlyTimes = query.terms.length === 0 && keys === null
  const ranked: Ranked = await rank(readings, { ...times, onlyTimes, page: asked.page, now })
  return { query, names, remarks, readings, ranked }
}
