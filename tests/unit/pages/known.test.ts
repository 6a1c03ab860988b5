import { expect, test } from "@playwright/test"
import { questionOf } from "@/server/pages/known"

const valuesOf = (key: string) => {
  const question = questionOf(key)
  return question && question !== "nothing" ? question.values : question
}

test("what only Next knows is left to Next: the paper's own pages, files, queries, other spellings", () => {
  const left = [
    "/",
    "/search?q=x",
    "/corrections",
    "/archive/2026/11",
    "/feed.xml",
    "/world/feed.xml",
    "/world/rain.json",
  ]
  for (const key of [
    ...left,
    "/about/bylines",
    "/topics",
    "/by",
    "/topics/water/feed.xml",
    "/World/Rain",
    "/world/",
    "/w%20",
  ])
    expect(valuesOf(key), key).toBe(null)
  expect(valuesOf("/world?page=2")).toBe(null)
})

test("a section, a story with its history and versions, a topic, a package and a person are asked for by their words", () => {
  expect(valuesOf("/world")).toEqual(["world"])
  for (const key of ["/world/rain", "/world/rain/history"]) expect(valuesOf(key)).toEqual(["world", "rain"])
  expect(valuesOf("/world/rain/v/3"), "each version has a number").toEqual(["world", "rain", "3"])
  expect(valuesOf("/topics/water")).toEqual(["water"])
  expect(valuesOf("/by/ada")).toEqual(["ada"])
  expect(valuesOf("/packages/water")).toEqual(["water"])
  expect(valuesOf("/constructor/rain")).toEqual(["constructor", "rain"])
})

test("deeper addresses than the paper has are nothing", () => {
  for (const key of [
    "/a/b/c",
    "/a/b/c/d",
    "/world/rain/v",
    "/world/rain/v/3/4",
    "/world/rain/history/1",
    "/topics/a/b",
  ])
    expect(valuesOf(key), key).toBe(key === "/topics/a/b" ? null : "nothing")
})
