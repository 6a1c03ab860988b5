import { basename, dirname } from "node:path"
import { type Finding, nodeIn, nodesOf, type Source, type SyntaxNode } from "./source"

/** Names that say nothing about what a thing is: what does it do, and for whom? */
const EMPTY = /^(manager|service|helper|util|utility|data|info|handler)$/
const EMPTY_FOLDERS = /^(src|utils?|helpers?|services?|types|hooks|common|misc|lib)$/
const KEBAB = /^README\.md$|^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
/** Folders that Next reads: (group), [param], [...all], and addresses such as feed.xml. */
const DOOR = /^\([a-z-]+\)$|^\[(\.\.\.)?[a-z]+\]$|^\.well-known$/

/** The house's word for what others call otherwise (docs/words.md). */
const OUR_WORD: Record<string, string> = {
  article: "story",
  post: "story",
  subtitle: "standfirst",
  deck: "standfirst",
  subheading: "crosshead",
  subhead: "crosshead",
  unpublish: "withdraw",
  kill: "withdraw",
  trash: "spike",
  category: "section",
  tagline: "kicker",
}

/** Where a standard's own words are spoken: HTML elements, schema.org, RSS, Atom, HTTP's method, processes and their signals. */
const STANDARDS =
  /^(lib\/(feeds|wire)\/|lib\/html\.ts|components\/site\/|components\/blocks\/|server\/|tests\/|bench\/)/
const HTTP_METHOD = /\/route\.ts$/

export function checkNames(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => [...fileName(source.path), ...declarations(source), ...columns(source)])
}

function fileName(path: string): Finding[] {
  const rooms = dirname(path).split("/")
  const found = (sentence: string): Finding[] => [{ rule: "file-name", path, sentence }]
  if (!/^(app|components|lib|server|tests|bench|docs)\/.*\.(tsx?|mjs|cjs|css|md)$/.test(path)) return []
  const empty = rooms.slice(1).find((room) => EMPTY_FOLDERS.test(room))
  if (empty) return found(`A folder named "${empty}" could hold anything: name it for its noun.`)
  if (/^index\.[a-z]+$/.test(basename(path)) && /\.(ts|tsx|js|mjs)$/.test(path))
    return found("No index files: import each thing from the file that is named for it.")
  const crooked = [...rooms, basename(path)].find((part) => !KEBAB.test(part) && !DOOR.test(part))
  if (crooked) return found(`"${crooked}" is not kebab-case.`)
  const [stem = ""] = basename(path).split(".")
  return [...rooms, stem].flatMap(wordsOf).flatMap((word) => wrongWord(word, path).flatMap(found))
}

/** What a file declares at its outermost level: that is what others meet. */
function declarations({ path, tree }: Source): Finding[] {
  if (!/\.tsx?$/.test(path) || path.endsWith(".d.ts")) return []
  const names = (tree?.body ?? []).flatMap(declaredBy)
  return names.flatMap((name) =>
    HTTP_METHOD.test(path) && name === "POST"
      ? []
      : wordsOf(name).flatMap((word) =>
          wrongWord(word, path).map((why) => ({ rule: "name", path, sentence: `${name}: ${why}` })),
        ),
  )
}

function declaredBy(statement: SyntaxNode): string[] {
  const declaration = nodeIn(statement, "declaration") ?? statement
  if (declaration.type === "VariableDeclaration")
    return [...nodesOf(declaration.declarations)]
      .filter(({ type }) => type === "VariableDeclarator")
      .slice(0, 1)
      .flatMap((declarator) => nameIn(declarator))
  return nameIn(declaration)
}

function nameIn(declaration: SyntaxNode): string[] {
  const name = nodeIn(declaration, "id") ?? nodeIn(declaration, "identifier")
  return typeof name?.value === "string" ? [name.value] : []
}

/** The names of tables and columns. */
function columns({ path, text }: Source): Finding[] {
  if (!path.endsWith(".prisma")) return []
  const names = [...text.matchAll(/^\s*(?:model\s+)?([A-Za-z]\w*)\s+(?:[A-Z{])/gm)].map(([, name]) => name ?? "")
  return names.flatMap((name) =>
    wordsOf(name).flatMap((word) =>
      wrongWord(word, path).map((why) => ({ rule: "name", path, sentence: `${name}: ${why}` })),
    ),
  )
}

function wrongWord(word: string, path: string): string[] {
  if (EMPTY.test(singular(word))) return [`"${word}" says nothing: name what it does.`]
  const ours = STANDARDS.test(path) ? undefined : OUR_WORD[singular(word)]
  return ours ? [`our word for "${word}" is "${ours}".`] : []
}

const singular = (word: string) => word.replace(/ies$/, "y").replace(/([^s])s$/, "$1")

/** findStoryById, find-story-by-id and STORY_ID as words. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
