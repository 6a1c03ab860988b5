/** Something that the screen which is open can do, as the palette lists it. */
export type Offer = { key: string; name: string; detail: string; choose: () => void }

let offers: readonly Offer[] = []

/** A screen says what can be done on it now. @returns what takes that back */
export function offerActs(offered: readonly Offer[]): () => void {
  offers = offered
  return () => {
    if (offers === offered) offers = []
  }
}

/** What the screen offers at this moment. */
export const offeredActs = () => offers
