/** What was chosen last in front of what was before, each once. */
export const withRecent = (recent: readonly string[], key: string): string[] =>
  [key, ...recent.filter((other) => other !== key)].slice(0, 20)

/** What is kept as chosen lately, the newest first; what is none counts for nothing. */
export function readKept(kept: string | null): string[] {
  try {
    const read: unknown = JSON.parse(kept ?? "[]")
    return Array.isArray(read) ? read.filter((key) => typeof key === "string" && key.length < 200).slice(0, 20) : []
  } catch {
    return []
  }
}
