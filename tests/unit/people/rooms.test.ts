import { expect, test } from "@playwright/test"
import { relatedRoomsOf } from "@/lib/people/rooms"

test("everybody is led to the rooms of related news that are open to them, and to no other", () => {
  const names = (role: "reporter" | "editor" | "admin") => relatedRoomsOf({ role }).map(({ name }) => name)
  expect(names("reporter")).toEqual([])
  expect(names("editor")).toEqual(["Packages", "Where nothing points", "What leads where"])
  expect(names("admin")).toEqual([
    ...["Outside links", "Packages", "In many stories", "Changes", "Files", "Where nothing points", "What leads where"],
  ])
})
