import type { NextConfig } from "next"
import { apiHeaders, siteHeaders } from "./lib/headers"

const developing = process.env.NODE_ENV === "development"
const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Pictures are made by a job, each as public as what shows it. Next's own copies (/_next/image) would outlive a withdrawal.
  images: { unoptimized: true },
  // Everybody gets the whole head at once: streamed metadata needs a script to move it there, and readers get none.
  htmlLimitedBots: /.*/,
  // Native code and code that finds its own files: loaded by Node as it is.
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pino", "pg"],
  experimental: {
    // A story of the longest length, with room to spare; pictures have a handler of their own.
    serverActions: { bodySizeLimit: "4mb" },
    proxyClientMaxBodySize: "4mb",
  },
  // Addresses whose last part is a word and an ending: Next's folders cannot tell them from pages. (feed and atom are no slugs.)
  rewrites: async () => [
    { source: "/sitemap-:part(\\d{4}-\\d{2}(?:-\\d{2})?).xml", destination: "/machine/sitemap/:part" },
    {
      source: "/:section([a-z0-9-]+)/:slug((?!feed\\.|atom\\.)[a-z0-9-]+).:ending(json|ninjs2\\.json|md|txt)",
      destination: "/machine/story/:section/:slug/:ending",
    },
    { source: "/:key([a-zA-Z0-9-]{8,128}).txt", destination: "/machine/indexnow/:key" },
  ],
  // The newsroom's headers carry a nonce: proxy.ts sets them.
  headers: async () => [
    // Where readers check the record, the answer brings a policy of its own (lib/record/checker.server.ts).
    { source: "/((?!newsroom(?:/|$)|api/|_next/|record/check$).*)", headers: listed(siteHeaders(developing)) },
    { source: "/(api|_next)/:path*", headers: listed(apiHeaders()) },
  ],
}

export default config
