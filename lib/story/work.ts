/** The kinds of work that a kicker can name, in the languages that the paper is written in. */
const WORK = new Set([
  ...["news", "nieuws", "actualité", "nachricht", "nachrichten", "live", "in brief"],
  ...["analysis", "news analysis", "analyse"],
  ...["opinion", "comment", "column", "editorial", "opinie", "commentaar", "meinung", "kommentar"],
  ...["explainer", "background", "achtergrond", "décryptage", "hintergrund"],
  ...["report", "reportage", "interview", "entretien", "portrait", "portret", "profile"],
  ...["review", "recensie", "critique", "rezension", "obituary", "in memoriam", "nécrologie", "nachruf"],
])

/**
 * What a kicker tells readers: which kind of work this is, and whatever else it says. A kicker that names no kind stands
 * over news.
 */
export function readKicker(kicker: string): { work: string; about: string } {
  const words = kicker.trim()
  return WORK.has(words.toLowerCase()) ? { work: words, about: "" } : { work: "News", about: words }
}
