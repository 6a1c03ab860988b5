import { expect, test } from "@playwright/test"
import pg from "pg"
import { openDatabase } from "@/server/database"
import { migrate } from "@/server/migrate"
import { environmentOf } from "@/server/prepare"
import { openSecrets } from "@/server/secrets"
import { readSettings } from "@/server/settings"
import { setFor } from "../environment"
import { foundAfter, tampering } from "../tamperings"
import { at, openPlace, type Place, wholePaper } from "../whole-paper"
import { ownServer } from "./own-server"
import { newPlace } from "./start"

const MANY = 1_000

let server: Awaited<ReturnType<typeof ownServer>>
let folder: Awaited<ReturnType<typeof newPlace>>
/** For the drills after this one, which share this process. */
let goBack: () => void
let paper: Place
let client: pg.Client

test.beforeAll(async () => {
  test.setTimeout(120_000)
  server = await ownServer()
  folder = await newPlace()
  const settings = readSettings({ DATA_DIR: folder.folder })
  if ("problems" in settings) throw new Error(settings.problems.join(" "))
  goBack = setFor(environmentOf(settings, await openSecrets(folder.folder), server.url))
  await openDatabase(server.url)
  await migrate(server.url)
  paper = await openPlace()
  await at(paper, wholePaper)
  client = new pg.Client({ connectionString: paper.address })
  await client.connect()
})

test.afterAll(async () => {
  goBack?.()
  await client?.end()
  await server?.down()
  for (const one of [folder, server]) one?.remove()
})

test(`of ${MANY} tamperings with rows of the record every single one is found`, async () => {
  test.setTimeout(1_200_000)
  const missed: string[] = []
  for (let number = 0; number < MANY; number++) {
    const { what, statement } = tampering(number)
    const { changed, wrong } = await foundAfter(client, statement)
    expect(changed, `${what} (${number}) changes something`).toBeGreaterThan(0)
    if (!wrong.length) missed.push(`${what} (${number})`)
  }
  expect(missed).toEqual([])
})
