import { paper } from "@/lib/paper"

/** An address of a draft that is over, was ended, or never was. */
export default function NothingShown() {
  return (
    <main id="content" className="preview-nothing">
      <p className="nameplate">
        <a href="/">{paper.name}</a>
      </p>
      <h1>This address opens nothing any more</h1>
      <p>It is over, or whoever gave it to you has ended it. Ask them for a new one.</p>
    </main>
  )
}
