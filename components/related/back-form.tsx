import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/field"
import type { ItemFound } from "@/lib/related/bulk"
import { ChosenItems } from "./chosen-items"
import type { ManyForm } from "./doors"
import { FindItem } from "./find-item"
import many from "./many.module.css"

/** A story and those that it leads to: the way back as well. */
export function BackForm({ find, onLook }: ManyForm) {
  const [story, setStory] = useState<ItemFound | null>(null)
  const [theirs, setTheirs] = useState(true)
  const [own, setOwn] = useState(false)
  return (
    <form
      aria-labelledby="back"
      className={many.act}
      onSubmit={(event) => {
        event.preventDefault()
        if (story && "story" in story)
          onLook(`And back: “${story.headline}”`, { do: "back", story: story.story, theirs, own })
      }}
    >
      <h2 id="back">And back</h2>
      <ChosenItems label="The story" items={story ? [story] : []} onDrop={() => setStory(null)} />
      {!story && <FindItem label="Find the story" find={find} only="stories" onChoose={setStory} />}
      <div>
        <Checkbox
          label="Put it into the lists of the stories that it leads to"
          checked={theirs}
          onChange={({ target }) => setTheirs(target.checked)}
        />
        <Checkbox
          label="Put the stories that lead to it into its own list"
          checked={own}
          onChange={({ target }) => setOwn(target.checked)}
        />
      </div>
      <div>
        <Button type="submit" disabled={!story || (!theirs && !own)}>
          Show what will lead back
        </Button>
      </div>
    </form>
  )
}
