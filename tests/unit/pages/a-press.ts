import type { Log } from "@/server/pages/log"
import { openPress, type Printed } from "@/server/pages/press"
import type { Rendered } from "@/server/pages/render"
import type { Change } from "@/server/pages/rooms"

/** A press whose pages are made by the test, and whose log the test writes. */
export function aPress(
  render: (key: string) => Promise<Rendered> | Rendered,
  bytes = 1_000_000,
  exists: (key: string) => Promise<boolean> = async () => true,
) {
  const copies = new Set<string>()
  let position = 0
  const waiting: (Change & { position: number })[] = []
  const told: (readonly Change[] | null)[] = []
  let answers = true
  let rendered = 0
  const log: Log = {
    position: () => position,
    follow: async () => {
      if (!answers) return false
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        await press.change([one], one.position)
        position = one.position
      }
      return true
    },
    ...{
      provenAt: () => 0,
      ahead: () => 0,
      connected: () => answers,
      isThere: async () => true,
      close: async () => {},
    },
  }
  const press = openPress({
    render: async (key) => {
      rendered++
      return render(key)
    },
    exists,
    log: () => log,
    bytes,
    onKept: ({ key }) => copies.add(key),
    onDropped: (keys) => {
      for (const key of keys) copies.delete(key)
    },
    onChange: async (changes) => {
      told.push(changes)
      return []
    },
  })
  return {
    press,
    log,
    told,
    copies,
    rendered: () => rendered,
    commit: (tags: string[], gone = false) => waiting.push({ tags, gone, position: position + waiting.length + 1 }),
    lose: () => {
      answers = false
    },
  }
}

export const wordsOf = (printed: Printed) =>
  "kept" in printed ? printed.kept.identity.body.toString() : JSON.stringify(printed)
