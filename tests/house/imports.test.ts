import { expect, test } from "@playwright/test"
import rules from "@/.dependency-cruiser.cjs"
import { plant } from "./plant"

type Planted = { rule: string; says: string; at: string; imports: string; written?: string }

// Each line plants one import that a rule forbids; the same import made in every other way of writing it is caught too.
const PLANTED: Planted[] = [
  {
    rule: "lib-never-looks-up",
    says: "lib imports a component",
    at: "lib/story/a.ts",
    imports: "components/story/b.tsx",
  },
  { rule: "lib-never-looks-up", says: "lib imports a door", at: "lib/story/a.server.ts", imports: "app/api/b.ts" },
  {
    rule: "components-never-look-up",
    says: "a component imports a door",
    at: "components/ui/a.tsx",
    imports: "app/(newsroom)/newsroom/b.tsx",
  },
  {
    rule: "components-only-show",
    says: "a component fetches for itself",
    at: "components/story/a.tsx",
    imports: "lib/story/b.server.ts",
  },
  {
    rule: "pure-lib-stays-pure",
    says: "a pure file of lib touches the world",
    at: "lib/story/a.ts",
    imports: "lib/story/b.server.ts",
  },
  {
    rule: "pure-lib-stays-pure",
    says: "a pure file of lib knows Prisma's types",
    at: "lib/story/a.ts",
    imports: "prisma/generated-for-test/client.ts",
  },
  {
    rule: "paper-and-newsroom-are-strangers",
    says: "the paper imports from the newsroom",
    at: "app/(site)/page.tsx",
    imports: "app/(newsroom)/newsroom/b.tsx",
  },
  {
    rule: "paper-and-newsroom-are-strangers",
    says: "the newsroom imports from the paper",
    at: "app/(newsroom)/newsroom/page.tsx",
    imports: "app/(site)/b.tsx",
  },
  {
    rule: "paper-has-its-own-components",
    says: "a reader's page imports an editor",
    at: "components/site/a.tsx",
    imports: "components/editors/b.tsx",
  },
  {
    rule: "only-server-files-touch-the-database",
    says: "a page asks the database",
    at: "app/(site)/page.tsx",
    imports: "lib/db.server.ts",
  },
  {
    rule: "one-file-for-the-prisma-client",
    says: "a second file makes a Prisma client",
    at: "lib/story/a.server.ts",
    imports: "prisma/generated-for-test/client.ts",
  },
  {
    rule: "nobody-imports-server",
    says: "lib imports a process",
    at: "lib/story/a.server.ts",
    imports: "server/front.ts",
  },
  { rule: "nobody-imports-server", says: "the proxy imports a process", at: "proxy.ts", imports: "server/front.ts" },
  { rule: "server-imports-only-lib", says: "a process imports a page", at: "server/a.ts", imports: "app/(site)/b.tsx" },
  { rule: "nobody-imports-tests", says: "lib imports from the tests", at: "lib/a.ts", imports: "tests/newsroom.ts" },
]

const PACKAGES: Planted[] = [
  ...["next/navigation", "react", "pg", "server-only", "@prisma/client", "sharp"].map((name) => ({
    rule: "pure-lib-stays-pure",
    says: `a pure file of lib imports ${name}`,
    at: "lib/story/a.ts",
    imports: name,
  })),
  ...["node:fs", "crypto", "node:timers/promises"].map((name) => ({
    rule: "pure-lib-knows-no-node",
    says: `a pure file of lib imports ${name}`,
    at: "lib/story/a.ts",
    imports: name,
  })),
  {
    rule: "one-file-for-the-prisma-client",
    says: "a second Prisma client",
    at: "lib/a.server.ts",
    imports: "@prisma/client",
  },
  {
    rule: "one-file-for-next-auth",
    says: "a page knows next-auth",
    at: "app/api/a/route.ts",
    imports: "next-auth/jwt",
  },
  { rule: "one-file-for-hashing", says: "a second file hashes", at: "lib/a.server.ts", imports: "@node-rs/argon2" },
  { rule: "one-file-for-the-log", says: "a second log", at: "lib/a.server.ts", imports: "pino" },
  { rule: "one-file-for-pictures", says: "pictures are made elsewhere", at: "app/api/a/route.ts", imports: "sharp" },
  { rule: "one-file-for-links", says: "a link that fetches ahead", at: "app/page.tsx", imports: "next/link" },
  {
    rule: "no-framework-cache-for-readers",
    says: "a reader's page caches",
    at: "app/(site)/page.tsx",
    imports: "next/cache",
  },
]

const WAYS = {
  statement: (name: string) => `import { b } from "${name}"\nexport const a = b`,
  "imported type": (name: string) => `import type { B } from "${name}"\nexport type A = B`,
  "type in passing": (name: string) => `export type A = import("${name}").B`,
  "re-export": (name: string) => `export { b } from "${name}"\nexport const a = 1`,
  "call when needed": (name: string) => `export const a = () => import("${name}")`,
}

for (const [way, write] of Object.entries(WAYS))
  test(`every forbidden import bites when it is written as ${way}`, {
    tag: way === "statement" ? [] : "@sweep",
  }, async () => {
    for (const { rule, says, at, imports } of [...PLANTED, ...PACKAGES]) {
      const ofPackage = !/\.tsx?$/.test(imports)
      const name = ofPackage ? imports : `@/${imports.replace(/\.tsx?$/, "")}`
      const planted = { [at]: write(name), ...(!ofPackage && { [imports]: "export const b = 1\nexport type B = 1" }) }
      const bitten = (await plant(planted)).filter((finding) => finding.path === at).map((finding) => finding.rule)
      expect(bitten, `${says}: ${at} imports ${imports}`).toContain(rule)
    }
  })

test("a relative path and JSX hide no import", async () => {
  const page = 'import { Bar } from "../../(newsroom)/newsroom/bar"\nexport default () => <p>{<Bar />}</p>'
  const findings = await plant({
    "app/(site)/[section]/page.tsx": page,
    "app/(newsroom)/newsroom/bar.tsx": "export const Bar = () => <b>{1}</b>",
  })
  expect(findings).toEqual([expect.objectContaining({ rule: "paper-and-newsroom-are-strangers" })])
})

test("two files that need each other are a circle, by their types alone too", async () => {
  const findings = await plant({
    "lib/story/a.ts": 'import type { B } from "./b"\nexport type A = B',
    "lib/story/b.ts": 'import { a } from "./c"\nexport type B = typeof a',
    "lib/story/c.ts": 'import type { A } from "./a"\nexport const a: A = 1',
  })
  expect(findings.map(({ rule }) => rule)).toContain("no-circles")
})

test("what the house allows is left alone", async () => {
  const findings = await plant({
    "app/(site)/page.tsx":
      'import { Story } from "@/components/site/story"\nimport { findLive } from "@/lib/story/live.server"',
    "components/site/story.tsx":
      'import { addressOf } from "@/lib/story/story"\nexport const Story = () => <h1>{addressOf}</h1>',
    "lib/story/live.server.ts":
      'import "server-only"\nimport { db } from "../db.server"\nexport const findLive = () => db',
    "lib/story/story.ts": 'import { z } from "zod"\nexport const addressOf = z.string()',
    "lib/db.server.ts":
      'import { PrismaClient } from "../prisma/generated-for-test/client"\nexport const db = new PrismaClient()',
    "prisma/generated-for-test/client.ts": "export class PrismaClient {}",
    "tests/unit/story.test.ts": 'import { addressOf } from "@/lib/story/story"\naddressOf.parse(1)',
  })
  expect(findings).toEqual([])
})

test("no rule is without a planted violation", () => {
  const planted = new Set([...PLANTED, ...PACKAGES].map(({ rule }) => rule))
  const unplanted = rules.forbidden.map(({ name }) => name).filter((name) => !planted.has(name))
  expect(unplanted).toEqual(["no-circles"])
})
