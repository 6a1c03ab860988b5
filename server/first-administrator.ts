import { inviteFirstAdmin } from "../lib/people/invitations.server"

// Run in a process of its own by `npm start` where nobody can administer the newsroom yet; prints the one-time address.
inviteFirstAdmin().then(
  (address) => {
    console.log(address ?? "")
    process.exit(0)
  },
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
