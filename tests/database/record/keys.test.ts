import { spawnSync } from "node:child_process"
import { generateKeyPairSync } from "node:crypto"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { verifierText } from "@/lib/record/checker.server"
import { handoverText } from "@/lib/record/entry"
import { openKey } from "@/lib/record/key.server"
import { findKeys, findProof } from "@/lib/record/proof.server"
import { sealEvents } from "@/lib/record/seal.server"
import { openSecrets, saveSecrets } from "@/server/secrets"
import { storyIn } from "../../newsroom"
import { at, command, openPlace, type Place } from "../../whole-paper"
import { ask } from "../own-database"

test.describe.configure({ mode: "serial", timeout: 60_000 })

const given = process.env.RECORD_KEY ?? ""
let paper: Place

test.beforeAll(async () => {
  paper = await openPlace()
  await saveSecrets(paper.folder, { ...(await openSecrets(paper.folder)), recordKey: given })
})

test.afterAll(async () => {
  process.env.RECORD_KEY = given
  await paper.remove()
})

const put = async (name: string, value: unknown) => {
  const path = join(paper.folder, name)
  await writeFile(path, typeof value === "string" ? value : JSON.stringify(value))
  return path
}

/** Something is published and sealed, with the key that the folder's node has. */
const publish = () =>
  at(paper, async () => {
    const story = await storyIn("published")
    while (await sealEvents());
    return { proof: await findProof(story.text.section, story.text.slug, 1), keys: { keys: await findKeys() } }
  })

async function checked(proof: unknown, ...args: string[]) {
  const file = await put("verify.mjs", await verifierText())
  const { status, stdout } = spawnSync(process.execPath, [file, await put("proof.json", proof), ...args], {
    encoding: "utf8",
  })
  return { status, said: stdout }
}

test("who trusts the old key may trust the new one that it handed over to, and the other way round", async () => {
  const before = await publish()
  const old = await put("old.json", before.keys)
  const rotated = await command(paper, "record", "rotate-key")
  expect(rotated).toMatchObject({ status: 0, said: expect.stringMatching(/handed over to [0-9a-f]{16}\./) })
  process.env.RECORD_KEY = (await openSecrets(paper.folder)).recordKey
  expect(process.env.RECORD_KEY).not.toBe(given)
  const after = await publish()
  expect(after.proof?.head.key).not.toBe(before.proof?.head.key)
  expect(after.keys.keys).toHaveLength(2)
  const fresh = await put("new.json", { keys: after.keys.keys.slice(1) })
  for (const keys of [old, fresh]) {
    expect(await command(paper, "verify", "--keys", keys)).toMatchObject({ status: 0 })
    for (const { proof } of [{ ...before, proof: { ...before.proof, keys: after.keys.keys } }, after])
      expect(await checked(proof, "--keys", keys)).toMatchObject({ status: 0 })
  }
})

test("a key that handed over to itself, or was not handed over, leads nowhere: not for verify, not for the one file", async () => {
  const stranger = openKey(
    generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  )
  const { proof, keys } = await publish()
  const [first] = keys.keys
  const pinned = await put("stranger.json", { keys: [{ id: stranger.id, publicKey: stranger.publicKey }] })
  const said = await command(paper, "verify", "--keys", pinned)
  expect(said).toMatchObject({ status: 1, said: expect.stringContaining("to which none of yours leads") })
  expect(await checked(proof, "--keys", pinned)).toMatchObject({ status: 1 })
  // The stranger says that ours follows theirs, with two signatures of their own.
  const text = handoverText({
    ...{ id: first?.id ?? "", publicKey: first?.publicKey ?? "", since: new Date(first?.since ?? 0) },
    after: stranger.id,
  })
  const own = { after: stranger.id, handedOver: stranger.sign(text), takenOver: stranger.sign(text) }
  const theirs = { id: stranger.id, algorithm: "Ed25519", publicKey: stranger.publicKey, since: first?.since }
  const forged = { ...proof, keys: [theirs, { ...first, ...own }, ...keys.keys.slice(1)] }
  expect(await checked(forged, "--keys", pinned)).toMatchObject({ status: 1 })
  await at(paper, () =>
    db.recordKey.create({
      data: {
        ...{ id: stranger.id, publicKey: stranger.publicKey, since: new Date(), after: first?.id ?? "" },
        ...{ handedOver: stranger.sign("x"), takenOver: stranger.sign("x") },
      },
    }),
  )
  const found = await command(paper, "verify")
  expect(found).toMatchObject({ status: 1, said: expect.stringContaining("was not handed over by the key") })
  await ask(
    paper.address,
    `SET session_replication_role = replica; DELETE FROM "RecordKey" WHERE id = '${stranger.id}'`,
  )
})

test("without keys of one's own everything may hold and nothing is proved; a file that holds none is refused in words", async () => {
  const { proof } = await publish()
  expect(await checked(proof)).toMatchObject({
    status: 3,
    said: expect.stringContaining("if the keys are the paper's"),
  })
  expect((await command(paper, "verify")).said).toContain("--keys says which are yours")
  const none = await put("none.json", { keys: [] })
  expect(await command(paper, "verify", "--keys", none)).toMatchObject({
    status: 1,
    said: expect.stringContaining("holds no keys of a record"),
  })
  expect(JSON.parse(await readFile(join(paper.folder, "secrets.json"), "utf8"))).toHaveProperty("recordKey")
})
