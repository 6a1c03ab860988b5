// Preloaded into every process of a node (NODE_OPTIONS=--import): Next starts nothing that works by itself, as on a host that lets a
// process sleep between requests (instrumentation.ts starts nothing in a build).

process.env.NEXT_PHASE = "phase-production-build"
