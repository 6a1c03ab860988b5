import "server-only"

/**
 * The one place where the application reads its surroundings. `npm start` checks and completes them (see
 * server/settings.ts); what is missing here is a mistake in how the process was started.
 */
function need(name: string): string {
  const value = process.env[name]
  if (!value)
    throw new Error(
      `${name} is not set. Start with "npm start", which sets it, or set it yourself (see docs/running.md).`,
    )
  return value
}

export const env = {
  get databaseUrl() {
    return need("DATABASE_URL")
  },
  /** scheme, host and port that browsers use, without a slash at the end */
  get publicOrigin() {
    return new URL(need("PUBLIC_ORIGIN")).origin
  },
  get dataDir() {
    return need("DATA_DIR")
  },
  get authSecret() {
    return need("AUTH_SECRET")
  },
  /** the private half of the key that this node signs heads of the record with: PKCS #8 in base64 */
  get recordKey() {
    return need("RECORD_KEY")
  },
  /** known to the front process and Next alone: who shows it may say which address a request came from */
  get frontKey() {
    return process.env.FRONT_KEY ?? ""
  },
  /** `next dev`, where React needs more rights than in production */
  get developing() {
    return process.env.NODE_ENV === "development"
  },
  /** the bucket in which pictures lie; null: they lie in the data folder */
  get picturesS3() {
    const bucket = process.env.PICTURES_S3
    if (!bucket) return null
    const region = process.env.PICTURES_S3_REGION || "us-east-1"
    return { bucket, region, key: need("PICTURES_S3_KEY"), secret: need("PICTURES_S3_SECRET") }
  },
  /** where mail is handed over; empty: it goes to files */
  get smtpUrl() {
    return process.env.SMTP_URL ?? ""
  },
  /** who is written to when something is overdue; none: every administrator */
  get dutyEditor() {
    return (process.env.DUTY_EDITOR ?? "")
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean)
  },
  /** does a withdrawal take two people: one who asks for it, and another who does it? */
  get withdrawalsByTwo() {
    return process.env.WITHDRAWALS === "two-people"
  },
  /** where heads of the record are sent, with spaces between */
  get recordWitnesses() {
    return process.env.RECORD_WITNESSES ?? ""
  },
  /** the hub that is told of news (WebSub); empty: none */
  get websubHub() {
    return process.env.WEBSUB_HUB ?? ""
  },
  /** proves to search engines that a ping is ours (IndexNow); empty: none is sent */
  get indexNowKey() {
    return process.env.INDEXNOW_KEY ?? ""
  },
  get indexNowUrl() {
    return process.env.INDEXNOW_URL || "https://api.indexnow.org/indexnow"
  },
  /** where a weakness is reported; the mailbox that RFC 2142 names for it, unless another is given */
  get securityContact() {
    return process.env.SECURITY_CONTACT || `mailto:security@${new URL(env.publicOrigin).hostname}`
  },
  /** the kind of cache elsewhere that the front process tells of changes; empty: none */
  get cdn() {
    return process.env.CDN ?? ""
  },
  /** what a program that the application starts finds around it, with these besides */
  surroundings(besides: Record<string, string>): NodeJS.ProcessEnv {
    return { ...process.env, ...besides }
  },
  get logLevel() {
    return process.env.LOG_LEVEL ?? "info"
  },
}

/** next-auth learns its own address from this variable alone; without it, it believes to be at port 3000. */
export function tellNextAuthItsAddress() {
  process.env.NEXTAUTH_URL = env.publicOrigin
}
