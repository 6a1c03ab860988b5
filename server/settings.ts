import { isIP } from "node:net"
import { hostname } from "node:os"
import { resolve } from "node:path"
import { readWitnesses } from "../lib/record/witnesses"
import { type BucketSettings, readBucket } from "./bucket"
import { type CdnSettings, readCdn } from "./cdn/settings"

export type Settings = {
  port: number
  host: string
  /** absent: the embedded PostgreSQL */
  databaseUrl?: string
  publicOrigin: string
  /** an absolute path */
  dataDir: string
  authSecret?: string
  smtpUrl?: string
  /** e-mail addresses, with commas between them, of who is written to when something is overdue */
  dutyEditor?: string
  /** what a withdrawal takes: the word typed in, or two people */
  withdrawals?: string
  /** where heads of the record are sent: addresses with spaces between them */
  recordWitnesses?: string
  /** the bucket in which pictures lie */
  bucket?: BucketSettings
  nodeName: string
  logLevel: string
  /** how many processes hand pages to readers */
  readerWorkers: number
  /** how much memory each of them may fill with pages, in megabytes */
  pageMemory: number
  /** an absolute path: where pages lie as files for nginx */
  mirrorDir?: string
  /** the cache elsewhere that is told of changes */
  cdn?: CdnSettings
  demoPassword?: string
  /** WebSub: who tells subscribers of news */
  websubHub?: string
  /** IndexNow: what proves that a ping is ours, and who is pinged */
  indexNowKey?: string
  indexNowUrl?: string
  /** where a weakness is reported (security.txt) */
  securityContact?: string
  production: boolean
}

type Environment = Record<string, string | undefined>

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"]

/** Reads the environment of a start, or says in one sentence per variable what is wrong with it. An empty value counts as absent. */
export function readSettings(env: Environment): Settings | { problems: string[] } {
  const problems: string[] = []
  const read = (name: string, rule: (value: string) => boolean, sentence: string) => {
    const value = env[name]
    if (!value) return undefined
    if (rule(value)) return value
    problems.push(`${name} ${sentence}`)
    return undefined
  }
  const port = Number(read("PORT", isPort, "must be a whole number from 1 to 65535, such as 3000.") ?? 3000)
  const host = read("HOST", isHost, "must be an address or a name of this machine, such as 127.0.0.1 or 0.0.0.0.")
  const databaseUrl = read("DATABASE_URL", isDatabase, "must look like postgresql://user:password@host:5432/name.")
  const origin = read("PUBLIC_ORIGIN", isOrigin, "must be http:// or https:// and a host, without a path.")
  const dataDir = read("DATA_DIR", isPath, "must be the path of a folder.")
  const authSecret = read(
    "AUTH_SECRET",
    isSecret,
    "must have at least 32 characters, such as `openssl rand -base64 32` prints.",
  )
  const smtpUrl = read("SMTP_URL", isMail, "must look like smtp://user:password@host:587 or smtps://….")
  const dutyEditor = read("DUTY_EDITOR", isMailboxes, "must be an e-mail address, or several with commas between them.")
  const withdrawals = read("WITHDRAWALS", (value) => /^(typed|two-people)$/.test(value), "must be typed or two-people.")
  const recordWitnesses = env.RECORD_WITNESSES || undefined
  const witnesses = readWitnesses(recordWitnesses ?? "")
  if (!Array.isArray(witnesses)) problems.push(`RECORD_WITNESSES ${witnesses.refused}`)
  const nodeName = read("NODE_NAME", isName, "must be 1 to 100 letters, digits, dots, colons, dashes or underscores.")
  const logLevel = read("LOG_LEVEL", (value) => LEVELS.includes(value), `must be one of ${LEVELS.join(", ")}.`)
  const demoPassword = read("DEMO_PASSWORD", isPassword, "must have 8 to 200 characters.")
  const workers = read("READER_WORKERS", isCount(64), "must be a whole number from 1 to 64.")
  const memory = read("PAGE_MEMORY_MB", isCount(65_536), "must be a whole number of megabytes from 1 to 65536.")
  const websubHub = read("WEBSUB_HUB", isWeb, "must be the http:// or https:// address of a hub.")
  const indexNowKey = read("INDEXNOW_KEY", isKey, "must have 8 to 128 letters, digits and dashes.")
  const indexNowUrl = read("INDEXNOW_URL", isWeb, "must be the http:// or https:// address that takes the pings.")
  const securityContact = read("SECURITY_CONTACT", isContact, "must start with mailto:, https:// or tel:.")
  const mirrorDir = read("MIRROR_DIR", isPath, "must be the path of a folder.")
  const bucket = readBucket(read, (sentence) => problems.push(sentence))
  const cdn = readCdn(read, (sentence) => problems.push(sentence))
  if (mirrorDir && cdn)
    problems.push("MIRROR_DIR and CDN cannot both be set: files have no headers that tell a CDN what they depend on.")
  if (problems.length) return { problems }
  return {
    port,
    host: host ?? "127.0.0.1",
    publicOrigin: origin ? new URL(origin).origin : `http://localhost:${port}`,
    dataDir: resolve(dataDir ?? ".data"),
    nodeName: nodeName ?? `${hostname()}:${port}`,
    logLevel: logLevel ?? "info",
    readerWorkers: Number(workers ?? 1),
    pageMemory: Number(memory ?? 128),
    production: env.NODE_ENV === "production",
    ...present({
      databaseUrl,
      authSecret,
      smtpUrl,
      dutyEditor,
      withdrawals,
      recordWitnesses,
      demoPassword,
      cdn,
      mirrorDir: mirrorDir && resolve(mirrorDir),
    }),
    ...present({ bucket, websubHub, indexNowKey, indexNowUrl, securityContact }),
  }
}

/** What was given; nothing for what was not. */
const present = <Given extends object>(given: Given) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Given]?: Exclude<Given[Name], undefined | "">
  }

const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535
const isCount = (most: number) => (value: string) => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= most
const isHost = (value: string) => isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)
const isPath = (value: string) => !value.includes("\0")
const isSecret = (value: string) => value.length >= 32
const isName = (value: string) => /^[\w.:-]{1,100}$/.test(value)
const isPassword = (value: string) => value.length >= 8 && value.length <= 200

/** IndexNow's own rule for its keys. */
const isKey = (value: string) => /^[a-zA-Z0-9-]{8,128}$/.test(value)
const isWeb = (value: string) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
const isMailboxes = (value: string) => value.split(",").every((one) => /^[^\s@,]+@[^\s@,]+$/.test(one.trim()))
const isContact = (value: string) => /^(mailto:[^\s@]+@|https:\/\/|tel:)[^\s]+$/.test(value)

function isDatabase(value: string) {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return (
    !!url &&
    /^postgres(ql)?:$/.test(url.protocol) &&
    url.pathname.length > 1 &&
    !!(url.hostname || url.searchParams.get("host"))
  )
}

function isOrigin(value: string) {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return !!url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

function isMail(value: string) {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return !!url && /^smtps?:$/.test(url.protocol) && url.hostname !== ""
}
