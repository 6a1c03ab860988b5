// Where there is no wrk: readers in a process of their own, so that they take no time from the bench's.
import { Agent, request } from "node:http"

const [address, connections, seconds, headers] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const options = { agent, headers: JSON.parse(headers) }
const times = []
let errors = 0
const began = performance.now()
const until = began + Number(seconds) * 1_000

await Promise.all(Array.from({ length: Number(connections) }, reader))
agent.destroy()
times.sort((a, b) => a - b)
const at = (share) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0
const perSecond = (times.length * 1_000) / (performance.now() - began)
process.send({ requests: times.length, perSecond, p50: at(0.5), p99: at(0.99), errors })
process.disconnect()

async function reader() {
  while (performance.now() < until) {
    const asked = performance.now()
    const status = await ask().catch(() => 0)
    if (status >= 200 && status < 400) times.push(performance.now() - asked)
    else errors++
  }
}

function ask() {
  return new Promise((done, fail) => {
    const asking = request(address, options, (answer) => {
      answer.resume().once("end", () => done(answer.statusCode))
    })
    asking.once("error", fail)
    asking.end()
  })
}
