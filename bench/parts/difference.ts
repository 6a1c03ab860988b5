import { readBody, wordsOfStored } from "../../lib/blocks/stored"
import { type Difference, differenceOf } from "../../lib/versions/difference"
import { segmentsOf } from "../../lib/versions/segments"
import { historyAddress } from "../../lib/versions/versions"
import { bearerOf, hire, storyIn } from "../../tests/newsroom"
import { atMost, median, number, type Outcome, quantile, table } from "../figures"
import { load } from "../load"
import { inPlace } from "../place"
import { ACCEPT } from "../readers"
import { LOOKS } from "../sizes"
import { changedIn, TEXTS } from "./difference-texts"

/**
 * How long a reader waits for the difference of two versions of 50 KB that nobody has asked for before, beside how long for one of the
 * versions alone; and how long the comparing of the blocks takes of it.
 */
export function difference(): Promise<Outcome> {
  return inPlace({ demo: false }, async (place) => {
    const node = await place.node()
    const headers = { ...(await bearerOf(await hire("editor"))), "content-type": "application/json" }
    const post = async (method: string, path: string, body: unknown) => {
      const answer = await fetch(`${node.origin}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
      const told = (await answer.json()) as { revision?: number; story?: { revision: number } }
      return told.story?.revision ?? told.revision ?? 0
    }
    const lines: Line[] = []
    for (const { name, text } of TEXTS) {
      const [shown, alone, compared]: number[][] = [[], [], []]
      for (let look = 0; look < LOOKS / 6; look++) {
        const [before, after] = [text(look), changedIn(name, text(look))]
        const story = await storyIn("published", { body: before })
        const saved = await post("PATCH", `/stories/${story.id}`, { revision: story.revision, body: after })
        await post("POST", `/stories/${story.id}/acts/update`, { revision: saved })
        const address = `/${story.text.section}/${story.text.slug}`
        const once = (path: string) =>
          load(() => ({ method: "GET", url: new URL(path, node.origin), headers: ACCEPT }), 1, 1)
        alone?.push(...(await once(`${address}/v/1`)))
        shown?.push(...(await once(`${historyAddress(address)}?from=1&to=2`)))
        const began = performance.now()
        byWords(differenceOf(story.text, { ...story.text, body: after }))
        compared?.push(performance.now() - began)
      }
      lines.push({ name, shown: shown ?? [], alone: alone ?? [], compared: compared ?? [] })
    }
    return tell(lines)
  })
}

/** Compares what changed word by word, as it is shown. */
const byWords = ({ body }: Difference) =>
  body.flatMap((step) => ("same" in step ? [] : segmentsOf(wordsOf(step.before), wordsOf(step.after))))

function wordsOf(block: unknown): string {
  const [read] = readBody([block])
  return read ? wordsOfStored([read]) : ""
}

type Line = { name: string; shown: number[]; alone: number[]; compared: number[] }

function tell(lines: readonly Line[]): Outcome {
  const told = lines.map(({ name, shown, alone, compared }) => ({
    ...{ name, shown: median(shown), slowest: Math.max(...shown), alone: median(alone), compared: median(compared) },
    ratio: median(shown) / median(alone),
  }))
  const head = ["50 KB, and then", "median ms", "slowest ms", "a version alone ms", "×", "of it, comparing ms"]
  const rows = told.map(({ name, shown, slowest, alone, ratio, compared }) => [
    ...[name, number(shown), number(slowest), number(alone), number(ratio, 1), number(compared, 1)],
  ])
  return {
    tables: [table("The difference of two versions, never asked for before", [head, ...rows])],
    figures: { lines: told },
    bars: [
      atMost(
        "difference of two versions of 50 KB by blocks and words, p95",
        quantile(
          lines.flatMap(({ compared }) => compared),
          0.95,
        ),
        300,
        "ms",
      ),
    ],
  }
}
