import { type Rules, words } from "./rules"

export const german: Rules = {
  starters: words(
    `der die das den dem des ein eine einen einem einer dieser diese dieses er sie es wir ihr ich sein seine unser mein wer was wann wo
    warum wie welche in im an am auf bei beim für von vom aus nach mit ohne unter über vor während seit bis wenn als aber und oder
    noch also denn weil obwohl doch inzwischen dann dort hier nun jetzt heute gestern morgen nicht kein keine niemand nichts einige
    viele mehr meist wenige beide alle alles andere jeder jede zwei drei vier fünf sechs sieben zehn laut trotz zuerst später früher
    auch erst sogar so durch um gegen zwischen ist war waren wird werden wurde soll sollte kann konnte muss musste darf hat hatte haben
    neue neuer alte letzte erste zum zur man damit dabei darum dazu zudem allerdings`,
  ),
  never: words(
    `montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november
    dezember belgier deutsche deutschen franzosen ende anfang mitte euro prozent millionen milliarden uhr jahr jahre jahren jahres tag
    tage tagen woche wochen monat monate monaten kilometer meter menschen mann männer kind kinder leute stunden minuten
    zukunft hause haus angst beginn zeit sicht folge grund recht`,
  ),
  roles: words(
    `herr herrn frau dr prof professor professorin präsident präsidentin minister ministerin premier premierminister premierministerin
    staatssekretär staatssekretärin senator bürgermeister bürgermeisterin gouverneur kanzler kanzlerin bundeskanzler könig königin
    prinz prinzessin richter richterin general oberst bischof papst kommissar kommissarin sprecher sprecherin direktor direktorin
    vorsitzende vorsitzender trainer trainerin journalist journalistin forscher forscherin ökonom ökonomin biologe biologin historiker
    bauer bäcker bäckerin eigentümer lehrer lehrerin ärztin arzt ingenieur ingenieurin anwalt anwältin asylministerin`,
  ),
  particles: words("van von de la le"),
  joiners: words("für der des und"),
  organisations: words(
    `rat bank universität partei ministerium kommission union agentur gericht föderation institut krankenhaus parlament ausschuss
    verein verband gesellschaft gruppe klub museum polizei amt behörde stiftung theater schule senat fonds kammer hof gewerkschaft fc`,
  ),
  towards: words("in nach aus bei"),
  says: words(
    "sagt sagte erklärt erklärte warnt warnte fragt fragte meldet meldete betont betonte schreibt schrieb so teilte",
  ),
  articles: words(
    `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen sein seine seiner seinen ihre ihren ihrer
    im am beim vom zum zur ins ans kein keine jeder jede jedes unsere mehr viele keinen`,
  ),
  genitive: true,
  elision: false,
  nouns: true,
}
