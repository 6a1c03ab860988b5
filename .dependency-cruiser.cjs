// Who may import whom (docs/map.md tells why). `npm run check` reads this through server/house/imports.ts, which hands
// dependency-cruiser the imports of every file, types included; packages appear under the name they are imported by.
const APPLICATION = "^(app|components|lib)/|^(proxy|instrumentation)\\.ts$"
const PURE_LIB = "^lib/(?!.*\\.(server|d)\\.ts$).*\\.tsx?$"
const SERVER_FILE = "\\.server\\.tsx?$"
const READERS = "^app/\\(site\\)/|^components/(site|blocks)/"
const WORLD =
  "^(next|next-auth|react|react-dom|@prisma|prisma|pg|pino|sharp|@node-rs|rate-limiter-flexible|server-only)(/|$)"

const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to })

/** A package of the outside world, and the only files that may import it. */
const wall = (name, packages, owners) =>
  never(
    `one-file-for-${name}`,
    `Only ${owners} imports this.`,
    { path: APPLICATION, pathNot: owners },
    { path: packages },
  )

module.exports = {
  forbidden: [
    never(
      "lib-never-looks-up",
      "What is true does not know how it looks.",
      { path: "^lib/" },
      { path: "^(app|components)/" },
    ),
    never("components-never-look-up", "Doors use components.", { path: "^components/" }, { path: "^app/" }),
    never("components-only-show", "Pages fetch, components show.", { path: "^components/" }, { path: SERVER_FILE }),
    never(
      "pure-lib-stays-pure",
      "x.ts is pure; x.server.ts touches the world.",
      { path: PURE_LIB },
      { path: [SERVER_FILE, WORLD, "^prisma/"] },
    ),
    never("pure-lib-knows-no-node", "x.ts is pure.", { path: PURE_LIB }, { dependencyTypes: ["core"] }),
    never(
      "paper-and-newsroom-are-strangers",
      "Readers' pages know nothing of who writes them, and the other way round.",
      { path: "^app/\\((site|newsroom)\\)/" },
      { path: "^app/\\((site|newsroom)\\)/", pathNot: "^app/\\($1\\)/" },
    ),
    never(
      "paper-has-its-own-components",
      "The newsroom may show the paper's components (a preview), never the other way round.",
      { path: READERS },
      { path: "^components/", pathNot: "^components/(site|blocks)/" },
    ),
    never(
      "only-server-files-touch-the-database",
      "Fetching has a name in lib; doors call it.",
      { path: APPLICATION, pathNot: SERVER_FILE },
      { path: "^prisma/|^@prisma/|^lib/db\\.server\\.ts$" },
    ),
    wall("the-prisma-client", "^prisma/|^@prisma/", "^lib/db\\.server\\.ts$"),
    wall("next-auth", "^next-auth(/|$)", "^lib/people/next-auth\\.(server|d)\\.ts$|^app/api/auth/"),
    wall("hashing", "^@node-rs/argon2$", "^lib/people/password\\.server\\.ts$"),
    wall("the-log", "^pino$", "^lib/log\\.server\\.ts$"),
    wall("pictures", "^sharp$", "^lib/pictures/"),
    wall("links", "^next/link$", "^components/ui/link\\.tsx$"),
    never(
      "no-framework-cache-for-readers",
      "The page cache is ours.",
      { path: `${READERS}|^lib/` },
      { path: "^next/cache$" },
    ),
    never(
      "nobody-imports-server",
      "server/ is the processes around the application.",
      { path: APPLICATION },
      { path: "^server/" },
    ),
    never(
      "server-imports-only-lib",
      "A process needs no page.",
      // The command that runs the measurements is the one that knows them.
      { path: "^server/", pathNot: "^server/bench\\.ts$" },
      { path: "^(app|components|tests|bench)/" },
    ),
    never(
      "nobody-imports-tests",
      "Tests look on from outside.",
      { pathNot: "^(tests|bench)/|^playwright\\.config\\.ts$" },
      { path: "^tests/" },
    ),
    never("no-circles", "Two files that need each other are one, or need a third.", {}, { circular: true }),
  ],
}
