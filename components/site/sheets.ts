// What every page of the paper wears. What only some pages need is imported by the components that need it, so that no reader
// is sent rules for another page.
import "./styles/paper.css"
import "./styles/frame.css"
