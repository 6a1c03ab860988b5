import { type ChildProcess, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort, listens } from "../ports"

const PROGRAMS = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"]
const BROTLI = ["/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"]
const TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]

export const findNginx = () => PROGRAMS.find((program) => existsSync(program))

export type Nginx = { origin: string; pid: number; brotli: boolean; stop(): Promise<void> }

type Given = {
  /** a folder of its own, for its configuration, logs and temporary files */
  folder: string
  /** MIRROR_DIR of the paper behind it */
  mirror: string
  /** where that paper listens, such as 127.0.0.1:3000 */
  application: string
  port?: number
}

/** An nginx with the configuration that docs/running.md tells to use, for tests and measurements; it belongs to this process. */
export async function startNginx({ folder, mirror, application, port }: Given): Promise<Nginx> {
  const program = findNginx()
  if (!program) throw new Error("nginx is not installed.")
  const own = port ?? (await freePort())
  const module = BROTLI.find((path) => existsSync(path))
  await mkdir(folder, { recursive: true })
  const site = (await readFile("server/nginx/standfirst.conf", "utf8"))
    .replace(/^ *@BROTLI@$/m, module ? "brotli_static on;" : "")
    .replace("listen @LISTEN@", `listen 127.0.0.1:${own}`)
    .replace("server_name @NAME@", "server_name localhost")
    .replace("server @APPLICATION@", `server ${application}`)
    .replace("@MIRROR@/pages;", `${mirror}/pages;`)
  await writeFile(join(folder, "standfirst.conf"), site)
  await writeFile(join(folder, "nginx.conf"), around(folder, module))
  const child = spawn(program, ["-e", join(folder, "error.log"), "-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "inherit", "inherit"],
  })
  while (!(await listens(own))) {
    if (child.exitCode !== null || child.signalCode) throw new Error("nginx did not start; the reason stands above.")
    await sleep(25)
  }
  return { origin: `http://localhost:${own}`, pid: child.pid ?? 0, brotli: !!module, stop: () => end(child) }
}

const around = (folder: string, module: string | undefined) => `${module ? `load_module ${module};` : ""}
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
pcre_jit on;
worker_processes 1;
pid ${join(folder, "nginx.pid")};
error_log ${join(folder, "error.log")} warn;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
${TEMPORARY.map((name) => `  ${name}_temp_path ${join(folder, name)};`).join("\n")}
  include ${join(folder, "standfirst.conf")};
}
`

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once("exit", done))
  child.kill("SIGTERM")
  await gone
}
