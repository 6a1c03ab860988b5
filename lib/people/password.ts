// Lengths: NIST SP 800-63B asks for 8 characters at least and 64 to be allowed, and for no rules about kinds of characters.
export const SHORTEST = 12
export const LONGEST = 200

/** Why this may not be somebody's password, as a sentence; null when it may. */
export function passwordProblem(password: string, person?: { email: string; name: string }): string | null {
  const length = [...password].length
  if (length < SHORTEST) return `Use at least ${SHORTEST} characters: a few words that only you would put together.`
  if (length > LONGEST) return `Use at most ${LONGEST} characters.`
  if (new Set(password.toLowerCase()).size < 5) return "Use more different characters: this one is too easy to guess."
  if (isARun(password.toLowerCase())) return "Use something other than a run of the keyboard or the alphabet."
  if (person && isAboutThem(password.toLowerCase(), person))
    return "Use a password without your name or email address in it."
  return null
}

const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "azertyuiop",
  "password",
]

/** Nothing left once every run of four or more along the alphabet or a keyboard is taken out, to a few characters? */
function isARun(password: string): boolean {
  let left = password
  for (let start = 0; start < left.length; start++)
    for (let end = left.length; end - start >= 4; end--)
      if (RUNS.some((run) => run.includes(left.slice(start, end)))) {
        left = left.slice(0, start) + left.slice(end)
        start = -1
        break
      }
  return left.length < 4
}

function isAboutThem(password: string, { email, name }: { email: string; name: string }): boolean {
  const words = [email.split("@")[0] ?? "", name.replaceAll(" ", ""), ...name.split(" ")].map((word) =>
    word.toLowerCase(),
  )
  return words.some((word) => word.length > 2 && password.includes(word) && password.replaceAll(word, "").length < 8)
}
