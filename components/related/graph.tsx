import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import table from "@/components/ui/table.module.css"
import { draw, type Groups, MOST_GROUPS } from "@/lib/related/graph"
import styles from "./graph.module.css"

type Given = Groups & { kind: "section" | "package" }

/** Which parts of the paper lead to which: a picture, and the same in words. */
export function Graph({ kind, ...given }: Given) {
  const { width, height, nodes, edges } = draw(given)
  if (nodes.length === 0)
    return (
      <Empty title={kind === "section" ? "Nothing is public yet" : "No package has a public story yet"}>
        <p>As soon as stories lead to each other, this page shows from where to where.</p>
      </Empty>
    )
  const nameOf = (slug: string) => given.groups.find((group) => group.slug === slug)?.name ?? slug
  const left = given.groups.length - nodes.length
  return (
    <>
      <figure className={styles.figure}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
        <section className={styles.picture} tabIndex={0} aria-label="The picture">
          <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-describedby="graph-said">
            <title>{`What leads where, by ${kind}`}</title>
            <defs>
              <marker
                id="arrow"
                viewBox="0 0 6 6"
                refX="4"
                refY="3"
                markerWidth="9"
                markerHeight="9"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0 L6 3 L0 6 Z" className={styles.head} />
              </marker>
            </defs>
            {edges.map(({ from, to, path, width, links }) => (
              <path key={`${from} ${to}`} d={path} strokeWidth={width} className={styles.edge} markerEnd="url(#arrow)">
                <title>{`${nameOf(from)} leads to ${nameOf(to)}: ${links}`}</title>
              </path>
            ))}
            {nodes.map(({ slug, name, stories, x, y, radius, nameY }) => (
              <g key={slug}>
                <circle cx={x} cy={y} r={radius} className={styles.node} />
                <text x={x} y={nameY} textAnchor="middle" className={styles.name}>
                  {name}
                </text>
                <text x={x} y={y + 4} textAnchor="middle" className={styles.count}>
                  {stories}
                </text>
              </g>
            ))}
          </svg>
        </section>
        <figcaption id="graph-said">
          {`How often stories of one ${kind} lead to those of another. `}
          {left > 0 && `The ${MOST_GROUPS} largest are drawn, ${left} are left out. `}
          The table says the same.
        </figcaption>
      </figure>
      <table className={table.table}>
        <caption className="unseen">{`From which ${kind} stories lead to which`}</caption>
        <thead>
          <tr>
            <th scope="col">{kind === "section" ? "Section" : "Package"}</th>
            <th scope="col">Stories</th>
            <th scope="col">Lead to each other</th>
            <th scope="col">Lead to</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ slug, name, stories, within }) => (
            <tr key={slug}>
              <th scope="row">
                <Link href={kind === "section" ? `/newsroom?section=${slug}` : `/newsroom/related/packages/${slug}`}>
                  {name}
                </Link>
              </th>
              <td data-label="Stories">{stories}</td>
              <td data-label="Lead to each other">{within}</td>
              <td data-label="Lead to">
                {edges
                  .filter(({ from }) => from === slug)
                  .sort((a, b) => b.links - a.links)
                  .map(({ to, links }) => `${nameOf(to)} ${links}`)
                  .join(", ") || "No other"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
