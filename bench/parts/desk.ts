import { openSection } from "../../tests/newsroom"
import { type Draft, draftIn, type Editor, hireEditor, type Told } from "../editor"
import { atMost, number, type Outcome, quantile, table } from "../figures"
import { inPlace } from "../place"
import { read, readsWith } from "../readers"
import { SAVES, SECONDS } from "../sizes"

/** So many editors work at the same time, each without a pause. */
const EDITORS = 2
const CONNECTIONS = 256
/** One in so many saves is followed by a publication. */
const PUBLISH_EVERY = 3

type Work = { saves: number[]; publishes: number[]; refused: string[] }

/** Editors save and publish on a node while its readers take all they can get: the front and a story that keep changing under them. */
export function desk(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const node = await place.node()
    const { slug: section } = await openSection()
    const editors = await Promise.all(Array.from({ length: EDITORS }, () => hireEditor(node.origin)))
    const shift = (name: string) =>
      Promise.all(editors.map((editor, at) => work(editor, section, `${name}-${at}`))).then(together)
    await shift("warm-up")
    const quiet = await shift("quiet")
    const readers = openReaders(node.origin.replace("localhost", "127.0.0.1"), ["/", `/${section}/quiet-0`])
    const crowded = await shift("crowded")
    const perSecond = await readers.end()
    for (const editor of editors) editor.leave()
    return tell(quiet, crowded, perSecond)
  })
}

/** Reads these addresses again and again, until the end. */
function openReaders(origin: string, paths: readonly string[]) {
  const rates: number[] = []
  let open = true
  const reader = async (path: string) => {
    while (open) {
      const { perSecond } = await read(origin + path, { connections: CONNECTIONS / paths.length, seconds: SECONDS })
      rates.push(perSecond)
    }
  }
  const reading = Promise.all(paths.map(reader))
  return {
    async end() {
      open = false
      await reading
      return quantile(rates, 0.5) * paths.length
    },
  }
}

async function work(editor: Editor, section: string, slug: string): Promise<Work> {
  const done: Work = { saves: [], publishes: [], refused: [] }
  const note = (told: Told, times: number[]): Draft | null => {
    times.push(told.milliseconds)
    if (told.status < 300) return draftIn(told)
    done.refused.push(`${told.status} ${JSON.stringify(told.body).slice(0, 200)}`)
    return null
  }
  let draft = draftIn(await editor.perform(draftIn(await editor.write(`It is ${slug}`, section, slug)), "publish"))
  for (let made = 1; made <= SAVES / EDITORS; made++) {
    draft = note(await editor.save(draft, `Edition ${made} of ${slug}`), done.saves) ?? draft
    if (made % PUBLISH_EVERY) continue
    draft = note(await editor.perform(draft, "update"), done.publishes) ?? draft
  }
  return done
}

const together = (shifts: readonly Work[]): Work => ({
  saves: shifts.flatMap(({ saves }) => saves),
  publishes: shifts.flatMap(({ publishes }) => publishes),
  refused: shifts.flatMap(({ refused }) => refused),
})

function tell(quiet: Work, crowded: Work, readsPerSecond: number): Outcome {
  const both = { quiet, crowded }
  const lines = (["quiet", "crowded"] as const).flatMap((when) =>
    (["saves", "publishes"] as const).map((what) => {
      const times = both[when][what]
      const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
      return { what: `${what}, ${when}`, calls: times.length, p50, p95, max: Math.max(...times) }
    }),
  )
  const rows = lines.map(({ what, calls, ...times }) => [
    ...[what, String(calls)],
    ...Object.values(times).map((time) => number(time, 1)),
  ])
  const title = `Editors without readers, and while ${CONNECTIONS} connections read (${readsWith}, ${number(readsPerSecond)} answers/s)`
  const p95 = (what: "saves" | "publishes") => quantile(crowded[what], 0.95)
  return {
    tables: [table(title, [["what", "calls", "p50 ms", "p95 ms", "max ms"], ...rows])],
    figures: { lines, readsPerSecond, refused: crowded.refused },
    bars: [
      atMost("saves and publishes refused while readers read", crowded.refused.length, 0),
      atMost("saves while readers read, p95", p95("saves"), 500, "ms"),
      atMost("publishes while readers read, p95", p95("publishes"), 500, "ms"),
    ],
  }
}
