/** Where heads of the record are sent, so that somebody else keeps them: told (HTTP), written into a file, or into a git repository. */
export type Witness =
  | { kind: "http"; address: string; label: string }
  | { kind: "file"; path: string; label: string }
  | { kind: "git"; remote: string; branch: string; label: string }

const KINDS = "https://…, file:///… or git+https://… (git+ssh, git+file), with #branch for another than main"

/** Reads addresses with spaces between them. Error: a sentence about the first that is none. */
export function readWitnesses(text: string): Witness[] | { refused: string } {
  const witnesses: Witness[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const witness = URL.canParse(word) ? witnessAt(new URL(word)) : null
    if (!witness) return { refused: `must hold addresses of these kinds, with spaces between: ${KINDS}.` }
    witnesses.push(witness)
  }
  return witnesses
}

/** The label is for readers: without what may be secret, which is everything but the host. */
function witnessAt(url: URL): Witness | null {
  if (url.protocol === "http:" || url.protocol === "https:") return { kind: "http", address: url.href, label: url.host }
  if (url.protocol === "file:" && url.host === "")
    return { kind: "file", path: decodeURIComponent(url.pathname), label: "a file" }
  const transport = /^git\+(https?|ssh|file):$/.exec(url.protocol)?.[1]
  if (!transport) return null
  const branch = decodeURIComponent(url.hash.slice(1)) || "main"
  if (!/^[\w][\w./-]*$/.test(branch)) return null
  const remote = new URL(url.href.slice("git+".length))
  remote.hash = ""
  return { kind: "git", remote: remote.href, branch, label: remote.host || "a repository" }
}

/** What names a witness in the database: told from what its address hashes to, for the address may hold a secret. */
export const addressOfWitness = (witness: Witness): string => {
  if (witness.kind === "http") return witness.address
  return witness.kind === "file" ? `file:${witness.path}` : `${witness.remote}#${witness.branch}`
}
