import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import type { ICruiseResult, IFlattenedRuleSet } from "dependency-cruiser"
import ruleSet from "../../.dependency-cruiser.cjs"
import { type Finding, nodeIn, nodesOf, type Source, type SyntaxNode } from "./source"

/**
 * Checks every import against .dependency-cruiser.cjs. dependency-cruiser reads TypeScript through a compiler interface that
 * TypeScript 7 no longer has, and its own use of swc knows neither JSX nor imported types; so it is given a tree of the
 * same file names in which every file holds its imports alone, found by swc.
 */
export async function checkImports(sources: readonly Source[]): Promise<Finding[]> {
  const skeleton = await mkdtemp(join(tmpdir(), "standfirst-imports-"))
  try {
    for (const source of sources) if (source.tree) await writeImports(skeleton, source)
    return await cruised(skeleton)
  } finally {
    await rm(skeleton, { recursive: true, force: true })
  }
}

async function writeImports(skeleton: string, { path, tree }: Source) {
  const file = join(skeleton, path)
  const lines = importsOf(tree).map((name) => `import ${JSON.stringify(fromRoot(name, path))}\n`)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, lines.join(""))
}

/** The names of everything that a file imports: by statement, by call, by re-export, or as a type. */
export function importsOf(tree: Source["tree"]): string[] {
  const found = new Set<string>()
  for (const node of nodesOf(tree)) {
    const name = importedBy(node)
    if (typeof name === "string") found.add(name)
  }
  return [...found]
}

function importedBy(node: SyntaxNode): unknown {
  if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) return nodeIn(node, "source")?.value
  if (node.type === "TsExternalModuleReference") return nodeIn(node, "expression")?.value
  if (node.type === "TsImportType") return nodeIn(node, "argument")?.value
  if (node.type !== "CallExpression") return null
  const callee = nodeIn(node, "callee")
  const isImport = callee?.type === "Import" || (callee?.type === "Identifier" && callee.value === "require")
  for (const { value } of isImport ? nodesOf(node.arguments) : []) if (typeof value === "string") return value
  return null
}

/** `@/lib/dates` as seen from app/api/route.ts is `../../lib/dates`: the same alias as in tsconfig.json. */
function fromRoot(name: string, path: string) {
  if (!name.startsWith("@/")) return name
  const way = relative(dirname(path), name.slice(2)).replaceAll("\\", "/")
  return way.startsWith(".") ? way : `./${way}`
}

async function cruised(skeleton: string): Promise<Finding[]> {
  const { cruise } = await import("dependency-cruiser")
  const { output } = await cruise(
    ["."],
    { ruleSet: ruleSet as IFlattenedRuleSet, validate: true, baseDir: skeleton, parser: "acorn" },
    { modules: [] },
  )
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(" → ") : `${from} → ${to}`
    return { rule: rule.name, path: from, sentence: `${way}. ${commentOf(rule.name)}` }
  })
}

const commentOf = (name: string) => ruleSet.forbidden.find((rule) => rule.name === name)?.comment ?? ""
