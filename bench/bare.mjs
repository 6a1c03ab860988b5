// What Node can do at best: a server that holds the very bytes of an answer and does nothing but send them.
import { createServer } from "node:http"

let answer = { headers: {}, body: Buffer.alloc(0) }

process.on("message", ({ headers, body }) => {
  answer = { headers, body: Buffer.from(body, "base64") }
  process.send("ready")
})

const server = createServer((request, response) => {
  request.resume().once("end", () => {
    response.writeHead(200, { ...answer.headers, "content-length": answer.body.length })
    response.end(answer.body)
  })
})

server.listen(0, "127.0.0.1", () => process.send(server.address().port))
