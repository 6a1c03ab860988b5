import { execFileSync, spawnSync } from "node:child_process"
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs"
import { homedir, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { expect, test } from "@playwright/test"
import { type As, answers, newPlace, serving, start, stop } from "./start"

const root = process.getuid?.() === 0
const THROUGH = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]

test("an ordinary user starts the paper without writing into the project", async () => {
  const place = await newPlace()
  const { as, remove } = root ? nobody() : { as: {}, remove: () => {} }
  try {
    const uid = root ? Number(execFileSync("id", ["-u", "nobody"]).toString()) : process.getuid?.()
    if (root) chownSync(place.folder, uid ?? 0, uid ?? 0)
    const paper = await serving(start(place, { HOME: place.folder, TMPDIR: place.folder }, as))
    try {
      expect(statSync(join(place.folder, "postgres")).uid).toBe(uid)
      expect(await answers(paper)).toBe("200,200")
    } finally {
      expect(await stop(paper)).toBe(0)
    }
  } finally {
    remove()
    place.remove()
  }
})

/** How root becomes an ordinary user: with the project as it is, or with a copy where it lies in a closed folder. */
function nobody(): { as: As; remove(): void } {
  const [program = "", ...args] = THROUGH
  const may = (...test: string[]) => spawnSync(program, [...args, "test", ...test]).status === 0
  if (may("-r", join(process.cwd(), "server/start.mjs")) && may("-x", process.execPath))
    return { as: { through: THROUGH }, remove: () => {} }
  const project = mkdtempSync(join(tmpdir(), "standfirst-copy-"))
  chmodSync(project, 0o755)
  const copy = (how: string) => spawnSync("cp", [how, `${process.cwd()}/.`, project]).status === 0
  if (!copy("-al")) copy("-a")
  const node = join(project, "node-of-the-drill")
  copyFileSync(process.execPath, node)
  chmodSync(node, 0o755)
  return { as: { through: THROUGH, project, node }, remove: () => rmSync(project, { recursive: true, force: true }) }
}

test("a data folder in a closed home is no hindrance", async () => {
  const folder = join(homedir(), `.standfirst-drill-${process.pid}`)
  const place = { ...(await newPlace()), folder }
  mkdirSync(folder, { mode: 0o700 })
  let data = folder
  try {
    const paper = await serving(start(place))
    data = realpathSync(join(folder, "postgres"))
    expect(await answers(paper)).toBe("200,200")
    expect(await stop(paper)).toBe(0)
    expect(existsSync(join(data, "PG_VERSION"))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    if (data.startsWith("/var/lib/standfirst/")) rmSync(dirname(data), { recursive: true, force: true })
  }
})
