import { connect, createServer, type Socket } from "node:net"

/** A line to a port of this machine, which can be cut, or go silent as when somebody pulls a cable. */
export async function openWire(to: number) {
  const open = new Set<Socket>()
  let state: "whole" | "cut" | "silent" = "whole"
  const server = createServer((near) => {
    if (state === "cut") return near.destroy()
    const far = connect(to, "127.0.0.1")
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on("data", (bytes) => state === "silent" || other.write(bytes))
      one.on("error", () => {})
      one.on("close", () => {
        open.delete(one)
        if (state !== "silent") other.destroy()
      })
    }
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const address = server.address()
  const end = () => {
    for (const one of open) one.destroy()
    open.clear()
  }
  return {
    port: typeof address === "object" ? (address?.port ?? 0) : 0,
    cut() {
      state = "cut"
      end()
    },
    /** Nothing comes through any more, and nobody is told. */
    silence() {
      state = "silent"
    },
    mend() {
      // What went silent has lost bytes: it is of no use to anybody.
      if (state === "silent") end()
      state = "whole"
    },
    close() {
      end()
      server.close()
    },
  }
}
