import { Agent, request as ask, createServer } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import { pipeline } from "node:stream/promises"
import { expect, test } from "@playwright/test"
import { forward } from "@/server/front/forward"

/** A stand-in for Next that refuses what is large before it has read it, and the way to it. */
async function house() {
  const inner = createServer((request, response) => {
    if (Number(request.headers["content-length"] ?? 0) > 1_000_000)
      return void response.writeHead(413).end("Too large.")
    request.resume().once("end", () => response.end("Read."))
  })
  await new Promise<void>((done) => inner.listen(0, "127.0.0.1", done))
  const way = {
    next: { host: "127.0.0.1", port: (inner.address() as AddressInfo).port },
    agent: new Agent({ keepAlive: true, maxSockets: 4 }),
    publicOrigin: new URL("http://localhost:3000"),
    frontKey: "key",
  }
  const outer = createServer((request, response) => {
    forward(way, request, response, "newsroom", request.url ?? "").then(
      (answer) => {
        response.writeHead(answer.statusCode ?? 0, { "content-type": "text/plain" })
        return pipeline(answer, response).catch(() => response.destroy())
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((done) => outer.listen(0, "127.0.0.1", done))
  const { port } = outer.address() as AddressInfo
  const call = (method: string, body = "", agent?: Agent) =>
    new Promise<string>((done, fail) => {
      const headers = { "content-length": Buffer.byteLength(body) }
      const asking = ask(
        { host: "127.0.0.1", port, method, path: "/api/x", headers, ...(agent && { agent }) },
        (answer) => {
          let text = ""
          answer.setEncoding("utf8").on("data", (more) => {
            text += more
          })
          answer.once("end", () => done(`${answer.statusCode} ${text}`))
        },
      )
      asking.once("error", fail)
      asking.end(body)
    })
  return {
    call,
    port,
    close() {
      for (const server of [inner, outer]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

test("bodies that do not come keep nobody else from Next", async () => {
  const { call, port, close } = await house()
  const held: Socket[] = []
  try {
    for (let number = 0; number < 60; number++) {
      const length = number % 2 ? 100_000 : 900_000
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(`POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\n\r\nfirst words`),
      )
      socket.on("error", () => {})
      held.push(socket)
    }
    await expect.poll(() => held.every(({ bytesWritten }) => bytesWritten > 0)).toBe(true)
    expect(await call("GET")).toBe("200 Read.")
    expect(await call("POST", "a short one")).toBe("200 Read.")
  } finally {
    for (const socket of held) socket.destroy()
    close()
  }
})

test("after a body that is refused before its end the next request is answered, on whatever connection", async () => {
  const { call, close } = await house()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    for (let round = 0; round < 5; round++) {
      // A client that still writes may see its connection cut instead of the answer.
      const refused = await call("POST", "x".repeat(5_000_000), agent).catch(({ code }) => String(code))
      expect(["413 Too large.", "ECONNRESET", "EPIPE"]).toContain(refused)
      expect(await call("POST", "a short one", agent)).toBe("200 Read.")
    }
  } finally {
    agent.destroy()
    close()
  }
})

test("a connection on which a body was refused before its end is closed, and its answer says so", async () => {
  const { port, close } = await house()
  try {
    const socket = connect(port, "127.0.0.1")
    socket.write("POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\nfirst words")
    let got = ""
    for await (const chunk of socket) got += chunk
    expect(got).toContain("413")
    expect(got).toContain("Connection: close")
  } finally {
    close()
  }
})

test("short and long bodies arrive whole", async () => {
  const { call, close } = await house()
  try {
    for (const size of [0, 1, 200_000, 300_000, 900_000])
      expect(await call("POST", "x".repeat(size)), String(size)).toBe("200 Read.")
    expect(await call("DELETE")).toBe("200 Read.")
  } finally {
    close()
  }
})
