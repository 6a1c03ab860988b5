import type { BrowserContext, CDPSession } from "@playwright/test"

/** What came over the wire for a page, in bytes with the headers, and what should not be there. */
export type Load = {
  requests: number
  bytes: number
  fonts: number
  pictures: number
  /** the page's largest picture */
  lead: number
  scripts: number
  cookies: number
  /** other hosts than the paper's own */
  others: string[]
}

type Part = { url: string; kind: string; bytes: number }

/** Loads a page in a browser that has nothing cached, and counts. */
export async function countPage(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage()
  const parts = await watch(await context.newCDPSession(page))
  await page.goto(address, { waitUntil: "networkidle" })
  // Data blocks are no scripts (HTML, 4.12.1): what has no type, or one of JavaScript, is.
  const inline = await page.locator("script:not([src])").evaluateAll((elements) => {
    const types = elements.map((element) => element.getAttribute("type") ?? "")
    return types.filter((type) => !/^(application\/(ld\+)?json|speculationrules)$/.test(type)).length
  })
  const all = [...parts.values()].filter(({ url }) => /^https?:/.test(url))
  const of = (kind: string) => all.filter((part) => part.kind === kind)
  const sum = (some: readonly Part[]) => some.reduce((bytes, part) => bytes + part.bytes, 0)
  const host = new URL(address).host
  return {
    ...{ requests: all.length, bytes: sum(all), fonts: sum(of("Font")), pictures: sum(of("Image")) },
    lead: Math.max(0, ...of("Image").map(({ bytes }) => bytes)),
    scripts: of("Script").length + inline,
    cookies: (await context.cookies()).length,
    others: [...new Set(all.map(({ url }) => new URL(url).host))].filter((one) => one !== host),
  }
}

async function watch(session: CDPSession): Promise<Map<string, Part>> {
  const parts = new Map<string, Part>()
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    parts.set(requestId, { url: request.url, kind: type ?? "", bytes: 0 })
  })
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const part = parts.get(requestId)
    if (part) part.bytes = encodedDataLength
  })
  await session.send("Network.enable")
  await session.send("Network.setCacheDisabled", { cacheDisabled: true })
  return parts
}
