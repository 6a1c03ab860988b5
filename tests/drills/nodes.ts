import { deskAt } from "./desk"
import { ownServer } from "./own-server"
import { childrenOf, killHard, newPlace, type Place, type Start, secretsOf, serving, start, stop } from "./start"

export type Nodes = Awaited<ReturnType<typeof openNodes>>

/**
 * Nodes of one paper, each with a folder of its own, on a database that belongs to none of them; the first one fills it with the demo
 * paper. `given`: what else the node of this number finds in its environment. Only the first is started.
 */
export async function openNodes(count: number, given: (index: number) => Record<string, string> = () => ({})) {
  const server = await ownServer()
  const places: Place[] = []
  for (let index = 0; index < count; index++) places.push(await newPlace())
  const nodes: Start[] = []
  // Without production, an empty database is given the demo paper.
  const shared: Record<string, string> = { DATABASE_URL: server.url, NODE_ENV: "development" }

  const place = (index: number) => placeIn(places, index)
  const node = (index: number) => placeIn(nodes, index)
  async function open(index: number, more: Record<string, string> = {}) {
    nodes[index] = await serving(start(place(index), { ...shared, ...given(index), ...more }))
  }
  await open(0)
  shared.AUTH_SECRET = secretsOf(place(0)).authSecret
  return {
    ...{ server, place, node, open },
    desk: (index: number) => deskAt(node(index).origin, place(index), shared),
    /** Everything of a node at once, as when its machine loses power. */
    async cut(index: number) {
      const children = Object.values(await childrenOf(place(index)))
      node(index).child.kill("SIGKILL")
      for (const one of children) killHard(one)
      await node(index).ended
    },
    async close() {
      await Promise.all(nodes.map((one) => stop(one, "SIGTERM")))
      await server.down()
      for (const one of [...places, server]) one.remove()
    },
  }
}

function placeIn<T>(all: readonly T[], index: number): T {
  const one = all[index]
  if (!one) throw new Error(`There is no node ${index}.`)
  return one
}
