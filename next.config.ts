import type { NextConfig } from "next"
import { apiHeaders, siteHeaders } from "./lib/headers"

const developing = process.env.NODE_ENV === "development"
const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }))

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Everybody gets the whole head at once: streamed metadata needs a script to move it there, and readers get none.
  htmlLimitedBots: /.*/,
  // Native code and code that finds its own files: loaded by Node as it is.
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pino", "pg"],
  experimental: {
    // A story of the longest length, with room to spare; pictures have a handler of their own.
    serverActions: { bodySizeLimit: "4mb" },
    proxyClientMaxBodySize: "4mb",
  },
  // The newsroom's headers carry a nonce: proxy.ts sets them.
  headers: async () => [
    { source: "/((?!newsroom(?:/|$)|api/|_next/).*)", headers: listed(siteHeaders(developing)) },
    { source: "/(api|_next)/:path*", headers: listed(apiHeaders()) },
  ],
}

export default config
