import { Empty } from "@/components/ui/empty"
import { TextField } from "@/components/ui/field"
import { FilterForm } from "@/components/ui/filter-form"
import { Link } from "@/components/ui/link"
import { Pages } from "@/components/ui/pages"
import table from "@/components/ui/table.module.css"
import { momentOf } from "@/lib/dates"
import { type ChangeLine, labelOf } from "@/lib/related/bulk"
import type { KeepDoor, PlanDoor } from "./doors"
import many from "./many.module.css"
import { UndoButton } from "./undo-button"

const HERE = "/newsroom/related/changes"

/** Who changed what in related news, newest first; each change, and each act on many stories as one, can be undone. */
export function ChangeList({ lines, q, only, next, plan, keep }: ChangeListProps) {
  const narrowed = q !== "" || only !== null
  return (
    <>
      <FilterForm
        action={HERE}
        chosen={`${q} ${only?.kind ?? ""}`}
        total={only ? (only.kind === "batch" ? "The stories of one act" : "The changes of one story") : ""}
        narrowed={narrowed}
      >
        <TextField label="Stories with these words" name="q" type="search" maxLength={300} defaultValue={q} />
      </FilterForm>
      {lines.length === 0 ? (
        <Empty title={narrowed ? "No change fits" : "Nothing was changed yet"}>
          <p>Whatever somebody puts in, takes out or moves in a story’s related news is noted here.</p>
        </Empty>
      ) : (
        <table className={table.table}>
          <caption className="unseen">Changes of related news, newest first</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col">Who and when</th>
              <th scope="col">
                <span className="unseen">Undo</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.id} {...{ line, plan, keep }} />
            ))}
          </tbody>
        </table>
      )}
      <Pages next={next} />
    </>
  )
}

function Row({ line, plan, keep }: { line: ChangeLine; plan: PlanDoor; keep: KeepDoor }) {
  const { id, batch, what, said, story, stories, undoneBy } = line
  const ask = batch ? ({ do: "undo", batch: id } as const) : ({ do: "undo one", change: id } as const)
  return (
    <tr>
      <th scope="row" id={`change-${id}`} className={many.words}>
        {labelOf(what)}
        {said && <span className={many.soft}> {said}</span>}
      </th>
      <td data-label="Where" className={many.words}>
        {story ? (
          <span className={many.where}>
            <Link href={`/newsroom/stories/${story.id}`}>{story.headline || "A story without a headline"}</Link>
            <Link href={`${HERE}?story=${story.id}`} className={many.soft}>
              All its changes
            </Link>
          </span>
        ) : (
          <span className={many.where}>
            <Link href={`${HERE}?batch=${id}`}>{stories === 1 ? "1 story" : `${stories} stories`}</Link>
          </span>
        )}
      </td>
      <td data-label="Who and when">
        <bdi>{line.by}</bdi>, {momentOf(line.at)}
        {undoneBy && (
          <span className={many.soft}>
            {" "}
            Undone by <bdi>{undoneBy}</bdi>
          </span>
        )}
      </td>
      <td>
        <UndoButton ask={ask} title={labelOf(what)} about={`change-${id}`} plan={plan} keep={keep} />
      </td>
    </tr>
  )
}

type ChangeListProps = {
  lines: readonly ChangeLine[]
  q: string
  only: { kind: "story" | "batch" } | null
  /** the address of what is older; null at the end */
  next: string | null
  plan: PlanDoor
  keep: KeepDoor
}
