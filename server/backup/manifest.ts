import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { isCode } from "../files"
import { Stop } from "../say"
import { type Digest, digestOf, sha256Of, writeDigested } from "./digest"

const digest = { bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }
/** Within the backup's own folder, whoever wrote the manifest. */
const file = z.string().regex(/^(tables|pictures)(\/[\w-][\w.-]*)+$/)

const shape = z.strictObject({
  format: z.literal(1),
  /** the release that made it */
  standfirst: z.string(),
  postgresql: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.strictObject({ file, name: z.string(), columns: z.array(z.string()), rows: z.int().min(0), ...digest }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string() })),
  pictures: z.array(z.strictObject({ file, ...digest })),
})

/** What a backup holds: every file of it with its digest. */
export type Manifest = z.infer<typeof shape>

const NAME = "manifest.json"
/** One line as `sha256sum --check` reads it: the manifest answers for every file, and this for the manifest. */
const SEAL = `${NAME}.sha256`

export async function writeManifest(folder: string, manifest: Manifest) {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await writeDigested(join(folder, NAME), pieces(text))
  await writeDigested(join(folder, SEAL), pieces(sealOf(text)))
}

const sealOf = (text: string) => `${sha256Of(text)}  ${NAME}\n`

async function* pieces(text: string) {
  yield text
}

/** Reads a backup's manifest and every byte of its files; whatever is missing or damaged is named. */
export async function readBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const wrong: string[] = []
  for (const one of [...manifest.tables, ...manifest.pictures])
    if (!same(await digestIfThere(join(folder, one.file)), one)) wrong.push(one.file)
  if (wrong.length)
    throw new Stop(
      `The backup in ${folder} is damaged or incomplete: ${wrong.join(", ")}. Nothing was restored. Take another copy of it.`,
    )
  return manifest
}

async function readManifest(folder: string): Promise<Manifest> {
  const [text, seal] = await Promise.all([NAME, SEAL].map((name) => readFile(join(folder, name), "utf8"))).catch(
    (error) => {
      if (!isCode(error, "ENOENT", "ENOTDIR")) throw error
      throw new Stop(`${folder} is no backup, or an incomplete one: it has no ${NAME} with ${SEAL}.`)
    },
  )
  if (text === undefined || seal !== sealOf(text))
    throw new Stop(`${NAME} of ${folder} does not fit ${SEAL}: one of the two is damaged. Take another copy of it.`)
  const read = shape.safeParse(parsed(text))
  if (!read.success)
    throw new Stop(
      `${NAME} of ${folder} is not in the form that this release reads. Restore it with the one named in it.`,
    )
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const digestIfThere = (path: string) =>
  digestOf(path).catch((error) => {
    if (isCode(error, "ENOENT", "ENOTDIR", "EISDIR")) return undefined
    throw error
  })

const same = (found: Digest | undefined, wanted: Digest) =>
  found?.bytes === wanted.bytes && found.sha256 === wanted.sha256
