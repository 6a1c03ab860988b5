import "server-only"
import { call } from "../call.server"
import { env } from "../env.server"

/** Tells the hub that these feeds have news (WebSub leaves the how to the hub; this is PubSubHubbub 0.3, 7.1, which hubs take). */
export async function tellHub({ feeds }: { feeds: string[] }, signal: AbortSignal): Promise<void> {
  const hub = env.websubHub
  if (!hub) return
  const said = new URLSearchParams({ "hub.mode": "publish" })
  for (const feed of feeds) said.append("hub.url", env.publicOrigin + feed)
  await call(hub, { "content-type": "application/x-www-form-urlencoded" }, said.toString(), signal)
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
  await call(env.indexNowUrl, { "content-type": "application/json; charset=utf-8" }, JSON.stringify(said), signal)
}
