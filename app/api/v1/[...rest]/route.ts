import { problem } from "@/lib/api/problem"
import { reading } from "@/lib/api.server"

const nothing = reading(async () => problem("not-found", "The API has no such address: docs/api.md lists them."))

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
