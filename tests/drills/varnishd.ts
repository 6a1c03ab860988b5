import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { listens } from "@/server/ports"

const PROGRAMS = ["/usr/sbin/varnishd", "/usr/local/sbin/varnishd", "/opt/homebrew/sbin/varnishd"]

export const findVarnish = () => PROGRAMS.find((program) => existsSync(program))

/** A Varnish with the configuration that docs/running.md tells to use, in front of a paper on this machine. */
export async function startVarnish(folder: string, port: number, paper: number) {
  await mkdir(folder, { recursive: true })
  const vcl = join(folder, "standfirst.vcl")
  const text = await readFile("server/cdn/standfirst.vcl", "utf8")
  await writeFile(vcl, text.replace('.port = "3000"', `.port = "${paper}"`))
  const own = ["-n", join(folder, "work"), "-a", `127.0.0.1:${port}`, "-T", "none", "-s", "malloc,64m", "-j", "none"]
  const child = spawn(findVarnish() ?? "varnishd", ["-F", "-f", vcl, "-p", "http_gzip_support=off", ...own], {
    stdio: "ignore",
  })
  const ended = new Promise<void>((done) => child.once("exit", () => done()))
  while (!(await listens(port))) {
    if (child.exitCode !== null || child.signalCode) throw new Error("varnishd did not start.")
    await sleep(50)
  }
  return {
    async stop() {
      child.kill("SIGTERM")
      await ended
    },
  }
}
