import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort, listens } from "../server/ports"
import type { Answer } from "./load"

export const NGINX = ["/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"].find((place) => existsSync(place))

export type Nginx = { pid: number; origin: string; stop: () => Promise<void> }

/** nginx that sends a file with the very bytes and headers of an answer, whatever it is asked for. */
export function startPlainNginx({ headers, body }: Answer): Promise<Nginx> {
  return startNginx(async (folder, port) => {
    await writeFile(join(folder, "page"), body, { mode: 0o644 })
    const said = Object.entries(headers).filter(([name]) => !OWN.includes(name))
    const lines = said.map(([name, value]) => `add_header ${name} ${quoted(String(value))};`)
    const type = `types { } default_type ${quoted(String(headers["content-type"]))};`
    return `server {
      listen 127.0.0.1:${port};
      root ${folder};
      location / { ${type} ${lines.join(" ")} try_files /page =404; }
    }`
  })
}

/** nginx with these servers, in a folder and on a port of its own, as one process and no daemon. */
export async function startNginx(servers: (folder: string, port: number) => Promise<string>): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "standfirst-nginx-"))
  await chmod(folder, 0o755)
  const port = await freePort()
  const config = join(folder, "nginx.conf")
  await writeFile(config, frame(folder, await servers(folder, port)))
  const child = spawn(NGINX ?? "nginx", ["-p", folder, "-e", "stderr", "-c", config], { stdio: "inherit" })
  const gone = new Promise((done) => child.once("exit", done))
  const stop = async () => {
    child.kill("SIGTERM")
    await gone
    await rm(folder, { recursive: true, force: true })
  }
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error("nginx did not start; the reason stands above.")
    await sleep(20)
  }
  return { pid: child.pid ?? 0, origin: `http://127.0.0.1:${port}`, stop }
}

const frame = (folder: string, servers: string) => `daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr error;
events { worker_connections 2048; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=1000 inactive=60s;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  ${servers}
}
`

/** Headers that nginx writes by itself. */
const OWN = [
  "connection",
  "keep-alive",
  "transfer-encoding",
  "date",
  "content-length",
  "content-type",
  "etag",
  "last-modified",
]

/** nginx takes a dollar for a variable's beginning; none of our headers has one. */
const quoted = (value: string) => `"${value.replace(/["\\]/g, "\\$&")}"`
