import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findHistory } from "@/lib/record/events.server"
import { findVersions } from "@/lib/record/versions.server"
import { openSection, storyIn } from "../../newsroom"
import { inADatabaseOfItsOwn } from "../own-database"

// Emptying a table locks it against everybody: other tests would wait, or be waited for in a circle.
inADatabaseOfItsOwn()

for (const table of ["Version", "StoryEvent", "Address"])
  test(`no row of ${table} is changed or removed, whoever asks`, async () => {
    const { id } = await storyIn("published", { section: (await openSection()).slug })
    const before = [
      await findVersions(id),
      await findHistory(id),
      await db.address.findMany({ where: { storyId: id } }),
    ]
    const column = table === "StoryEvent" ? "note" : "slug"
    for (const statement of [
      `UPDATE "${table}" SET "${column}" = 'other' WHERE "storyId" = '${id}'`,
      `DELETE FROM "${table}" WHERE "storyId" = '${id}'`,
      `TRUNCATE "${table}" CASCADE`,
    ])
      await expect(db.$executeRawUnsafe(statement)).rejects.toThrow("never changed or removed")
    const after = [await findVersions(id), await findHistory(id), await db.address.findMany({ where: { storyId: id } })]
    expect(after).toEqual(before)
  })
