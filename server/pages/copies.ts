import { marksFor } from "../cdn/cdn"
import { openCdn } from "../cdn/open"
import { openPurges } from "../cdn/purges"
import { readSettings } from "../settings"
import type { Kept } from "./kept"
import { openMirror } from "./mirror"

/** Whoever else keeps pages: files for a server in front, a cache elsewhere. */
export type Copies = {
  marks: (tags: readonly string[]) => Record<string, string>
  mirrored: boolean
  onKept?: (kept: Kept) => void
  onDropped?: (keys: readonly string[]) => Promise<void>
  /** the log has moved on */
  wake: () => void
  close: () => Promise<void>
}

/** As the environment says, which `npm start` has checked. */
export function openCopies(
  env: Record<string, string | undefined>,
  complain: (about: string, why: string) => void,
): Copies {
  const settings = readSettings(env)
  if ("problems" in settings) throw new Error(settings.problems.join(" "))
  const { cdn: said, mirrorDir } = settings
  const mirror = mirrorDir ? openMirror(mirrorDir, (why) => complain("MIRROR_DIR", why)) : undefined
  const cdn = said && openCdn(said)
  const databaseUrl = env.DATABASE_URL ?? ""
  const purges = cdn && openPurges({ databaseUrl, cdn, complain: (why) => complain("CDN", why) })
  return {
    marks: (tags) => (cdn ? marksFor(cdn, tags) : {}),
    mirrored: mirror !== undefined,
    ...(mirror && { onKept: mirror.kept, onDropped: mirror.dropped }),
    wake: () => purges?.wake(),
    close: async () => {
      await Promise.all([mirror?.close(), purges?.close()])
    },
  }
}
