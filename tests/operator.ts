import { main } from "@/server/newsroom"

/** `npm run newsroom -- …`: the status it ends with, and what it prints. */
export async function operator(...args: string[]) {
  const said: unknown[] = []
  const { log, error } = console
  Object.assign(console, { log: (words: unknown) => said.push(words), error: (words: unknown) => said.push(words) })
  try {
    return { status: await main(args), said: said.join("\n") }
  } finally {
    Object.assign(console, { log, error })
  }
}
