import type { UnknownBlock } from "@/lib/blocks/stored"

/** What this release cannot show: said aloud, with every word that is known of it. */
export const Unknown = ({ block }: { block: UnknownBlock }) => (
  <div className="unknown">
    <p>
      <strong>This part of the story cannot be shown here in full.</strong>
    </p>
    {block.words.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names
      <p key={index}>{line}</p>
    ))}
  </div>
)
