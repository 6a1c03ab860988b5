import { plots } from "./english-plots"
import type { Tongue } from "./plots"

export const english: Tongue = {
  language: "en",
  plots,
  places:
    "Ghent Antwerp Bruges Mechelen Leuven Ostend Kortrijk Hasselt Namur Liège Mons Charleroi Tournai Arlon Aalst Geneva Lisbon Oslo Riga Tallinn Trieste Lyon Cologne Rotterdam Aachen Oosterlinde Kasterbeek Molenrode Westhaven Kloosterven".split(
      " ",
    ),
  first: "An Bram Clara Dries Eva Femke Greet Hannes Ilse Joris Karel Lotte Marc Nele Olivier Pieter".split(" "),
  months: "January February March April May June July August September October November December".split(" "),
  days: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "),
  crossheads: [
    "Who pays",
    "What the council says",
    "A long wait",
    "The other side",
    "Counting again",
    "What comes next",
  ],
  common: [
    "That is what {name} told this newspaper on {day}.",
    "The council of {place} decides in {month}.",
    "Not everybody in {place} agrees.",
    "There were {n} people in the room, and {n} questions.",
    "The opposition wants to see the sums.",
    "In {place} the same was tried {n} years ago.",
    "A spokeswoman of the government confirmed the figures.",
    "The neighbours of {street} heard of it from the news.",
    "Nobody knows yet what it will cost.",
    "“We have waited for this since {month}”, says {name}.",
  ],
}
