import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { transaction } from "@/lib/transaction.server"
import { rareWord } from "../newsroom"

const topic = (slug: string, name = "x") => db.topic.create({ data: { slug, name } })
const count = (slug: string) => db.topic.count({ where: { slug } })

test("within a transaction the database is that transaction, however deep, and a failure undoes all of it", async () => {
  const [one, two] = [rareWord(), rareWord()]
  const work = transaction(async () => {
    await topic(one)
    await transaction(() => topic(two))
    expect(await count(one)).toBe(1)
    throw new Error("no")
  })
  await expect(work).rejects.toThrow("no")
  expect([await count(one), await count(two)]).toEqual([0, 0])
})

test("outside nobody sees what a transaction wrote before it is committed", async () => {
  const slug = rareWord()
  let tell = () => {}
  const written = new Promise<void>((resolve) => {
    tell = resolve
  })
  let goOn = () => {}
  const seen = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const work = transaction(async () => {
    await topic(slug)
    tell()
    await seen
  })
  await written
  expect(await count(slug)).toBe(0)
  goOn()
  await work
  expect(await count(slug)).toBe(1)
})

test("two that wait for each other both come through: the one that the database ends begins again", async () => {
  const [a, b] = [rareWord(), rareWord()]
  await Promise.all([topic(a), topic(b)])
  let tries = 0
  const rename = (slug: string, name: string) => db.topic.update({ where: { slug }, data: { name } })
  const both = async (first: string, second: string, name: string) =>
    transaction(async () => {
      tries++
      await rename(first, name)
      await db.$queryRaw`SELECT 1 FROM pg_sleep(0.2)`
      await rename(second, name)
    })
  await Promise.all([both(a, b, "one"), both(b, a, "two")])
  expect(tries).toBe(3)
  const names = await db.topic.findMany({ where: { slug: { in: [a, b] } } })
  expect(new Set(names.map(({ name }) => name)).size).toBe(1)
})

test("a value that somebody took a moment earlier is chosen again, and other failures are thrown at once", async () => {
  const slug = rareWord()
  await topic(slug)
  let tries = 0
  await transaction(() => topic(tries++ === 0 ? slug : `${slug}-2`))
  expect(tries).toBe(2)
  let failures = 0
  const failing = transaction(async () => {
    failures++
    await db.$queryRaw`SELECT 1 / 0`
  })
  await expect(failing).rejects.toThrow()
  expect(failures).toBe(1)
})
