import { spawn } from "node:child_process"
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { ask, openDatabase } from "./database"
import { migrate } from "./migrate"
import { Stop, say, step } from "./say"
import { type Secrets, saveSecrets } from "./secrets"
import type { Settings } from "./settings"

/** The environment of everything that runs the application's code (lib/env.server.ts reads it). */
export function environmentOf(settings: Settings, secrets: Secrets, databaseUrl: string) {
  const { publicOrigin, dataDir, nodeName, logLevel, smtpUrl, dutyEditor, withdrawals } = settings
  const { recordWitnesses, websubHub, indexNowKey, indexNowUrl, securityContact } = settings
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: publicOrigin,
    NEXTAUTH_URL: publicOrigin,
    DATA_DIR: dataDir,
    AUTH_SECRET: settings.authSecret ?? secrets.authSecret,
    RECORD_KEY: secrets.recordKey,
    NODE_NAME: nodeName,
    LOG_LEVEL: logLevel,
    NEXT_TELEMETRY_DISABLED: "1",
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
    ...(dutyEditor && { DUTY_EDITOR: dutyEditor }),
    ...(withdrawals && { WITHDRAWALS: withdrawals }),
    ...(recordWitnesses && { RECORD_WITNESSES: recordWitnesses }),
    ...(settings.bucket && {
      PICTURES_S3: settings.bucket.picturesS3,
      PICTURES_S3_REGION: settings.bucket.picturesS3Region,
      PICTURES_S3_KEY: settings.bucket.picturesS3Key,
      PICTURES_S3_SECRET: settings.bucket.picturesS3Secret,
    }),
    ...(websubHub && { WEBSUB_HUB: websubHub }),
    ...(indexNowKey && { INDEXNOW_KEY: indexNowKey }),
    ...(indexNowUrl && { INDEXNOW_URL: indexNowUrl }),
    ...(securityContact && { SECURITY_CONTACT: securityContact }),
  }
}

/** Sees that a database answers, and that there are the folders beside it. */
export async function openPlace(databaseUrl: string, dataDir: string) {
  await openDatabase(databaseUrl)
  for (const folder of ["pictures", "mail"]) await mkdir(join(dataDir, folder), { recursive: true })
}

/** Brings a database that answers to where the application can use it. */
export async function migrateDatabase(databaseUrl: string, dataDir: string) {
  await openPlace(databaseUrl, dataDir)
  const applied = await migrate(databaseUrl)
  if (applied.length) say(`Migrated the database: ${applied.join(", ")}.`)
}

type Who = { name: string; email: string; role: string }

/** Fills a database without people, and says who can sign in. */
export async function welcome(settings: Settings, secrets: Secrets, databaseUrl: string) {
  const environment = environmentOf(settings, secrets, databaseUrl)
  const [row] = await ask<{ empty: boolean }>(databaseUrl, 'SELECT NOT EXISTS (SELECT FROM "Person") AS empty')
  const first = row?.empty ?? false
  const demo = first && !(settings.production && settings.databaseUrl)
  if (demo && settings.demoPassword && settings.demoPassword !== secrets.demoPassword) {
    secrets.demoPassword = settings.demoPassword
    await saveSecrets(settings.dataDir, secrets)
  }
  if (demo)
    await step("Filling the empty database with the demo paper", () =>
      runBeside("demo.ts", { ...environment, DEMO_PASSWORD: secrets.demoPassword }),
    )
  const people = await ask<Who>(
    databaseUrl,
    'SELECT name, email, role FROM "Person" WHERE "passwordHash" IS NOT NULL AND "disabledAt" IS NULL ORDER BY email LIMIT 100',
  )
  const invitation = people.some(({ role }) => role === "admin")
    ? ""
    : (await runBeside("first-administrator.ts", environment, true)).trim()
  return () =>
    invitation
      ? say(`\nMake the first administrator, once, at\n  ${invitation}`)
      : introduce(people, secrets, first, settings.dataDir)
}

function introduce(people: Who[], secrets: Secrets, first: boolean, dataDir: string) {
  const demo = people.filter(({ email }) => email.endsWith("@demo.test"))
  if (!demo.length) return say(`  ${people.length === 1 ? "One person" : `${people.length} people`} can sign in.`)
  say("\nWho can sign in:")
  for (const { name, email, role } of demo) say(`  ${email.padEnd(16)} ${name}, ${role}`)
  say(
    first
      ? `with the password ${secrets.demoPassword}`
      : `with the password in ${join(dataDir, "secrets.json")} (demoPassword)`,
  )
}

/** Runs a file of server/ in a process of its own, because it loads the application's code. */
export function runBeside(file: string, environment: Record<string, string>, quiet = false) {
  return new Promise<string>((done, fail) => {
    const output = quiet ? "pipe" : "inherit"
    const child = spawn(process.execPath, ["--import", "tsx", join("server", file)], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", output, "inherit"],
    })
    let said = ""
    child.stdout?.on("data", (chunk) => {
      said += chunk
    })
    child.once("exit", (code) =>
      code === 0 ? done(said) : fail(new Stop(`server/${file} failed; the reason stands above.`)),
    )
  })
}
