/** The paper that this newsroom makes: its name, what it says of itself, and the clock on its wall. */
export const paper = {
  name: "The Brabant Courier",
  tagline: "Belgium and its neighbours, in plain English",
  language: "en",
  /** where readers write to when something is wrong */
  corrections: "corrections@brabant-courier.example",
  /** where it is published: its names in capitals, as agencies write them in "BELGIUM OUT" */
  country: ["BELGIUM", "BELGIQUE", "BELGIË", "BELGIE", "BELGIEN", "BENELUX", "EUROPE"],
  /** an IANA time zone: the one that every time in the paper is told in */
  timeZone: "Europe/Brussels",
} as const
