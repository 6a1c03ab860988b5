import { connect, createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"

/** Can something listen there now? False when the port is taken, or the address is not this machine's. */
export function isFree(port: number, host = "127.0.0.1") {
  return new Promise<boolean>((done) => {
    const probe = createServer().once("error", () => done(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done(true)))
  })
}

/** A free port of this machine, below those that systems give to outgoing connections, so that it stays free. */
export async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 12_000)
  return (await isFree(port)) ? port : freePort()
}

export async function becomesFree(port: number, host: string, patience: number) {
  for (const deadline = Date.now() + patience; !(await isFree(port, host)); await sleep(50)) {
    if (Date.now() > deadline) return false
  }
  return true
}

/** Does something accept connections there? */
export function listens(port: number) {
  return new Promise<boolean>((done) => {
    const socket = connect(port, "127.0.0.1")
    socket.once("connect", () => done(true)).once("error", () => done(false))
    socket.once("connect", () => socket.destroy())
  })
}
