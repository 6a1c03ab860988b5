/** Texts that people paste and that are no wires, each by what it is. The words are ours. */
export const OTHER_TEXTS: Record<string, string> = {
  "a letter": `Moving the bookshelf on Saturday

Dear Lotte,

Thank you for the card, which came on Monday. The police said that the street would be closed all morning, so bring the bookshelf in the afternoon if you can; I will have the kettle on.

The cat has taken over the red chair again, and nobody in this house has the heart to tell her to leave it.

Love,
Ada`,
  "a letter without a greeting": `About the heating in our building

The heating in our building failed on Tuesday, and I have written to the company twice. We cannot go on like this, as my mother is eighty and needs a warm room in the evening.

The company said on Wednesday that somebody would come. Nobody came, and we have slept in our coats since then.`,
  "a thread of mails": `Re: Bridge works next week

From: Ben <ben@example.org>
To: ada@example.org

The council said on Monday that the bridge would close for a week, so the desk should plan for it now.

On Tue, 3 March 2026 at 10:12, Ada wrote:
> The ministry said on Friday that it would stay open, and the spokesman repeated it to reporters afterwards.`,
  "a chat": `Ada, 10:02
did the police say anything about the accident on Monday
Ben, 10:03
the spokesman told reporters there would be a statement in the afternoon, nothing more than that
Ada, 10:04
ok then we wait, the photo is in the folder already`,
  "a poem": `The lamp above the harbour wall

The lamp above the harbour wall was lit on Monday night,
And no one in the town below could say who struck the light;
The boats came in, the boats went out, the tide was at the door,
And still the lamp was burning there as it had burned before.`,
  "a song without punctuation":
    `Nobody walks the pier alone\n\nNobody walks the pier alone\nwhen the wind comes off the sea\nNobody walks the pier alone\nand nobody walks with me\n`.repeat(
      3,
    ),
  "a list of things to do": `Things to do before the move

- Call the company about the lorry, and ask whether Thursday is still free
- Tell the council the new address
- Photo of the meter before the keys are handed over
- Return the books to the library, they were due on Monday`,
  "two plain paragraphs": `The harbour was built in stages over four centuries, and each of them left a wall that the next one used. Whoever walks along it today crosses every one of those walls without noticing.

What is left of the oldest is a row of nine stones below the ramp. At low tide they are dry, and children count them.`,
  "two plain paragraphs with a title": `How a harbour grows

A harbour is never planned as a whole: one generation leaves a wall, and the next one uses it for something that nobody had thought of before. That is why maps of it are so hard to read.

What is left of the first is often a row of stones below a ramp. At low tide they are dry.`,
  code: `import { readFile } from "node:fs/promises"

export async function said(path: string) {
  const text = await readFile(path, "utf8")
  // The ministry said on Monday that this would be reported to parliament in a statement, so keep it as it is here.
  if (text.includes("photo")) {
    return text.split("\\n")
  }
  return []
}`,
  "a table": `Votes in the town by quarter\nQuarter\tYes\tNo\nHarbour\t1,204\t388\nOld town\t990\t412\nHeights\t1,411\t207\nThe council said on Monday that these are the last figures, and that they would be confirmed by the court in a week.`,
  "a table in signs": `| Quarter | Yes | No |
| --- | --- | --- |
| Harbour | 1,204 | 388 |
| Old town | 990 | 412 |

The figures are those of the town. They were counted twice, by two groups of people who did not know of each other.`,
  "a fragment of a press release": `turning the former gasworks into a place for the whole neighbourhood. “We are delighted with what our partners have made of it,” said Jana Holt, who leads the project at Nordwind.

About Nordwind

Nordwind plans and builds places for people. We have worked in eleven countries since 1998, and our 240 colleagues speak nineteen languages.

For more: press@nordwind.invalid`,
  "minutes of a meeting": `Minutes of the meeting of the parish council

The council met on Monday and opened with the minutes of the last meeting, which were approved without a vote being taken.

1. Bridge
The mayor said that the bridge would be painted in June, and the council took note of it without a debate.
2. Benches
Two benches were ordered for the square below the church, to be paid from what was left over from last year.`,
  "a recipe": `Onion soup for six people

Ingredients
2 kg onions
1 l stock
Bread and cheese

Cut the onions as thin as the knife allows, and let them turn brown in butter over a small flame, which takes an hour and no less than that.
Pour the stock over them, and let it all simmer until the bread has been toasted. Photo on the last page.`,
  "a help page": `How to reset your password in three steps

If you have forgotten your password, you can choose a new one at any time. You need the address with which you signed up, and a moment of patience.

What if no mail comes?

Look into the folder for spam first. If it is not there either, write to us and we will look into it on the same day, as our company said in its terms.`,
  "an encyclopaedia": `Lighthouse of the outer skerry

The lighthouse of the outer skerry is a tower of granite, 31 metres high, that was built between 1868 and 1871 after a series of wrecks. It was the last to be lit by oil.

History

The first plans date from 1840. They were put aside twice for want of money, and taken up again after the wreck of the Amalia, in which forty people died.`,
  "a chapter of a novel": `The Keeper and the Storm

The keeper climbed the stairs as he had climbed them every night for eighteen years, with the can of oil in his left hand and his right hand on the rope, and he did not count the steps.

“Who is there?” he said, for there was a light above him that he had not lit.

Nobody answered. The storm leaned on the door, and the door held as it had always held before.`,
  "a tale with its end": `The miller and his three daughters

Once there was a miller who had three daughters and one mill, and since he could not cut the mill in three he cut the year instead, and gave a season to each and kept the winter.

The youngest had the spring, when there is nothing to grind. So she learned to fish, and was never hungry again.

The end`,
  "a diary": `Third day in the mountains

On Monday I woke before the others and walked up to the lake, which lay so still that I could see every one of my mistakes in it. My boots are wet through.

We met the keeper of the hut on the way back. He said that the pass would be closed by the police on Tuesday, so we will go round it.`,
  "terms of use": `General terms and conditions of use

These terms govern the use of the library and of its reading rooms by members of the public, with the exception of the rooms on the upper floor, for which other rules are in force.

1. Cards are personal and may not be lent.
2. The library may withdraw a card for as long as it sees fit.

These terms come into force on the first of April. The former ones end on that day.`,
  "an invitation": `Summer feast of the rowing club

The rowing club invites the whole village to its summer feast on Saturday 12 June, from two in the afternoon until the last guest has gone home, on the meadow beside the boathouse.

Cakes may be left in the kitchen from noon. Boats go out at three and at five, if the wind allows it.`,
  "a curriculum vitae": `Marta Lindqvist

2019–2026 Editor at the Harbour Gazette, where she was in charge of the pages on schools and of the training of young reporters
2014–2019 Reporter in the capital for several papers
Languages: Swedish, English, German
References on request`,
  "a French letter": `Réparation de la chaudière

Bonjour,

La chaudière est tombée en panne lundi et la mairie a annoncé que les travaux de la rue dureraient encore deux semaines, ce qui n'arrange rien pour nous.

Pouvez-vous passer mardi ? Nous serons à la maison toute la journée, mes voisins aussi.

Cordialement,
Élise`,
  "a Dutch mail": `Vergadering van volgende week

De gemeente zei maandag dat de zaal dicht is, dus wij moeten een andere plek zoeken voor onze vergadering van volgende week, en liefst niet te ver van het station.

Ik heb al bij de bibliotheek gevraagd. Zij kunnen ons pas in mei helpen, maar misschien weet jij nog iets.`,
  "a German diary": `Zweiter Tag auf der Hütte

Am Montag sind wir früh aufgestanden, und ich habe den ganzen Weg bis zum See kein Wort gesagt, weil mir der Atem fehlte und weil es nichts zu sagen gab.

Der Wirt meinte, laut Polizei sei der Pass gesperrt. Also gehen wir morgen außen herum.`,
  "a log of a machine": `2026-03-03T10:12:04Z INFO press: dropped 3 pages because story 81 was published by the desk
2026-03-03T10:12:04Z INFO press: made the front in 41 ms
2026-03-03T10:12:09Z WARN hub: could not be reached, it is asked again in a minute
2026-03-03T10:13:09Z INFO hub: told`,
}
