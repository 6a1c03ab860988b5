import type { Page } from "@playwright/test"

/** An element as a browser read it; `name` has the prefix that we expect of its namespace, whatever the file calls it. */
export type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

const PREFIXES = {
  "http://www.w3.org/2005/Atom": "atom",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://search.yahoo.com/mrss/": "media",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap",
  "http://www.google.com/schemas/sitemap-image/1.1": "image",
  "http://www.google.com/schemas/sitemap-news/0.9": "news",
}

/** Reads XML as strictly as a browser does: what is not well-formed, or of a namespace that is none of ours, throws. */
export async function readXml(page: Page, text: string): Promise<Element> {
  const read = await page.evaluate(
    ([xml, prefixes]) => {
      const read = (element: globalThis.Element): Element => {
        const prefix = element.namespaceURI && (prefixes[element.namespaceURI] ?? `{${element.namespaceURI}}`)
        return {
          name: prefix ? `${prefix}:${element.localName}` : element.localName,
          attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
          children: [...element.children].map(read),
          text: element.textContent ?? "",
        }
      }
      return read(new DOMParser().parseFromString(xml, "application/xml").documentElement)
    },
    [text, PREFIXES as Record<string, string>] as const,
  )
  const names = JSON.stringify(read)
  if (names.includes("parsererror") || names.includes('"name":"{'))
    throw new Error(`not the XML that it should be: ${text.slice(0, 500)}`)
  return read
}

export const within = (element: Element, name: string) => element.children.filter((child) => child.name === name)

/** The words of the one child of this name. */
export function wordsIn(element: Element, name: string): string {
  const [found, ...more] = within(element, name)
  if (!found || more.length) throw new Error(`${element.name} has ${more.length + (found ? 1 : 0)} of ${name}`)
  return found.text
}
