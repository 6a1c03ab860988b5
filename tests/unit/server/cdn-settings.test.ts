import { expect, test } from "@playwright/test"
import { readSettings } from "@/server/settings"

const FASTLY = { CDN: "fastly", FASTLY_SERVICE_ID: "SU1Z0isxPaozGVKXdv0eY", FASTLY_API_TOKEN: "a-token" }
const CLOUDFLARE = {
  CDN: "cloudflare",
  CLOUDFLARE_ZONE_ID: "023e105f4ecef8ad9ca31a8372d0c353",
  CLOUDFLARE_API_TOKEN: "a_token",
}
const VARNISH = { CDN: "varnish", VARNISH_URL: "http://one.test:6081/ http://two.test:6081" }

test("a CDN is its kind and what belongs to it; without one there is none", () => {
  expect(readSettings({})).not.toHaveProperty("cdn")
  expect(readSettings(FASTLY)).toMatchObject({
    cdn: { kind: "fastly", service: FASTLY.FASTLY_SERVICE_ID, token: "a-token", api: "https://api.fastly.com" },
  })
  expect(readSettings(CLOUDFLARE)).toMatchObject({ cdn: { kind: "cloudflare", api: "https://api.cloudflare.com" } })
  expect(readSettings(VARNISH)).toMatchObject({
    cdn: { kind: "varnish", servers: ["http://one.test:6081", "http://two.test:6081"] },
  })
})

const REFUSED: [Record<string, string>, string][] = [
  [{ CDN: "akamai" }, "CDN must be one of fastly, cloudflare, varnish."],
  [{ ...FASTLY, FASTLY_API_TOKEN: "" }, "CDN=fastly needs FASTLY_API_TOKEN."],
  [{ ...FASTLY, FASTLY_SERVICE_ID: "../other" }, "FASTLY_SERVICE_ID must be letters and digits."],
  [{ ...FASTLY, FASTLY_API_TOKEN: "two words" }, "FASTLY_API_TOKEN must be one word."],
  [{ CDN: "cloudflare" }, "CDN=cloudflare needs CLOUDFLARE_ZONE_ID."],
  [{ CDN: "varnish" }, "CDN=varnish needs VARNISH_URL."],
  [
    { ...VARNISH, VARNISH_URL: "http://one.test two" },
    "VARNISH_URL must be an http:// or https:// address without a query.",
  ],
  [{ ...VARNISH, MIRROR_DIR: "/srv/mirror" }, "MIRROR_DIR and CDN cannot both be set"],
]
for (const [given, sentence] of REFUSED)
  test(`${Object.entries(given)
    .map((pair) => pair.join("="))
    .join(" ")} is refused: ${sentence}`, () => {
    const read = readSettings(given)
    expect("problems" in read && read.problems.join(" ")).toContain(sentence)
  })

test("pages may lie as files anywhere", () => {
  expect(readSettings({ MIRROR_DIR: "/srv/mirror" })).toMatchObject({ mirrorDir: "/srv/mirror" })
})
