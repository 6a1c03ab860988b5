import { NOT_SHOWN, type UnknownBlock } from "@/lib/blocks/stored"

/** What this release cannot show: said aloud, with every word that is known of it. */
export const Unknown = ({ block }: { block: UnknownBlock }) => (
  <div className="unknown">
    <p>
      <strong>{NOT_SHOWN}</strong>
    </p>
    {block.words.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names
      <p key={index}>{line}</p>
    ))}
  </div>
)
