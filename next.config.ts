import type { NextConfig } from "next"

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native code and code that finds its own files: loaded by Node as it is.
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pino", "pg"],
}

export default config
