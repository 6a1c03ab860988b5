/** Groups of stories, and how often a story of one leads to one of another (or of the same). */
export type Groups = {
  groups: readonly { slug: string; name: string; stories: number }[]
  leads: readonly { from: string; to: string; links: number }[]
}

type Node = {
  slug: string
  name: string
  stories: number
  within: number
  x: number
  y: number
  radius: number
  nameY: number
}
type Edge = { from: string; to: string; links: number; path: string; width: number }

/** A picture of groups, each with the line that its name stands on: in units of an SVG of this size. */
export type Drawing = { width: number; height: number; nodes: Node[]; edges: Edge[] }

const WIDTH = 760
const HEIGHT = 560
/** So many groups fit, the largest ones. */
export const MOST_GROUPS = 18
const LEAST_RADIUS = 8
const LARGEST_RADIUS = 34
const WIDEST = 12

/** Groups in a circle, as large as they have stories, with an arc for each way between two, as wide as it is used. The same groups are always drawn the same. */
export function draw({ groups, leads }: Groups): Drawing {
  const shown = [...groups].sort((a, b) => b.stories - a.stories || (a.slug < b.slug ? -1 : 1)).slice(0, MOST_GROUPS)
  const most = Math.max(1, ...shown.map(({ stories }) => stories))
  const linksOf = (from: string, to: string) => leads.find((one) => one.from === from && one.to === to)?.links ?? 0
  const nodes = shown.map(({ slug, name, stories }, index): Node => {
    const angle = (2 * Math.PI * index) / shown.length - Math.PI / 2
    const y = round(HEIGHT / 2 + Math.sin(angle) * (HEIGHT / 2 - 70))
    const radius = round(LEAST_RADIUS + (LARGEST_RADIUS - LEAST_RADIUS) * Math.sqrt(stories / most))
    return {
      ...{ slug, name, stories, within: linksOf(slug, slug) },
      x: round(WIDTH / 2 + Math.cos(angle) * (WIDTH / 2 - 120)),
      ...{ y, radius },
      // Ways go inwards: a name stands on the other side.
      nameY: round(y < HEIGHT / 2 ? y - radius - 8 : y + radius + 15),
    }
  })
  const between = leads.filter(({ from, to, links }) => from !== to && links > 0)
  const busiest = Math.max(1, ...between.map(({ links }) => links))
  const at = new Map(nodes.map((node) => [node.slug, node]))
  const edges = between.flatMap(({ from, to, links }): Edge[] => {
    const [one, other] = [at.get(from), at.get(to)]
    if (!one || !other) return []
    return [{ from, to, links, path: arc(one, other), width: round(1 + (WIDEST - 1) * (links / busiest)) }]
  })
  return { width: WIDTH, height: HEIGHT, nodes, edges: edges.sort((a, b) => a.links - b.links) }
}

/** From the rim of one to the rim of the other, bent to its left: the way back is another arc. */
function arc(one: Node, other: Node): string {
  const [dx, dy] = [other.x - one.x, other.y - one.y]
  const length = Math.hypot(dx, dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const middle = [(one.x + other.x) / 2 + uy * length * 0.14, (one.y + other.y) / 2 - ux * length * 0.14]
  const from = [one.x + ux * one.radius, one.y + uy * one.radius]
  const to = [other.x - ux * (other.radius + 4), other.y - uy * (other.radius + 4)]
  return `M${from.map(round).join(" ")} Q${middle.map(round).join(" ")} ${to.map(round).join(" ")}`
}

const round = (value: number) => Math.round(value * 10) / 10
