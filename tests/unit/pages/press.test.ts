import { expect, test } from "@playwright/test"
import { aPress, wordsOf } from "./a-press"
import { made } from "./pages"

test("a page is made once, however many ask for it at the same time and after", async () => {
  const { press, rendered } = aPress(() => ({ made: made("words") }))
  await Promise.all(Array.from({ length: 50 }, () => press.get("/a")))
  await press.get("/a")
  expect(rendered()).toBe(1)
})

test("a page whose making began before a change that touches it is made again, and only the newer one is handed out", async () => {
  let text = "before"
  const { press, commit, rendered } = aPress(() => {
    const now = text
    if (now === "before") {
      text = "after"
      commit(["story:a"])
    }
    return { made: made(now, { tags: ["story:a"] }) }
  })
  expect(wordsOf(await press.get("/a"))).toBe("after")
  expect(rendered()).toBe(2)
  expect(wordsOf(await press.get("/a"))).toBe("after")
})

test("of addresses where nothing can be, one page is made for all, and again when what it shows of the paper changes", async () => {
  let there = false
  const page = (key: string) => ({
    made: made(`${there ? "A page" : "No page"} at ${key}`, { status: there ? 200 : 404, tags: [] }),
  })
  const { press, log, commit, rendered } = aPress(page, 1_000_000, async (key) => there || key === "/here")
  const answers = []
  for (const key of ["/x", "/y", "/z", "/x"]) answers.push(await press.get(key))
  expect(new Set(answers.map(wordsOf)).size).toBe(1)
  expect(answers).toMatchObject(["/x", "/y", "/z", "/x"].map((key) => ({ kept: { key, status: 404 }, current: true })))
  expect(rendered()).toBe(1)
  commit(["paper"])
  await log.follow()
  await press.get("/x")
  expect(rendered(), "what was published may stand there, but nothing does").toBe(1)
  commit(["names"])
  await log.follow()
  await press.get("/y")
  expect(rendered()).toBe(2)
  there = true
  commit(["paper"])
  await log.follow()
  expect(wordsOf(await press.get("/x"))).toBe("A page at /x")
})

test("a change that does not touch a page lets it be kept", async () => {
  const { press, commit, rendered } = aPress(() => {
    commit(["story:other"])
    return { made: made("words", { tags: ["story:a"] }) }
  })
  await press.get("/a")
  expect(rendered()).toBe(1)
  expect(press.rooms.has("/a")).toBe(true)
})

test("what was found missing is looked for again when anything was published meanwhile", async () => {
  let found = false
  const { press, commit } = aPress(() => {
    if (found) return { made: made("the story", { tags: ["story:a"] }) }
    found = true
    commit(["story:a", "paper"])
    return { made: made("nothing here", { status: 404, tags: [] }) }
  })
  expect(wordsOf(await press.get("/a"))).toBe("the story")
})

test("whoever hands pages out is told of a change before it counts as followed", async () => {
  const { press, log, commit, told } = aPress(() => ({ made: made("words") }))
  await press.get("/a")
  commit(["paper"])
  await log.follow()
  expect(told).toEqual([[{ tags: ["paper"], gone: false, position: 1 }]])
  expect(press.rooms.has("/a")).toBe(false)
})

test("when nothing newer can be made, what was there before is handed out, but never what was taken away", async () => {
  let fails = false
  const { press, log, commit } = aPress((key) => {
    if (fails) throw new Error("away")
    return { made: made(`words of ${key}`, { tags: [`story:${key}`] }) }
  })
  await press.get("/a")
  await press.get("/b")
  commit(["story:/a"])
  commit(["story:/b"], true)
  await log.follow()
  fails = true
  expect(await press.get("/a")).toMatchObject({ current: false })
  expect(await press.get("/b")).toEqual({ failed: "away" })
})

test("without the log a page is shown to who asked, and kept for nobody", async () => {
  const { press, lose } = aPress(() => ({ made: made("words") }))
  lose()
  expect(await press.get("/a")).toMatchObject({ current: false })
  expect(press.rooms.has("/a")).toBe(false)
})

test("who was given a page that is new is not given the one before it when the database goes away", async () => {
  let edition = 0
  const { press, log, commit, lose } = aPress(() => {
    if (edition === 2) throw new Error("away")
    return { made: made(`edition ${++edition}`, { tags: ["story:1"] }) }
  })
  await press.get("/a")
  commit(["story:1"])
  await log.follow()
  lose()
  for (let asked = 0; asked < 3; asked++) expect(wordsOf(await press.get("/a"))).toContain("edition 2")
})

test("when the database is back everything is made anew; from another database nothing old is shown", async () => {
  let fails = false
  const { press, rendered } = aPress(() => {
    if (fails) throw new Error("away")
    return { made: made("words") }
  })
  await press.get("/a")
  await press.doubt(true)
  await press.get("/a")
  expect(rendered()).toBe(2)
  await press.doubt(false)
  fails = true
  expect(await press.get("/a")).toEqual({ failed: "away" })
})

test("in a burst of changes what was asked for most is made again when it is over, and whoever asks meanwhile gets it as it is", async () => {
  let edition = 0
  const { press, log, commit, rendered } = aPress(() => ({ made: made(`edition ${edition}`, { tags: ["story:1"] }) }))
  const change = async () => {
    edition++
    commit(["story:1"])
    await log.follow()
    // What is made at once is made now.
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate)
  }
  const ask = async () => wordsOf(await press.get("/hot"))
  for (let changes = 0; changes < 40; changes++) {
    expect(await ask()).toContain(`edition ${edition}`)
    await ask()
    await change()
  }
  expect(press.rooms.has("/hot"), "not made at once any more").toBe(false)
  const before = rendered()
  await expect.poll(() => press.rooms.has("/hot")).toBe(true)
  expect(rendered()).toBe(before + 1)
  expect(await ask()).toContain(`edition ${edition}`)
})

test("pages that were asked for are made again at once when they change", async () => {
  const { press, log, commit, rendered } = aPress(() => ({ made: made("words", { tags: ["paper"] }) }))
  await press.get("/hot")
  await press.get("/hot")
  commit(["paper"])
  await log.follow()
  await expect.poll(() => press.rooms.has("/hot")).toBe(true)
  expect(rendered()).toBe(2)
})

test("after a change the page that hangs on least is made first, and one at a time", async () => {
  const tags: Record<string, string[]> = {
    "/": ["paper", "front", "section:a", "story:1", "story:2"],
    "/a": ["paper", "section:a", "story:1"],
    "/a/one": ["story:1"],
  }
  const order: string[] = []
  let under = 0
  let most = 0
  const { press, log, commit } = aPress(async (key) => {
    order.push(key)
    most = Math.max(most, ++under)
    await new Promise((done) => setImmediate(done))
    under--
    return { made: made(`words of ${key}`, { tags: tags[key] ?? [] }) }
  })
  // The front is asked for most.
  for (const key of ["/", "/", "/", "/a", "/a", "/a/one", "/a/one"]) await press.get(key)
  order.length = 0
  most = 0
  commit(["story:1", "paper"])
  await log.follow()
  await expect.poll(() => order.length).toBe(3)
  expect(order).toEqual(["/a/one", "/a", "/"])
  expect(most).toBe(1)
})

test("a reader of a list that shows what changed waits until the page of it is made, but not for one that hangs", async () => {
  const tags: Record<string, string[]> = { "/": ["front", "story:1"], "/a/one": ["story:1"] }
  const order: string[] = []
  let hangs = false
  let letGo = () => {}
  const { press, log, commit } = aPress(async (key) => {
    order.push(`${key} begins`)
    if (hangs && key !== "/")
      await new Promise<void>((done) => {
        letGo = done
      })
    await new Promise((done) => setImmediate(done))
    order.push(`${key} made`)
    return { made: made(`words of ${key}`, { tags: tags[key] ?? [] }) }
  })
  const changed = async () => {
    for (const key of Object.keys(tags)) for (let time = 0; time < 2; time++) await press.get(key)
    order.length = 0
    commit(["story:1"])
    await log.follow()
    await press.get("/")
  }
  await changed()
  expect(order).toEqual(["/a/one begins", "/a/one made", "/ begins", "/ made"])
  hangs = true
  await changed()
  expect(order).toEqual(["/a/one begins", "/ begins", "/ made"])
  hangs = false
  letGo()
  await expect.poll(() => press.rooms.has("/a/one")).toBe(true)
})

test("whoever keeps copies is told of every page that comes, changes, or has to leave for want of room", async () => {
  const render = (key: string) => ({ made: made(`words of ${key}`, { tags: [`story:${key}`] }) })
  const { press, log, commit, copies } = aPress(render, 12_000)
  const keys = ["/a", "/b", "/c", "/d", "/e"]
  for (const key of keys) await press.get(key)
  expect(copies).toEqual(new Set(keys.filter((key) => press.rooms.has(key))))
  expect(copies.size).toBeLessThan(keys.length)
  commit(["story:/e"])
  await log.follow()
  expect(copies.has("/e")).toBe(false)
  await press.doubt(true)
  expect(copies).toEqual(new Set())
})
