import { unwrappedActions } from "./actions"
import { type Finding, nodeIn, nodesOf, type Source, type SyntaxNode } from "./source"

const WALL = 300
/** Written by machines, content rather than code, or a list of tables that is read as one. */
const NOT_COUNTED =
  /^prisma\/(migrations|demo|seed\.ts|schema\.prisma)|^tests\/wires\/|^package-lock\.json$|^bench\/results\.json$/
const APPLICATION = /^(app|components|lib)\//
const PURE_LIB = /^lib\/(?!.*\.(server|d)\.ts$).*\.tsx?$/
const READERS = /^app\/\(site\)\/|^components\/(site|blocks)\//

/** Rules about what is in a file, where imports alone do not tell. */
export function checkWalls(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => [
    ...tooLong(source),
    ...barrel(source),
    ...surroundings(source),
    ...clockAndChance(source),
    ...readersPage(source),
    ...inlineStyle(source),
    ...rawHtml(source),
    ...serverActions(source),
  ])
}

function tooLong({ path, text }: Source): Finding[] {
  const lines = text.trimEnd().split("\n").length
  if (lines <= WALL || NOT_COUNTED.test(path)) return []
  return [{ rule: "file-size", path, sentence: `${lines} lines: ${WALL} is a wall. Which two things does it hold?` }]
}

/** A file that only passes on what others export. */
function barrel({ path, tree }: Source): Finding[] {
  const items = tree?.body ?? []
  const passesOn = items.every((item) => item.type === "ExportAllDeclaration" || isReexport(item))
  if (!items.length || !passesOn || !/^(lib|components)\//.test(path)) return []
  return [{ rule: "barrel", path, sentence: "A file that only re-exports hides where things are." }]
}

const isReexport = (item: SyntaxNode) => item.type === "ExportNamedDeclaration" && nodeIn(item, "source") !== null

function surroundings({ path, tree }: Source): Finding[] {
  if (!APPLICATION.test(path) || path === "lib/env.server.ts") return []
  return membersOf(tree)
    .filter((member) => member === "process.env")
    .map(() => ({ rule: "one-file-for-process-env", path, sentence: "Ask lib/env.server.ts." }))
}

const CLOCK_AND_CHANCE = /^(Date\.now|performance\.now|Math\.random|crypto\.\w+|globalThis\.crypto)$/

function clockAndChance({ path, tree }: Source): Finding[] {
  if (!PURE_LIB.test(path)) return []
  const asked = membersOf(tree).filter((member) => CLOCK_AND_CHANCE.test(member))
  for (const node of nodesOf(tree)) if (isNow(node)) asked.push("new Date()")
  return asked.map((member) => ({
    rule: "pure-lib-has-no-clock",
    path,
    sentence: `${member}: take it as an argument.`,
  }))
}

function isNow(node: SyntaxNode): boolean {
  const callee = node.type === "NewExpression" || node.type === "CallExpression" ? nodeIn(node, "callee") : null
  if (callee?.type !== "Identifier" || callee.value !== "Date") return false
  return node.type === "CallExpression" || !Array.isArray(node.arguments) || node.arguments.length === 0
}

/** `a.b` for every member that is asked of a name. */
function membersOf(tree: Source["tree"]): string[] {
  const found: string[] = []
  for (const node of nodesOf(tree)) {
    const [object, property] = [nodeIn(node, "object"), nodeIn(node, "property")]
    if (node.type === "MemberExpression" && object?.type === "Identifier")
      found.push(`${object.value}.${property?.type === "Identifier" ? property.value : ""}`)
  }
  return found
}

/** Readers' pages are bytes: what needs a script is silently inert there, and what streams loses its status. */
function readersPage({ path, tree }: Source): Finding[] {
  if (!READERS.test(path)) return []
  const found = (sentence: string): Finding[] => [{ rule: "readers-pages-are-bytes", path, sentence }]
  if (/(^|\/)(loading|not-found|error)\.tsx$/.test(path))
    return found("A page shows its own state, and says its status.")
  if (directivesOf(tree).includes("use client")) return found("No script reaches a reader: this would be inert.")
  const names = [...nodesOf(tree)].filter(({ type }) => type === "Identifier").map(({ value }) => value)
  if (names.includes("Suspense")) return found("No Suspense above what readers read.")
  if (names.includes("notFound")) return found("Show the not-found view, which says its status to the front process.")
  return []
}

/** A style attribute in served HTML is refused by the content security policy. */
function inlineStyle({ path, tree }: Source): Finding[] {
  if (!/^(app|components)\//.test(path)) return []
  const styled = [...nodesOf(tree)].filter((node) => attributeName(node) === "style")
  return styled.map(() => ({
    rule: "no-inline-style",
    path,
    sentence: "Give it a class; the policy refuses the attribute.",
  }))
}

function rawHtml({ path, tree }: Source): Finding[] {
  if (!APPLICATION.test(path) || RAW_HTML_ALLOWED.test(path)) return []
  const raw = [...nodesOf(tree)].filter((node) => attributeName(node) === "dangerouslySetInnerHTML")
  return raw.map(() => ({
    rule: "one-file-for-raw-html",
    path,
    sentence: "Only JSON-LD is written as it is, with < escaped.",
  }))
}

const RAW_HTML_ALLOWED = /^components\/site\/json-ld\.tsx$/

const attributeName = (node: SyntaxNode) => (node.type === "JSXAttribute" ? nodeIn(node, "name")?.value : null)

/** An exported action is an address that anybody may post to. */
function serverActions({ path, tree }: Source): Finding[] {
  if (!APPLICATION.test(path) || !usesServer(tree)) return []
  const found = (sentence: string): Finding[] => [{ rule: "one-wrapper-of-actions", path, sentence }]
  if (!directivesOf(tree).includes("use server"))
    return found(`Actions live in a file of their own that begins with "use server".`)
  const wrapped = [...nodesOf(tree)].some(
    (node) =>
      node.type === "ImportDeclaration" && String(nodeIn(node, "source")?.value).endsWith("lib/form-action.server"),
  )
  const unwrapped = wrapped ? unwrappedActions(tree) : ["The file"]
  return unwrapped.flatMap((name) =>
    found(`${name}: every action is made by lib/form-action.server.ts, which demands the own origin and a session.`),
  )
}

const usesServer = (tree: Source["tree"]) => [...nodesOf(tree)].some((node) => directiveOf(node) === "use server")

const directivesOf = (tree: Source["tree"]) => (tree?.body ?? []).map((item) => directiveOf(item))

const directiveOf = (node: SyntaxNode) =>
  node.type === "ExpressionStatement" && nodeIn(node, "expression")?.type === "StringLiteral"
    ? nodeIn(node, "expression")?.value
    : null
