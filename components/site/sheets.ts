// The paper's look, in the order in which it cascades; the preview of a draft wears the same.
import "./styles/paper.css"
import "./styles/frame.css"
import "./styles/cards.css"
import "./styles/front.css"
import "./styles/lists.css"
import "./styles/story.css"
import "./styles/prose.css"
import "./styles/print.css"
