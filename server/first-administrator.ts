import { existsSync } from "node:fs"

// Run in a process of its own by `npm start` where nobody can administer the newsroom yet; prints the one-time address.
async function invite() {
  const file = "../lib/people/invitations.server"
  if (!existsSync("lib/people/invitations.server.ts")) return
  const { inviteFirstAdmin } = await import(file)
  console.log((await inviteFirstAdmin()) ?? "")
}

invite().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
