import { existsSync } from "node:fs"

// Run in a process of its own by `npm start` on a database without people.
async function fill() {
  const file = "../prisma/seed"
  if (!existsSync("prisma/seed.ts")) return console.log("  (there is no demo paper yet)")
  const { seed } = await import(file)
  const seeded = await seed({ password: process.env.DEMO_PASSWORD ?? "" })
  if ("refused" in seeded) console.log(`  ${seeded.refused}`)
}

fill().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
