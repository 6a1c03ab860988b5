import { z } from "zod"

/** A block's name within its story, the same for as long as the block lives. */
export const blockId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "A block's id is 1 to 64 letters, digits, - or _.")
