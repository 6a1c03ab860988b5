import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"
import type { ItemFound } from "@/lib/related/bulk"
import { targetOf } from "@/lib/related/lists"
import { ChosenItems } from "./chosen-items"
import type { ManyForm, Names } from "./doors"
import { FindItem } from "./find-item"
import many from "./many.module.css"

/** One item by another wherever it stands, or out everywhere. */
export function ReplaceForm({ names, begin, find, onLook, onNewLink }: ReplaceProps) {
  const [out, setOut] = useState(begin.out)
  const [into, setInto] = useState(begin.into)
  return (
    <form
      aria-labelledby="replace"
      className={many.act}
      onSubmit={(event) => {
        event.preventDefault()
        if (!out) return
        const title = into ? `Replace “${out.headline}”` : `Take out “${out.headline}”`
        const section = String(new FormData(event.currentTarget).get("section") ?? "")
        onLook(title, { do: "replace", out: targetOf(out), into: into && targetOf(into), section })
      }}
    >
      <h2 id="replace">Replace or take out everywhere</h2>
      <p className={many.soft}>
        Wherever it stands in related news, in drafts and before readers. Cards within texts stay as they are.
      </p>
      <ChosenItems label="To be replaced" items={out ? [out] : []} onDrop={() => setOut(null)} />
      {!out && <FindItem label="Find what to replace" find={find} onChoose={setOut} />}
      <ChosenItems label="Comes in its place" items={into ? [into] : []} onDrop={() => setInto(null)} />
      {!into && (
        <>
          <FindItem label="Find what comes in its place" find={find} taken={out ? [out] : []} onChoose={setInto} />
          <div>
            <Button onClick={() => onNewLink(setInto)}>Add link for its place</Button>
          </div>
        </>
      )}
      <Select label="In stories of" name="section" defaultValue="">
        <option value="">Every section</option>
        {names.sections.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <div>
        <Button type="submit" disabled={!out}>
          {into ? "Show what will be replaced" : "Show where it will be taken out"}
        </Button>
      </div>
    </form>
  )
}

/** What is chosen at first. */
export type Begin = { out: ItemFound | null; into: ItemFound | null }
type ReplaceProps = ManyForm & { names: Names; begin: Begin }
