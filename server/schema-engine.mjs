#!/usr/bin/env node
// Stands where Prisma's CLI expects its native schema engine (which it would download from a host of its own): the same
// engine compiled to WebAssembly, from npm alone, behind the same flags and the same JSON-RPC lines. prisma.config.ts
// names this file in PRISMA_SCHEMA_ENGINE_BINARY. It knows PostgreSQL and the schema "public"; not TypedSQL.
import { randomUUID } from "node:crypto"
import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { parseArgs } from "node:util"
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils"
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg"
import pg from "pg"

const NAME = "schema-engine.mjs"
const { values: flags, positionals } = parseArgs({
  strict: false,
  options: {
    datasource: { type: "string" },
    datamodels: { type: "string", multiple: true, default: [] },
    version: { type: "boolean" },
  },
})
const { url, shadowDatabaseUrl } = JSON.parse(flags.datasource ?? "{}")

/** The datasource's server with the database that is named, or its own. Commands that need no database never ask. */
function address(database) {
  if (!url) refuse("DATABASE_URL is not set: this command needs to know a PostgreSQL server.")
  if (!URL.canParse(url)) refuse("DATABASE_URL is not an address like postgresql://user:password@host:5432/name.")
  const given = new URL(url)
  return database === undefined ? given : Object.assign(given, { pathname: `/${encodeURIComponent(database)}` })
}

/** The engine only repeats messages of a server's form; of anything else it says "External error". */
function refuse(message) {
  throw new DriverAdapterError({
    kind: "postgres",
    code: "08001",
    severity: "ERROR",
    message,
    originalMessage: message,
  })
}
const databaseName = () => decodeURIComponent(address().pathname.slice(1))

// @prisma/adapter-pg cuts scripts at every semicolon, does not read the types of the catalogs, and takes the main database
// for the shadow one; so the engine gets a connection of its own making.
const open = new Set()

/** One client and no pool, because advisory locks and SET belong to a session. */
async function connect(connectionString, afterwards) {
  const client = new pg.Client({ connectionString, application_name: "prisma-migrate" })
  client.on("error", () => {}) // a lost connection shows with the next query
  await client.connect().catch((error) => (error.severity ? complain(error) : refuse(error.message || error.code)))
  const script = (sql) =>
    client.query(sql).then(
      () => {},
      (error) => complain(error, sql),
    )
  const queries = {
    provider: "postgres",
    adapterName: NAME,
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    async queryRaw({ sql, args }) {
      const types = { getTypeParser: (oid) => columnOf(oid).parse }
      const { fields, rows } = await client.query({ text: sql, values: args, rowMode: "array", types }).catch(complain)
      const columnTypes = fields.map((field) => columnOf(field.dataTypeID).type)
      return { columnNames: fields.map((field) => field.name), columnTypes, rows }
    },
    executeRaw: async ({ sql, args }) => (await client.query(sql, args).catch(complain)).rowCount ?? 0,
    executeScript: script, // one simple query, which PostgreSQL runs as one transaction
  }
  const session = {
    ...queries,
    async startTransaction() {
      await script("BEGIN")
      const end = { commit: () => script("COMMIT"), rollback: () => script("ROLLBACK") }
      return { ...queries, ...end, options: { usePhantomQuery: true } }
    },
    async dispose() {
      if (!open.delete(session)) return
      await client.end()
      await afterwards?.()
    },
  }
  open.add(session)
  return session
}

/** Tells the engine what the server said, with the line of the script; whatever else went wrong is passed on as it is. */
function complain(error, sql = "") {
  const { code, severity, detail, column, hint, position } = error
  if (!severity) throw error
  const line = position && sql ? ` (line ${sql.slice(0, position).split("\n").length})` : ""
  const message = error.message + line
  const original = { originalCode: code, originalMessage: message }
  throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint, ...original })
}

const { builtins } = pg.types
const parseList = pg.types.getTypeParser(1009)
const as = (name, parse = String) => ({ type: ColumnTypeEnum[name], parse })
const listOf = (name, parse = String) =>
  as(`${name}Array`, (text) => parseList(text).map((item) => item && parse(item)))
const columns = {
  [builtins.BOOL]: as("Boolean", (text) => text === "t"),
  [builtins.INT2]: as("Int32", Number),
  [builtins.INT4]: as("Int32", Number),
  [builtins.INT8]: as("Int64"),
  [builtins.OID]: as("Int64"),
  [builtins.CHAR]: as("Character"),
  [builtins.TIMESTAMPTZ]: as("DateTime", (text) => new Date(text).toISOString()),
  1002: listOf("Character"), // "char"[]
  1003: listOf("Text"), // name[]
  1005: listOf("Int32", Number), // int2[]
  1007: listOf("Int32", Number), // int4[]
  1009: listOf("Text"), // text[]
  1028: listOf("Int64"), // oid[]
}
const columnOf = (oid) => columns[oid] ?? as("Text")

async function administer(sql) {
  const client = new pg.Client({ connectionString: address("postgres").href })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function createDatabase() {
  await administer(`CREATE DATABASE ${pg.escapeIdentifier(databaseName())}`)
  return { databaseName: databaseName() }
}

/** Where migrations are replayed from nothing, to learn what schema they add up to. */
async function connectToShadowDb() {
  if (shadowDatabaseUrl) {
    const shadow = await connect(shadowDatabaseUrl)
    await shadow.executeScript("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    return shadow
  }
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  await administer(`CREATE DATABASE "${name}" TEMPLATE template0`)
  return connect(address(name).href, () => administer(`DROP DATABASE "${name}" WITH (FORCE)`))
}

let panic = ""
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (message) => {
    panic = message
  },
}

async function loadEngine() {
  const bytes = await readFile(new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm")))
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": wasm })
  wasm.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}

async function startEngine() {
  await loadEngine()
  const factory = {
    provider: "postgres",
    adapterName: NAME,
    connect: async () => connect(address().href),
    connectToShadowDb,
  }
  const datamodels = await Promise.all(flags.datamodels.map(async (path) => [path, await readFile(path, "utf8")]))
  const options = { datamodels: datamodels.length ? datamodels : undefined }
  return wasm.SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)

async function answer(engine, method, params) {
  if (method === "createDatabase") return createDatabase()
  if (method === "getDatabaseVersion") return engine.version(params)
  if (method === "introspectSql")
    throw new Error("TypedSQL needs Prisma's native engine: PRISMA_SCHEMA_ENGINE_BINARY= (empty).")
  if (method === "diff") {
    const { stdout, ...result } = await engine.diff(params)
    if (stdout) send({ id: 0, method: "print", params: { content: stdout } })
    return result
  }
  if (method === "evaluateDataLoss" || method === "createMigration") {
    // In WebAssembly these cannot open a shadow database; they live on what the diagnosis leaves behind.
    const { migrationsList, filters } = params
    await engine.devDiagnostic({ migrationsList, filters })
  }
  return engine[method](params)
}

async function serve() {
  const engine = startEngine()
  engine.catch(() => {}) // told with the first call
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line)
    if (!method) continue // the CLI's thanks for a print
    try {
      send({ id, result: (await answer(await engine, method, params)) ?? null })
    } catch (error) {
      const is_panic = error.name === "RuntimeError"
      const meta = error.meta ?? null
      const data = { is_panic, message: is_panic ? panic : error.message, error_code: error.code, meta }
      send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } })
    }
  }
  for (const session of open) await session.dispose()
}

const commands = {
  "create-database": createDatabase,
  "can-connect-to-database": async () => (await connect(address().href)).dispose(),
}

/** The CLI reads a failure from the last line of the error output, and skips one line before it. */
async function run(name) {
  try {
    await commands[name]()
  } catch (error) {
    const [error_code, message] = describe(error)
    const record = { level: "ERROR", target: "schema_engine::logger", fields: { error_code, message, is_panic: false } }
    process.stderr.write(`${name} failed\n${JSON.stringify(record)}\n`)
    process.exitCode = 1
  }
}

function describe(error) {
  if (!url || !URL.canParse(url)) return ["P1012", error.message]
  const { originalCode: code = error.code, originalMessage: said = error.message } = error.cause ?? {}
  const host = `the database server at \`${address().host}\``
  if (code === "3D000") return ["P1003", `Database \`${databaseName()}\` does not exist on ${host}.`]
  if (code?.startsWith("28")) return ["P1000", `Authentication failed against ${host}: ${said}`]
  return ["P1001", `Can't reach ${host}: ${said || code}`]
}

if (flags.version) {
  await loadEngine()
  console.log(`schema-engine-cli ${wasm.version()} (WebAssembly)`)
} else if (positionals[0] === "cli") await run(positionals[1])
else await serve()
