import { type Kept, packThoroughly, takePacked } from "./kept"
import type { Rooms } from "./rooms"

type Given = {
  rooms: Pick<Rooms, "at">
  /** how long a page is left in peace, in milliseconds: what changes again soon is not worth the work */
  rest: number
  /** its brotli form is a smaller one now */
  onPacked: (kept: Kept) => void
}

/** Packs pages once more, and as small as they get, when they have stood for a while: one after the other, whoever waits comes first. */
export function openPacking({ rooms, rest, onPacked }: Given) {
  const waiting = new Map<string, Kept>()
  let working = false

  async function work() {
    working = true
    for (const [key, kept] of waiting) {
      waiting.delete(key)
      const packed = rooms.at(key) === kept && (await packThoroughly(kept))
      // It may have changed in the meantime.
      if (!packed || rooms.at(key) !== kept) continue
      takePacked(kept, packed)
      onPacked(kept)
    }
    working = false
  }

  return {
    add(kept: Kept) {
      if (kept.status !== 200) return
      setTimeout(() => {
        waiting.set(kept.key, kept)
        if (!working) void work()
      }, rest).unref()
    },
  }
}
