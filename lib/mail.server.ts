import "server-only"
import { randomUUID } from "node:crypto"
import { mkdir, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import { env } from "./env.server"
import { paper } from "./paper"

type Mail = { to: readonly string[]; subject: string; text: string }

/** How long a mail server may take for each step, in milliseconds. */
const PATIENCE = 15_000

/** Sends a mail by SMTP_URL; without one it lies as an .eml file in the data folder. Throws where the server does not take it. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const from = { name: paper.name, address: `newsroom@${new URL(env.publicOrigin).hostname}` }
  const mail = { from, to: [...to], subject, text }
  if (env.smtpUrl) {
    const wait = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE }
    await createTransport({ url: env.smtpUrl, ...wait }).sendMail(mail)
    return
  }
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(mail)
  const folder = join(env.dataDir, "mail")
  await mkdir(folder, { recursive: true })
  const name = `${new Date().toISOString().replaceAll(":", "-")}-${randomUUID().slice(0, 8)}.eml`
  // Whole or not there: somebody may be reading the folder.
  await writeFile(join(folder, `.${name}`), message as Buffer)
  await rename(join(folder, `.${name}`), join(folder, name))
}
