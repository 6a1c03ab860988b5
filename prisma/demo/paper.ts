import { belgium } from "./belgium"
import { culture } from "./culture"
import { economy } from "./economy"
import { keeping } from "./keeping"
import { science } from "./science"
import type { DemoStory } from "./words"
import { world } from "./world"

/** Who makes the demo paper. The towns in it, and everybody who is quoted in them, are invented. */
export const PEOPLE = [
  { key: "ada", email: "ada@demo.test", name: "Ada Verlinden", role: "reporter" },
  { key: "ben", email: "ben@demo.test", name: "Ben Moreau", role: "editor" },
  { key: "cleo", email: "cleo@demo.test", name: "Cleo Janssens", role: "admin" },
  { key: "dirk", email: "dirk@demo.test", name: "Dirk Hendrickx", role: "reporter" },
] as const

export const SECTIONS = ["Belgium", "World", "Economy", "Science", "Culture"]

export const TOPICS = [
  ...["Art", "Asylum", "Books", "Climate", "Diplomacy", "Education", "Energy", "Film", "History", "Music", "Nature"],
  ...["Prices", "Sea", "Trade", "Transport", "Water", "Weather", "Work"],
]

export const STORIES: DemoStory[] = [...belgium, ...world, ...economy, ...science, ...culture, keeping]

/** How the front is arranged: a lead in shorter words, what belongs beside it, and something to stay with. */
export const FRONT_SLOTS = [
  { key: "kabul", size: "lead", headline: "Three days in Kabul: Belgium talks with Taliban officials on returns" },
  { key: "library", size: "feature", kicker: "Long read" },
  { key: "explainer-missions", size: "plain" },
] as const

/** What belongs together over months, each with its own page: the long stories in them group their related news by them. */
export const PACKAGES = [
  {
    name: "What a town keeps",
    lead: "Books, bells, labels and web pages: who decides what is still there in a hundred years.",
    stories: ["keeping", "library", "museum", "carillon"],
  },
  {
    name: "Asylum and migration",
    lead: "Talks, returns and the rules they have to keep to.",
    stories: ["kabul", "explainer-missions"],
  },
] as const
