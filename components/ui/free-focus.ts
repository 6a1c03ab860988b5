/** Is the focus nowhere in particular: on the page, or on the work as a whole, where a way through the newsroom ends? */
export const isFocusFree = () => document.activeElement === document.body || document.activeElement?.id === "work"

/** In frames: so long a dialog may take to go. */
const PATIENCE = 300

/** Does this if the focus is free, or becomes so when the dialog goes that is open now. @returns ends the wait */
export function onceFocusIsFree(act: () => void): () => void {
  let frame = 0
  const look = (left: number) => {
    if (isFocusFree()) act()
    else if (left > 0 && document.querySelector("dialog[open]")) frame = requestAnimationFrame(() => look(left - 1))
  }
  look(PATIENCE)
  return () => cancelAnimationFrame(frame)
}
