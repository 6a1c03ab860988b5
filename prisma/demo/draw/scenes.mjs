import { bells, cinema, library, lighthouse, museum, swifts } from "./scenes-life.mjs"
import { papers, table, train, tram } from "./scenes-news.mjs"
import { basket, cranes, isobars, microscope, river, turbines } from "./scenes-work.mjs"

export const SCENES = [
  ...[table, papers, tram, train],
  ...[cranes, turbines, basket, microscope, isobars, river],
  ...[lighthouse, swifts, library, museum, bells, cinema],
]
