import { readdir, stat } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { atMost, number, type Outcome, table } from "../figures"
import { type Call, load } from "../load"
import { inPlace } from "../place"
import { memoryOf, type Shares, sumOf } from "../processes"
import { ACCEPT } from "../readers"
import { UNKNOWN, UNKNOWN_FIRST } from "../sizes"

const WIDTH = 8
const MB = 1e6
/** Memory has settled when it did not move by more than this within so many looks, a second apart. */
const STILL = 1 * MB
const LOOKS = 5
const PATIENCE = 60

/** What thousands of addresses where there is nothing leave behind, in memory and on disk. */
export function flood(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const node = await place.node()
    const roots = [node.pid, place.pid()]
    const ask = (from: number, count: number) => load((index) => unknown(node.origin, from + index), count, WIDTH, 404)
    await ask(0, UNKNOWN_FIRST)
    const memoryBefore = await settled(roots)
    const diskBefore = await diskOf(place.folder)
    await ask(UNKNOWN_FIRST, UNKNOWN)
    const memory = await settled(roots)
    const disk = await diskOf(place.folder)
    return tell({ memoryBefore, memory, diskBefore, disk })
  })
}

/** Addresses of every kind where there could be something: a section, a story, a topic, a person, none of these. */
function unknown(origin: string, index: number): Call {
  const word = `nothing-${index}`
  const paths = [`/${word}`, `/world/${word}`, `/topics/${word}`, `/by/${word}`, `/${word}/${word}/${word}`]
  return { method: "GET", url: new URL(paths[index % paths.length] ?? "/", origin), headers: ACCEPT }
}

async function settled(roots: readonly number[]): Promise<Shares | null> {
  const seen: number[] = []
  for (let waited = 0; waited < PATIENCE; waited++) {
    const memory = memoryOf(roots)
    if (!memory) return null
    seen.unshift(sumOf(memory))
    const last = seen.slice(0, LOOKS)
    if (last.length === LOOKS && Math.max(...last) - Math.min(...last) < STILL) return memory
    await sleep(1_000)
  }
  return memoryOf(roots)
}

type Disk = { data: number; build: number }

const diskOf = async (folder: string): Promise<Disk> => ({ data: await sizeOf(folder), build: await sizeOf(".next") })

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ blocks }) => blocks * 512,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

type Seen = { memoryBefore: Shares | null; memory: Shares | null; diskBefore: Disk; disk: Disk }

function tell({ memoryBefore, memory, diskBefore, disk }: Seen): Outcome {
  const lines = [
    ...(memoryBefore && memory
      ? (["front", "next", "postgres", "rest"] as const).map((part) => ({
          ...{ what: `memory, ${part}`, before: memoryBefore[part], after: memory[part] },
        }))
      : []),
    { what: "disk, the data folder with PostgreSQL", before: diskBefore.data, after: disk.data },
    { what: "disk, .next", before: diskBefore.build, after: disk.build },
  ].map(({ what, before, after }) => ({ what, before: before / MB, after: after / MB, more: (after - before) / MB }))
  const more = (kind: string) =>
    lines.filter(({ what }) => what.startsWith(kind)).reduce((sum, line) => sum + line.more, 0)
  const rows = lines.map(({ what, ...sizes }) => [what, ...Object.values(sizes).map((size) => number(size, 1))])
  const title = `${UNKNOWN} addresses where there is nothing, after ${UNKNOWN_FIRST} others`
  return {
    tables: [table(title, [["what", "before MB", "after MB", "more MB"], ...rows])],
    figures: { addresses: UNKNOWN, lines },
    bars: [
      ...(memory ? [atMost("flood of unknown addresses: memory", more("memory"), 20, "MB", 1)] : []),
      atMost("flood of unknown addresses: disk", more("disk"), 5, "MB", 1),
    ],
  }
}
