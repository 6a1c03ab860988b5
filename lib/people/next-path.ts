/** Where to go after signing in: a path of the newsroom that was asked for, and never any other address. */
export function ownNewsroomPath(wanted: string | null | undefined): string {
  const HOME = "/newsroom"
  if (!wanted || wanted.length > 500 || !/^\/newsroom(?:[/?]|$)/.test(wanted)) return HOME
  // Parsed as a browser would, so that dots, backslashes and tabs cannot lead out of it.
  if (!/^[\x21-\x7e]+$/.test(wanted) || wanted.includes("\\") || !URL.canParse(wanted, "http://here.invalid"))
    return HOME
  const { origin, pathname, search } = new URL(wanted, "http://here.invalid")
  if (origin !== "http://here.invalid" || !/^\/newsroom(?:\/|$)/.test(pathname)) return HOME
  if (/^\/newsroom\/(sign-in|welcome)(\/|$)/.test(pathname)) return HOME
  return pathname + search
}
