import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { webSite } from "@/lib/feeds/json-ld-lists"
import { searchResults } from "@/lib/feeds/search-ld"

const ORIGIN = "https://paper.test"
const found = { headline: "The last tram", address: "/belgium/the-last-tram" } as Parameters<
  typeof searchResults
>[0][number]

test("the paper says by which address it can be searched, and a page of answers what it lists", () => {
  expect(webSite(ORIGIN).potentialAction.target.urlTemplate).toBe("https://paper.test/search?q={q}")
  expect(searchResults([found], ORIGIN).mainEntity.itemListElement).toEqual([
    { "@type": "ListItem", position: 1, name: "The last tram", url: "https://paper.test/belgium/the-last-tram" },
  ])
})

test("both use nothing that schema.org lacks", () => {
  const folder = process.env.STANDARDS_DIR
  const known = new Set(folder ? termsOf(join(folder, "schemaorg-current-https.jsonld")) : TERMS)
  const said = JSON.stringify([webSite(ORIGIN), searchResults([found], ORIGIN)])
  const used = [...said.matchAll(/"@type":"(\w+)"|"(\w+)":/g)].map(([, type, property]) => type ?? property)
  expect(used.length).toBeGreaterThan(20)
  expect(used.filter((term) => !known.has(term ?? ""))).toEqual([])
})

function termsOf(file: string): string[] {
  const graph: { "@id": string }[] = JSON.parse(readFileSync(file, "utf8"))["@graph"]
  return graph.map((term) => term["@id"].replace("schema:", ""))
}

/** The terms in use, looked up in schema.org 30.0; with STANDARDS_DIR set they are looked up anew. */
const TERMS =
  "WebSite name description correctionsPolicy url inLanguage publisher NewsMediaOrganization potentialAction SearchAction target EntryPoint urlTemplate SearchResultsPage mainEntity ItemList itemListElement ListItem position".split(
    " ",
  )
