import "server-only"
import { z } from "zod"
import { webAddress } from "../address"
import { isOurs } from "../checks/own-pages"
import { db } from "../db.server"
import { env } from "../env.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import type { Refusal } from "../story/acts"
import { databaseTime, transaction } from "../transaction.server"
import type { Around } from "./fetch.server"
import { settleGone } from "./gone.server"
import { keyOf, look, pageOf } from "./pages.server"
import type { Seen } from "./states"

/** Milliseconds for which a page's words are not asked for again. */
const FRESH = 24 * 3_600_000
/** Milliseconds for robots.txt, and as many for the page, when somebody waits before an open dialog. */
const WAITING = 2_500

const NO_LINK: Refusal = { refused: "There is no such link any more.", because: "not found" }
const NO_RIGHT: Refusal = { refused: "Only an administrator sees to links for all stories.", because: "no right" }
const busy = (wait: number): Refusal => ({
  refused:
    wait > 120
      ? `That site asked for peace, or is ill. Try again in ${Math.ceil(wait / 60)} minutes.`
      : `That site was asked a moment ago. Try again in ${wait} ${wait === 1 ? "second" : "seconds"}.`,
  because: "not ready",
})

/** Looks at a link's page now, for an administrator. */
export async function checkNow(
  actor: Person,
  id: string,
  around: Around = {},
): Promise<{ checked: Seen["seen"] } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  const link = await db.outsideLink.findUnique({ where: { id } })
  if (!link) return NO_LINK
  const came = await look(await pageOf(link.url), { read: "all" }, around)
  return "wait" in came ? busy(came.wait) : { checked: came.seen.seen }
}

/** The page of a link that moved is linked where it is now, in every story that holds it. */
export async function takeNewAddress(actor: Person, id: string): Promise<{ taken: string } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  return transaction(async (tx) => {
    const link = await tx.outsideLink.findUnique({ where: { id } })
    const page = link && (await tx.outsidePage.findUnique({ where: { sha256: keyOf(link.url) } }))
    if (!page) return NO_LINK
    const { offer } = page
    if (page.state !== "moved" || !offer)
      return { refused: "This page has no new address any more. Look at the list again.", because: "wrong state" }
    if (isOurs(offer, env.publicOrigin))
      return {
        refused: "Its new address is one of this paper. Put the story itself into related news, and take the link out.",
        because: "not ready",
      }
    const at = await databaseTime(tx)
    // The page is the same one: what was read of it goes with it.
    const same = { ...page, sha256: keyOf(offer), url: offer, state: "ok", since: at, offer: null, goneSeenAt: null }
    await tx.outsidePage.upsert({ where: { sha256: same.sha256 }, create: same, update: {} })
    const links = await tx.outsideLink.updateManyAndReturn({
      where: { url: page.url },
      data: { url: offer, changedAt: at },
      select: { id: true },
    })
    const tags = links.map((one) => TAGS.link(one.id))
    await announce(tx, { what: "links", tags, actorId: actor.id, at, note: "took the new address" })
    await settleGone(tx)
    return { taken: offer }
  })
}

export type Read = { headline: string; source: string }

/** What a page says that it is called, and whose it is, for whoever adds a link to it. */
export async function readWords(
  actor: Person,
  given: { url: string },
  around: Around = {},
): Promise<{ read: Read } | Refusal> {
  if (!can(actor, "write")) return { refused: "Your role may not add links.", because: "no right" }
  const url = webAddress.safeParse(given.url)
  if (!url.success) return { refused: url.error.issues[0]?.message ?? "", because: "bad input" }
  if (isOurs(url.data, env.publicOrigin)) return { refused: OURS, because: "not ready" }
  const page = await pageOf(url.data)
  if (page.title && page.checkedAt && Date.now() - page.checkedAt.getTime() < FRESH) return { read: wordsOf(page) }
  const came = await look(page, { read: "words" }, { patience: WAITING, ...around })
  if ("wait" in came) return busy(came.wait)
  if (came.read?.title) return { read: wordsOf(came.read) }
  return { refused: `${UNREAD[came.seen.seen]} Write the headline and the source yourself.`, because: "not ready" }
}

const OURS = "This is an address of this paper. A story of ours is added with its own headline: you need not write one."

const wordsOf = ({ title, site }: { title: string; site: string }): Read => ({ headline: title, source: site })

const UNREAD: Record<Seen["seen"], string> = {
  ok: "This page does not say what it is called.",
  moved: "This page does not say what it is called.",
  gone: "Nothing was found at this address. See whether it is right.",
  blocked: "This site keeps programs out, or is none that we may ask.",
  ill: "This site does not answer now.",
}

/** The small picture of a link's page; null where there is none. */
export async function readLinkPicture(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!z.uuid().safeParse(id).success) return null
  const link = await db.outsideLink.findUnique({ where: { id } })
  const page = link && (await db.outsidePage.findUnique({ where: { sha256: keyOf(link.url) } }))
  return page?.picture ? new Uint8Array(page.picture) : null
}
