import { createServer, type RequestListener } from "node:http"
import { type AddressInfo, createServer as listen, type Socket } from "node:net"

/** A site that counts who connects, and closes with all its connections. */
export async function siteOf(answer: RequestListener) {
  const server = createServer({ keepAliveTimeout: 1 }, answer)
  return counted(server)
}

/** The same, of one who speaks as they like. */
export const rawSite = (speak: (socket: Socket) => void) => counted(listen(speak))

async function counted(server: ReturnType<typeof listen>) {
  const open = new Set<Socket>()
  let connections = 0
  server.on("connection", (socket: Socket) => {
    connections++
    open.add(socket)
    socket.on("error", () => {})
    socket.on("close", () => open.delete(socket))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    at: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((done) => server.close(done))
    },
  }
}
