import { expect, test } from "@playwright/test"
import { STATUSES } from "@/lib/story/story"
import { storyIn } from "../newsroom"

for (const status of STATUSES)
  test(`the cast can bring a story so far that it is ${status}`, async () => {
    expect((await storyIn(status)).status).toBe(status)
  })
