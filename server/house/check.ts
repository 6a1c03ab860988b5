import { checkImports } from "./imports"
import { checkNames } from "./names"
import { type Finding, readSources } from "./source"
import { checkWalls } from "./walls"

/** Everything in which a tree differs from the house (docs/map.md, docs/words.md): an empty list is a good tree. */
export async function checkHouse(root: string): Promise<Finding[]> {
  const sources = await readSources(root)
  return [...(await checkImports(sources)), ...checkNames(sources), ...checkWalls(sources)]
}

async function main() {
  const findings = await checkHouse(process.cwd())
  for (const { rule, path, sentence } of findings) console.error(`${path}: ${sentence} (${rule})`)
  console.log(findings.length ? `${findings.length} places differ from the house.` : "The house is in order.")
  process.exitCode = findings.length ? 1 : 0
}

if (process.argv[1]?.replaceAll("\\", "/").endsWith("server/house/check.ts")) main()
