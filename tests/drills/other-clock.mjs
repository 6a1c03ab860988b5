// Preloaded into every process of a node (NODE_OPTIONS=--import): its clock is CLOCK_OFF milliseconds off, as when nobody set it.

const off = Number(process.env.CLOCK_OFF)
const Right = Date
const now = () => Right.now() + off

globalThis.Date = new Proxy(Right, {
  construct: (_, given, as) => Reflect.construct(Right, given.length ? given : [now()], as),
  apply: () => new Right(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
})
