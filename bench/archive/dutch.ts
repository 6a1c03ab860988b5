import type { Plot, Tongue } from "./plots"

const plots: Plot[] = [
  {
    section: "belgium",
    topics: ["transport"],
    kicker: "Nieuws",
    headlines: [
      "{place} krijgt een nachttram vanaf {month}",
      "Fietsers in {place} vragen {n} nieuwe fietspaden",
      "Treinen naar {place} rijden {n} dagen niet",
    ],
    standfirsts: [
      "Studenten en bakkers in {place} vroegen het al {n} jaar.",
      "De gemeenteraad van {place} stemde {day} over het plan.",
    ],
    sentences: [
      "Schepen {name} belooft {n} kilometer fietspad.",
      "De bussen en trams van {place} rijden te laat.",
      "Reizigers wachten {n} minuten in de regen.",
      "De stelplaats in de {street} is te klein geworden.",
    ],
  },
  {
    section: "belgium",
    topics: ["work"],
    kicker: "Nieuws",
    headlines: [
      "Verkiezingen in {place}: {n} lijsten, één burgemeester",
      "Burgemeester {name} van {place} stopt na {n} jaar",
      "Gemeente {place} zoekt {n} verpleegkundigen",
    ],
    standfirsts: [
      "De kiezers van {place} trekken in {month} naar de stembus.",
      "Het ziekenhuis van {place} sluit {n} bedden.",
    ],
    sentences: [
      "Volgens {name} was de verkiezing nog nooit zo spannend.",
      "De partijen onderhandelen tot {day}.",
      "In het ziekenhuis werken {n} verpleegkundigen te weinig.",
      "De burgemeesters van de streek kwamen samen in {place}.",
    ],
  },
  {
    section: "economy",
    topics: ["prices", "energy"],
    kicker: "Analyse",
    headlines: [
      "Huizenprijzen in {place} stijgen met {n} procent",
      "Windmolens van {place} leveren stroom aan {n} gezinnen",
      "Bakkers van {place} verhogen de prijs van brood",
    ],
    standfirsts: [
      "Een huis in {place} kost {n} duizend euro meer dan vorig jaar.",
      "De energieprijzen dalen, maar de factuur niet.",
    ],
    sentences: [
      "Econoom {name} verwacht een daling in {month}.",
      "De coöperatie telt {n} leden.",
      "Wie huurt in {place}, betaalt steeds meer.",
      "De windmolen achter de {street} draait sinds {day}.",
    ],
  },
  {
    section: "science",
    topics: ["nature", "water"],
    kicker: "Reportage",
    headlines: [
      "Bevers bouwen een dam in {place}",
      "Onderzoekers tellen {n} gierzwaluwen in {place}",
      "Overstroming in {place}: dijk hield het {n} uur",
    ],
    standfirsts: ["Het waterschap wil de dijk van {place} verhogen.", "Bioloog {name} telt vogels in {n} torens."],
    sentences: [
      "Het water steeg {n} centimeter in één nacht.",
      "Onderzoekster {name} boorde in het veen.",
      "De dijken van {place} dateren van voor de oorlog.",
      "Zwaluwen nestelen onder de daken van de {street}.",
    ],
  },
  {
    section: "culture",
    topics: ["music", "books"],
    kicker: "Nieuws",
    headlines: [
      "Beiaard van {place} speelt weer na {n} jaar",
      "Bibliotheek van {place} blijft open tot middernacht",
      "Schilderij van {name} hangt in het museum van {place}",
    ],
    standfirsts: ["De klokken van {place} waren vals.", "De leeszaal telde {n} nachtelijke lezers."],
    sentences: [
      "Stadsbeiaardier {name} geeft {day} een concert.",
      "De bibliotheken van de provincie lenen {n} boeken uit.",
      "Het museum kocht {n} schilderijen.",
      "In de {street} zingt een koor zonder dirigent.",
    ],
  },
]

export const dutch: Tongue = {
  language: "nl",
  plots,
  places:
    "Gent Antwerpen Brugge Mechelen Leuven Oostende Kortrijk Hasselt Aalst Genk Turnhout Ieper Veurne Diest Lier Utrecht Zwolle Breda Delft Oosterlinde Kasterbeek Molenrode".split(
      " ",
    ),
  first: "An Bram Clara Dries Eva Femke Greet Hannes Ilse Joris Karel Lotte".split(" "),
  months: "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
  days: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(" "),
  crossheads: ["Wie betaalt", "Wat de raad zegt", "Lang wachten", "De andere kant", "Opnieuw tellen"],
  common: [
    "Dat zei {name} {day} aan deze krant.",
    "De gemeenteraad van {place} beslist in {month}.",
    "Niet iedereen in {place} is het ermee eens.",
    "Er waren {n} mensen in de zaal, en {n} vragen.",
    "In {place} werd hetzelfde {n} jaar geleden geprobeerd.",
    "De regering bevestigde de cijfers.",
    "Niemand weet al wat het zal kosten.",
  ],
}
