/** Each saves what it holds; true once the server has it. */
const keepers = new Set<() => Promise<boolean>>()

/** While something is unsaved: it is saved before anybody leaves the newsroom. */
export const holdsUnsaved = (save: () => Promise<boolean>) => void keepers.add(save)
export const holdsNothing = (save: () => Promise<boolean>) => void keepers.delete(save)

/** So long whoever leaves waits for it, in milliseconds. */
const PATIENCE = 5_000

/** Saves what is unsaved on any screen of this page; false where the server does not have all of it in the end. */
export async function saveEverything(): Promise<boolean> {
  const saved = Promise.all([...keepers].map((save) => save().catch(() => false))).then((all) => all.every(Boolean))
  return Promise.race([saved, new Promise<boolean>((done) => setTimeout(() => done(false), PATIENCE))])
}
