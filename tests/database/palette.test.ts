import { expect, test } from "@playwright/test"
import { findAtFirst } from "@/lib/palette/find.server"
import { groupsFor } from "@/lib/palette/palette"
import { cast } from "../newsroom"

test("the palette leads editors to where nothing points, and reporters nowhere that they may not go", async () => {
  const { ada, ben } = await cast()
  const placesFor = async (person: typeof ada, q: string) => {
    const { places, ...found } = await findAtFirst(person, [])
    const entries = places.map(({ name, detail, address }) => ({ key: address, name, detail, go: address }))
    return groupsFor(q, { acts: [], places: entries, found: { ...found, places: [] }, recent: [] }).flatMap(
      ({ entries }) => entries.map(({ go }) => go),
    )
  }
  expect(await placesFor(ben, "points")).toEqual(["/newsroom/related/gaps"])
  expect(await placesFor(ben, "leads where")).toEqual(["/newsroom/related/graph"])
  expect(await placesFor(ada, "points")).toEqual([])
})
