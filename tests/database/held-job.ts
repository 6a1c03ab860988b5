import { PAYLOADS } from "@/lib/jobs/payloads"
import { startRunner } from "@/lib/jobs/runner.server"

// A process that takes a job of the kind it is told and never finishes it: the test kills it.
const [kind = ""] = process.argv.slice(2)
const never = () => new Promise<void>(() => {})
startRunner({ kinds: { [kind]: { payload: PAYLOADS.tidy, work: never } }, lease: 2 })
setInterval(() => {}, 1_000)
