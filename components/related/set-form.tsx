import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Select, TextField } from "@/components/ui/field"
import type { BulkAsk, ItemFound } from "@/lib/related/bulk"
import { targetOf } from "@/lib/related/lists"
import { ChosenItems } from "./chosen-items"
import type { ManyForm, Names } from "./doors"
import { FindItem } from "./find-item"
import many from "./many.module.css"

type Asked = Extract<BulkAsk, { do: "set" }>

/** A set of items, and the stories that get it. */
export function SetForm({ names, find, onLook, onNewLink }: ManyForm & { names: Names }) {
  const [items, setItems] = useState<readonly ItemFound[]>([])
  const [held, setHeld] = useState<ItemFound | null>(null)
  const take = (item: ItemFound) => setItems((all) => [...all, item])
  const send = (form: FormData) => {
    const said = (name: string) => String(form.get(name) ?? "").trim()
    const reason = said("reason")
    const ask: Asked = {
      do: "set",
      items: items.map((item) => ({ ...targetOf(item), ...(reason && { reason }) })),
      package: said("members"),
      place: said("place") === "first" ? "first" : "last",
      into: {
        ...{ words: said("words"), section: said("section"), topic: said("topic"), package: said("package") },
        holding: held && targetOf(held),
      },
    }
    onLook("Put into many stories", ask)
  }
  return (
    <form
      aria-labelledby="set"
      className={many.act}
      onSubmit={(event) => {
        event.preventDefault()
        send(new FormData(event.currentTarget))
      }}
    >
      <h2 id="set">Put into many stories</h2>
      <fieldset>
        <legend>What to put in</legend>
        <ChosenItems
          label="To be put in"
          items={items}
          onDrop={(item) => setItems(items.filter((one) => one !== item))}
        />
        <FindItem label="Find what to put in" find={find} taken={items} onChoose={take} />
        <div>
          <Button onClick={() => onNewLink(take)}>Add link</Button>
        </div>
        <div className={many.pair}>
          <Choose label="All public stories of a package" name="members" none="No package" all={names.packages} />
          <TextField label="Reason, if they share one" name="reason" maxLength={80} autoComplete="off" />
        </div>
        <Select label="Where in the list" name="place" defaultValue="last">
          <option value="last">Behind what is there</option>
          <option value="first">Before what is there, behind what is pinned</option>
        </Select>
      </fieldset>
      <fieldset>
        <legend>Into which stories</legend>
        <p className={many.soft}>All of what you choose has to fit. Readers see the first five of a list.</p>
        <TextField label="With these words" name="words" type="search" maxLength={300} autoComplete="off" />
        <div className={many.pair}>
          <Choose label="In the section" name="section" none="Any section" all={names.sections} />
          <Choose label="On the topic" name="topic" none="Any topic" all={names.topics} />
          <Choose label="In the package" name="package" none="Any package, or none" all={names.packages} />
        </div>
        <ChosenItems label="They hold" items={held ? [held] : []} onDrop={() => setHeld(null)} />
        {!held && <FindItem label="Find what they hold already" find={find} onChoose={setHeld} />}
      </fieldset>
      <div>
        <Button type="submit">Show what will be put in</Button>
      </div>
    </form>
  )
}

function Choose({ label, name, none, all }: ChooseProps) {
  return (
    <Select label={label} name={name} defaultValue="">
      <option value="">{none}</option>
      {all.map((one) => (
        <option key={one.slug} value={one.slug}>
          {one.name}
        </option>
      ))}
    </Select>
  )
}

type ChooseProps = { label: string; name: string; none: string; all: readonly { slug: string; name: string }[] }
