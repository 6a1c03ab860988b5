import type { Plot, Tongue } from "./plots"

const plots: Plot[] = [
  {
    section: "world",
    topics: ["transport", "trade"],
    kicker: "Bericht",
    headlines: [
      "Güterzüge stauen sich vor {place}",
      "Brücke bei {place} bleibt {n} Monate gesperrt",
      "Nachtzug nach {place} fährt ab {month} wieder",
    ],
    standfirsts: [
      "Die Strecke über den Pass war {n} Tage verschneit.",
      "Pendler aus {place} brauchen {n} Minuten länger.",
    ],
    sentences: [
      "Lokführerin {name} wartete {n} Stunden im Schnee.",
      "Die Brücken im Tal sind zu alt, sagt {name}.",
      "Der Bahnhof von {place} wird umgebaut.",
      "In der {street} stehen die Lastwagen Schlange.",
    ],
  },
  {
    section: "belgium",
    topics: ["education", "work"],
    kicker: "Bericht",
    headlines: [
      "Wahlen in {place}: {n} Listen treten an",
      "Schulen in {place} suchen {n} Lehrer",
      "Krankenhaus {place} schließt {n} Betten",
    ],
    standfirsts: ["Die Bürger von {place} wählen im {month}.", "Der Gemeinderat stimmte am {day} ab."],
    sentences: [
      "Bürgermeisterin {name} hört nach {n} Jahren auf.",
      "Es fehlen {n} Pflegerinnen.",
      "Die Lehrerinnen fordern kleinere Klassen.",
      "Der Wahlkampf in {place} war kurz.",
    ],
  },
  {
    section: "science",
    topics: ["nature", "weather"],
    kicker: "Reportage",
    headlines: [
      "Biber stauen den Bach bei {place}",
      "Forscher zählen {n} Mauersegler in {place}",
      "Unwetter über {place}: {n} Keller voll Wasser",
    ],
    standfirsts: [
      "Der Wetterdienst hatte das Gewitter {n} Stunden zuvor gemeldet.",
      "Biologin {name} liest im Moor wie in einem Buch.",
    ],
    sentences: [
      "Das Wasser stieg um {n} Zentimeter.",
      "Die Vögel nisten unter den Dächern der {street}.",
      "Wälder bei {place} leiden unter der Dürre.",
      "Die Vorhersage war richtig, sagt {name}.",
    ],
  },
  {
    section: "culture",
    topics: ["music", "art"],
    kicker: "Bericht",
    headlines: [
      "Museum in {place} zeigt {n} Gemälde",
      "Glocken von {place} läuten nach {n} Jahren",
      "Chor aus {place} singt ohne Dirigenten",
    ],
    standfirsts: ["Die Orgel wurde {month} gestimmt.", "Der Andrang war größer als der Saal."],
    sentences: [
      "Organistin {name} spielt am {day}.",
      "Das Museum kaufte {n} Bilder.",
      "Die Bücherei in der {street} bleibt bis Mitternacht offen.",
      "Der Glockengießer kam aus {place}.",
    ],
  },
]

export const german: Tongue = {
  language: "de",
  plots,
  places: "Eupen Aachen Köln Trier Bonn Münster Lübeck Görlitz Würzburg Zürich Bregenz Malmedy".split(" "),
  first: "Anke Bernd Clara Dieter Elke Frieda Günther Heike Jörg Käthe Lena Matthias".split(" "),
  months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  days: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(" "),
  crossheads: ["Wer zahlt", "Was der Rat sagt", "Langes Warten", "Die andere Seite"],
  common: [
    "Das sagte {name} am {day} dieser Zeitung.",
    "Der Gemeinderat von {place} entscheidet im {month}.",
    "Nicht alle in {place} sind einverstanden.",
    "Es waren {n} Menschen im Saal, und es gab {n} Fragen.",
    "In {place} wurde das vor {n} Jahren schon versucht.",
    "Die Regierung bestätigte die Zahlen.",
  ],
}
