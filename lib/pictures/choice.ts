import { z } from "zod"
import { pictureSize } from "./pictures"

/** A picture of the library as it is offered to a story: how it may be used, and why not where this story may not. */
export const choice = pictureSize.extend({
  name: z.string(),
  ...{ caption: z.string(), credit: z.string(), alt: z.string(), decorative: z.boolean() },
  /** what its rights say, a sentence each */
  terms: z.array(z.string()),
  bar: z.string().nullable(),
})
export type PictureChoice = z.infer<typeof choice>

/** A page of them. `total` goes to one more than is counted (`most`), `next` is the cursor of the page after this one. */
export const choices = z.object({
  pictures: z.array(choice),
  ...{ total: z.number(), most: z.number(), next: z.string().nullable() },
})
export type Choices = z.infer<typeof choices>

type Words = { caption: string; credit: string; alt: string; decorative: boolean }

/**
 * The words of a picture that a story takes from the library. What the story says in its caption is its own; credit and description are the picture's.
 * What stands there as decorative (a poster beside its title) stays so.
 */
export const wordsIn = (picture: Words, story: Words): Words => ({
  caption: story.caption || picture.caption,
  credit: picture.credit || story.credit,
  alt: story.decorative || picture.decorative ? "" : picture.alt || story.alt,
  decorative: story.decorative || picture.decorative,
})
