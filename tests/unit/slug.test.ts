import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { slugOf } from "@/lib/slug"
import { LANGUAGES, slugShape } from "@/lib/story/story"

const CASES = [
  ["en", "Council's 5% rise: what's next?", "councils-5-rise-whats-next"],
  ["en", "Zoë & Müller “win”", "zoe-and-muller-win"],
  ["nl", "Coöperatie wint van 's-Hertogenbosch", "cooperatie-wint-van-s-hertogenbosch"],
  ["nl", "Ĳsbreker & ĳs in IJmuiden", "ijsbreker-en-ijs-in-ijmuiden"],
  ["fr", "L’été à l’œil : l'Ève & moi", "l-ete-a-l-oeil-l-eve-et-moi"],
  ["fr", "Ça coûte où ? Noël, maïs, Haÿ", "ca-coute-ou-noel-mais-hay"],
  ["de", "Ärger für Öl in Straßen & GRÖẞE", "aerger-fuer-oel-in-strassen-und-groesse"],
  ["de", "Kurt Gödel, naïf", "kurt-goedel-naif"],
  ["en", "Łódź, Søren, ﬁnal ﬂight, Ærø", "lodz-soren-final-flight-aero"],
  ["en", "Nai\u0308ve", "naive"],
  ["en", "iPhone McDonald NASA", "iphone-mcdonald-nasa"],
  ["en", "  ", "story"],
  ["en", "— ¿? —", "story"],
] as const

for (const [language, headline, slug] of CASES)
  test(`the ${language} headline "${headline}" becomes ${slug}`, () => {
    expect(slugOf(headline, language)).toBe(slug)
  })

test("a long headline is cut between two words", () => {
  expect(slugOf("word ".repeat(40), "en")).toBe("word-".repeat(16).slice(0, -1))
  expect(slugOf("x".repeat(300), "en")).toBe("x".repeat(80))
})

test("whatever the headline, the slug is one that the paper accepts, and its own slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...LANGUAGES), (headline, language) => {
      const slug = slugOf(headline, language)
      expect(slugShape.safeParse(slug).success).toBe(true)
      expect(slugOf(slug, language)).toBe(slug)
    }),
    { numRuns: 300 },
  )
})
