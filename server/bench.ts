import { bench } from "../bench/bench"
import { build } from "./build"
import { generateClient } from "./generate"
import { startPaper, throwAwayFolder } from "./test/paper"

/** `npm run bench`: measures a throw-away paper of its own. */
export async function runBench() {
  await generateClient()
  await build()
  const { folder, remove } = await throwAwayFolder()
  try {
    const paper = await startPaper(folder)
    Object.assign(process.env, paper.environment)
    await bench(paper.origin, paper.pid).finally(paper.stop)
  } finally {
    await remove()
  }
  return 0
}
