import { nodeIn, nodesOf, type Source, type SyntaxNode } from "./source"

const WRAPPERS = ["formAction", "openFormAction"]

/**
 * The exported actions of a file that come round the one wrapper: those that are neither made by it, nor functions that
 * call one that is made by it and nothing else of the file before.
 */
export function unwrappedActions(tree: Source["tree"]): string[] {
  const items = tree?.body ?? []
  const wrapped = items.flatMap((item) => constants(item)).filter(isWrapped)
  const names = wrapped.map(({ name }) => name)
  const unwrapped: string[] = []
  for (const item of items) {
    if (!item.type.startsWith("Export")) continue
    const declared = nodeIn(item, "declaration")
    if (declared?.type === "TsTypeAliasDeclaration" || declared?.type === "TsInterfaceDeclaration") continue
    if (declared?.type === "VariableDeclaration")
      unwrapped.push(...constants(declared).flatMap((constant) => (isWrapped(constant) ? [] : [constant.name])))
    else if (declared?.type !== "FunctionDeclaration" || !awaitsFirst(declared, names))
      unwrapped.push(String(nodeIn(declared ?? item, "identifier")?.value ?? item.type))
  }
  return unwrapped
}

type Constant = { name: string; init: SyntaxNode | null }

function constants(item: SyntaxNode): Constant[] {
  if (item.type !== "VariableDeclaration" || !Array.isArray(item.declarations)) return []
  return item.declarations.map((one: SyntaxNode) => ({
    name: String(nodeIn(one, "id")?.value),
    init: nodeIn(one, "init"),
  }))
}

function isWrapped({ init }: Constant): boolean {
  const callee = init?.type === "CallExpression" ? nodeIn(init, "callee") : null
  return WRAPPERS.includes(String(callee?.value))
}

/** Is the first call in this function that of an action which is wrapped? */
function awaitsFirst(declared: SyntaxNode, names: readonly string[]): boolean {
  const first = [...nodesOf(declared)].find(({ type }) => type === "CallExpression")
  return !!first && names.includes(String(nodeIn(first, "callee")?.value))
}
