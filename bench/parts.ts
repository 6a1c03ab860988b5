import type { Outcome } from "./figures"

/** What `npm run bench` measures, in its order. Each part has a place of its own, and loads only what it needs. */
export const PARTS: Record<string, () => Promise<Outcome>> = {
  serving: async () => (await import("./parts/serving")).serving(),
  answers: async () => (await import("./parts/answers")).answers(),
  visible: async () => (await import("./parts/visible")).visible(),
  burst: async () => (await import("./parts/burst")).burst(),
  difference: async () => (await import("./parts/difference")).difference(),
  desk: async () => (await import("./parts/desk")).desk(),
  writing: async () => (await import("./parts/writing")).writing(),
  newslist: async () => (await import("./parts/newslist")).newslist(),
  related: async () => (await import("./parts/related")).related(),
  flood: async () => (await import("./parts/flood")).flood(),
  outage: async () => (await import("./parts/outage")).outage(),
  browser: async () => (await import("./parts/browser")).browser(),
  growth: async () => (await import("./parts/growth")).growth(),
}

export const PART_NAMES = Object.keys(PARTS)
