import "server-only"
import { env } from "../env.server"

/** milliseconds that somebody else may take to answer */
const LONGEST = 10_000

/** Tells the hub that these feeds have news (WebSub leaves the how to the hub; this is PubSubHubbub 0.3, 7.1, which hubs take). */
export async function tellHub({ feeds }: { feeds: string[] }, signal: AbortSignal): Promise<void> {
  const hub = env.websubHub
  if (!hub) return
  const said = new URLSearchParams({ "hub.mode": "publish" })
  for (const feed of feeds) said.append("hub.url", env.publicOrigin + feed)
  await post(hub, "application/x-www-form-urlencoded", said.toString(), signal)
}

/** Tells search engines that these addresses changed, or lead nowhere now (indexnow.org). */
export async function tellSearch({ addresses }: { addresses: string[] }, signal: AbortSignal): Promise<void> {
  const key = env.indexNowKey
  if (!key) return
  const origin = env.publicOrigin
  const said = {
    host: new URL(origin).host,
    key,
    keyLocation: `${origin}/${key}.txt`,
    urlList: addresses.map((address) => origin + address),
  }
  await post(env.indexNowUrl, "application/json; charset=utf-8", JSON.stringify(said), signal)
}

/** What went wrong is said without the address, which may hold a secret of the hub's. */
async function post(address: string, type: string, body: string, signal: AbortSignal) {
  const { host } = new URL(address)
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": type, "user-agent": "Standfirst" },
    body,
    redirect: "manual",
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]),
  }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Error(`${host} did not answer`)
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`${host} answered ${response.status}`)
}
