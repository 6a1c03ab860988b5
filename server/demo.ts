import { seed } from "../prisma/seed"

// Run in a process of its own by `npm start` on a database without people: it loads the application's code.
seed({ password: process.env.DEMO_PASSWORD ?? "", log: (line) => console.log(`  ${line}`) }).then(
  (seeding) => {
    if ("refused" in seeding) console.log(`  ${seeding.refused}`)
    process.exit(0)
  },
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
