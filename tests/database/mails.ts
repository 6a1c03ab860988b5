import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

/** What was sent by mail, as it lies in the data folder, about one thing: its id has to be in it. */
export async function mailsAbout(id: string): Promise<string[]> {
  const folder = join(process.env.DATA_DIR ?? "", "mail")
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml"))
  const all = names.map(async (name) => (await readFile(join(folder, name), "utf8")).replaceAll("=\r\n", ""))
  return (await Promise.all(all)).filter((one) => one.includes(id))
}
