import { Button } from "@/components/ui/button"
import { Drop } from "@/components/ui/drop"
import { Checkbox } from "@/components/ui/field"
import { COLUMNS, type Column } from "@/lib/story/newslist-line"
import styles from "./newslist-bar.module.css"

/** Which columns somebody wants to see. A form like any other: it works without scripts. */
export function NewslistColumns({ columns, choose }: NewslistColumnsProps) {
  return (
    <Drop look="plain" summary="Columns">
      <form action={choose} className={styles.columns}>
        {Object.entries(COLUMNS).map(([column, name]) => (
          <Checkbox key={column} label={name} name={column} defaultChecked={columns.includes(column as Column)} />
        ))}
        <Button type="submit" small look="strong">
          Show these
        </Button>
      </form>
    </Drop>
  )
}

type NewslistColumnsProps = { columns: readonly Column[]; choose: (form: FormData) => Promise<void> }
