import { readdir, readFile } from "node:fs/promises"
import { extname, join, relative } from "node:path"
import { parse } from "@swc/core"

/** One file of the tree that is looked at; `tree` is its syntax, where it has one. */
export type Source = { path: string; text: string; tree: { body: SyntaxNode[] } | null }

/** What is wrong where, under the name of the rule that says so. */
export type Finding = { rule: string; path: string; sentence: string }

const SKIPPED = new Set([
  "node_modules",
  ".git",
  ".next",
  ".data",
  ".test",
  "generated",
  "test-results",
  "playwright-report",
])
const CODE = new Set([".ts", ".tsx", ".mjs", ".cjs", ".js"])

/** Every file below `root` that people write, with paths as in `app/(site)/page.tsx`. */
export async function readSources(root: string): Promise<Source[]> {
  const entries = await list(root)
  return Promise.all(entries.map((file) => readSource(root, file)))
}

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const lists = entries
    .filter(({ name }) => !SKIPPED.has(name))
    .map((entry) => (entry.isDirectory() ? list(join(folder, entry.name)) : [join(folder, entry.name)]))
  return (await Promise.all(lists)).flat().sort()
}

async function readSource(root: string, file: string): Promise<Source> {
  const path = relative(root, file).replaceAll("\\", "/")
  const kind = extname(path)
  const readable = CODE.has(kind) || [".css", ".prisma"].includes(kind)
  const text = readable ? await readFile(file, "utf8") : ""
  return { path, text, tree: CODE.has(kind) ? await parsed(path, text) : null }
}

async function parsed(path: string, text: string): Promise<Source["tree"]> {
  const typescript = /\.tsx?$/.test(path)
  const { body } = await parse(
    text,
    typescript ? { syntax: "typescript", tsx: path.endsWith("x") } : { syntax: "ecmascript", jsx: true },
  )
  return { body: body as unknown as SyntaxNode[] }
}

/** A node of swc's syntax trees, as far as a rule wants to know. */
export type SyntaxNode = { type: string; [field: string]: unknown }

/** Every node of a syntax tree, from the outside in. */
export function* nodesOf(tree: unknown): Generator<SyntaxNode> {
  if (Array.isArray(tree)) for (const item of tree) yield* nodesOf(item)
  if (!isObject(tree)) return
  if (typeof tree.type === "string") yield tree as SyntaxNode
  for (const field of Object.values(tree)) if (typeof field === "object") yield* nodesOf(field)
}

/** The node in a field, if there is one. */
export const nodeIn = (node: SyntaxNode, field: string): SyntaxNode | null => {
  const found = node[field]
  return isObject(found) && typeof found.type === "string" ? (found as SyntaxNode) : null
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
