// The way into every command of package.json. Plain JavaScript on Node's own modules, because on a fresh machine nothing
// else is there: it installs what is missing, and hands over to the TypeScript beside it.
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"

const COMMANDS = ["start", "dev", "check", "test", "bench", "drill", "import", "newsroom"]
const [command = "start", ...args] = process.argv.slice(2)
const project = fileURLToPath(new URL("..", import.meta.url))
const path = (name) => `${project}${name}`

const [major, minor] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  end(`Standfirst needs Node 20.19 or newer; this is ${process.versions.node}.`)
}
if (!COMMANDS.includes(command)) end(`There is no command "${command}": ${COMMANDS.join(", ")}.`)
// Where it is started from is where a file named in `npm run import -- FILE` is looked for.
process.env.INIT_CWD ??= process.cwd()
process.chdir(project)
await install()
process.env.TSX_TSCONFIG_PATH = path("tsconfig.node.json")
await import("tsx")
const { main } = createRequire(import.meta.url)("./command.ts")
await main(command, args)

/** Runs `npm ci` unless node_modules was made from this very lock file. */
async function install() {
  const lock = createHash("sha256")
    .update(readFileSync(path("package-lock.json")))
    .digest("hex")
  const stamp = path("node_modules/.standfirst-lock")
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return
  if (!existsSync(stamp) && installedByHand()) return
  const why = existsSync(path("node_modules")) ? "package-lock.json has changed" : "nothing is installed yet"
  console.log(`Installing packages with npm ci, because ${why}. This takes a minute or two.`)
  const began = Date.now()
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const options = ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--include=dev", "--include=optional"]
  const child = spawn(npm, options, { stdio: "inherit", shell: process.platform === "win32" })
  const still = setInterval(() => console.log(`  … ${seconds(began)} s`), 10_000)
  const code = await new Promise((done) => child.once("exit", done).once("error", () => done(-1)))
  clearInterval(still)
  if (code !== 0) end("The installation failed; npm says why above. Mend that and start again.")
  writeFileSync(stamp, lock)
  console.log(`Packages are installed (${seconds(began)} s).`)
}

/** npm keeps a copy of the lock that it installed from; it is newer than ours when somebody ran `npm ci` themselves. */
function installedByHand() {
  const hidden = path("node_modules/.package-lock.json")
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(path("package-lock.json"), "utf8")).packages
  const there = JSON.parse(readFileSync(hidden, "utf8")).packages
  const required = Object.entries(wanted).filter(([name, entry]) => name && !entry.optional)
  return required.every(([name, entry]) => there[name]?.version === entry.version)
}

function seconds(began) {
  return Math.round((Date.now() - began) / 1000)
}

function end(sentence) {
  console.error(sentence)
  process.exit(1)
}
