import { compareTexts } from "./merge"
import type { StoryText } from "./story"

/** Changes that were set aside: who did it, and when. */
export type Aside = { by: string; at: Date }

/** What was set aside, the draft as it is now, and what both were changes of. */
export type Conflict = { mine: StoryText; theirs: StoryText; base: StoryText }

/** Did both sides change the same, each in its own way? Then somebody has to choose. */
export const mustChoose = ({ mine, theirs, base }: Conflict) =>
  compareTexts(mine, theirs, base).some(({ same, suggestion }) => !same && suggestion === null)
