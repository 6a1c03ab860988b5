import { type DemoStory, divider, h, p, picture, quote } from "./words"

export const culture: DemoStory[] = [
  {
    key: "library",
    byline: ["cleo"],
    section: "culture",
    kicker: "Report",
    dateline: "Oosterlinde",
    headline: "The library that stays open until nobody is left",
    standfirst:
      "Since the autumn, the reading room of Oosterlinde closes when its last reader goes home. The record stands at ten to four.",
    topics: ["books", "education"],
    body: [
      picture(
        "library",
        "Three readers bent over books at a long table with green lamps, high shelves beside them and the moon in an arched window.",
        "The great reading room, shortly after midnight.",
      ),
      p(
        "At eleven the heating goes off, and the blankets come out. They hang over the banister, grey, with a number in red thread, as in a hospital of former days. Nobody has taken one home yet, says the night librarian. Two have been added.",
      ),
      p(
        "It began with a broken lock. One evening in the spring, the front door could not be closed before the locksmith came, and the librarian on duty decided to wait. So did eleven readers. At half past two, when the man arrived, they asked whether he could take his time.",
      ),
      h("Who reads at night"),
      p(
        "The town had expected students, and there they are, in the weeks before the examinations. But on an ordinary Tuesday the table is shared by a taxi driver who is learning Finnish, two women who look after their mother in turns, a retired judge, and a boy who says that at home there is always a television on.",
      ),
      quote("By day I am looked for. At night I am left alone, in company. It is not the same thing.", "A reader, 58"),
      p(
        "There is one rule: whoever wants to speak goes to the staircase. The staircase has become rather popular. The judge has given three people advice there, without obligation, on the tenth step.",
      ),
      h("What it costs"),
      p(
        "Two librarians share the nights, for 71,000 euros a year with light and heating. The council will decide in June whether to continue. The director has not written a memorandum. She has invited the councillors to come, each on a night of their choice, and to bring a book.",
      ),
      divider,
      p("_The reading room is open from nine in the morning. Tea costs one euro, in the tin._"),
    ],
    related: [
      "tram",
      "museum",
      { url: "https://www.ifla.org", headline: "International Federation of Library Associations", source: "ifla.org" },
    ],
    past: [{ hoursAgo: 15, act: "publish", by: "cleo" }],
  },
  {
    key: "carillon",
    byline: ["dirk"],
    section: "culture",
    kicker: "News",
    dateline: "Oosterlinde",
    headline: "Oosterlinde hangs its missing bells, and is in tune after 300 years",
    standfirst:
      "The founder went bankrupt in 1724 and left a carillon with four gaps. A new foundry has closed them, by ear.",
    topics: ["music", "history"],
    body: [
      picture(
        "bells",
        "A large bell hangs from a hoist beside a bell tower with a green spire, above a sea of red roofs.",
        "The F sharp on its way up. It weighs as much as a small car.",
      ),
      p(
        "For three centuries the carilloneurs of Oosterlinde have played around a hole. The instrument in the belfry lacked four bells, and with them every tune that needs an F sharp. One learned to bend the melody, says the town’s carilloneur, the way one walks around a puddle.",
      ),
      p(
        "On Wednesday the last of the four went up on a rope, while the market stood still. The old founder had run out of money in 1724. His successor, a workshop with five employees, cast the new bells in clay, loam and horse dung, as he would have done, and then took away bronze from the inside in turns of a hair’s breadth until they agreed with their neighbours.",
      ),
      quote(
        "A computer said that they were right three weeks ago. Then the old bells were asked, and they did not think so.",
        "Joris Baeten, founder",
      ),
      p(
        "The belfries of Flanders and Wallonia are on the [World Heritage List](https://whc.unesco.org/en/list/943/). What sounds in them is rarely so old: most carillons were melted down in one war or another. This one was hidden in 1917, bell by bell, under the cabbages of the abbey.",
      ),
      p(
        "The first concert is on Sunday at eleven. It opens with a piece from 1720 which has never been played here with all of its notes.",
      ),
    ],
    related: ["swifts", "library"],
    past: [
      { hoursAgo: 58, act: "file", by: "dirk" },
      { hoursAgo: 56, act: "publish", by: "ben" },
    ],
  },
  {
    key: "museum",
    byline: ["cleo"],
    section: "culture",
    kicker: "Opinion",
    headline: "Please write longer labels",
    standfirst: "Museums are afraid of words. They should watch what their visitors do with the few that they get.",
    topics: ["art"],
    body: [
      picture(
        "museum",
        "In a red gallery an adult and a child stand with their backs to us and read the small label beside a big landscape.",
        "Where people really look, in any museum, on any Sunday.",
      ),
      p(
        "Stand in the corner of a gallery for ten minutes and watch, not the paintings, but the knees. They bend. People walk up to a picture three metres wide, give it a nod, and stoop to a card as big as a playing card. They stay there. They are looking for something. Then they straighten their backs, look at the picture again, and one can see in their faces that they have not found it.",
      ),
      p("“Oil on canvas. Gift of the heirs, 1931.” Thank you."),
      p(
        "I know the reasoning. Art should speak for itself; too much text is a crutch; eighty words is what the attention holds. It is said by people who have read two thousand words on the matter at university, and who are not aware that they still hear them.",
      ),
      h("A picture is not a shy animal"),
      p(
        "It will not run away if one talks in its presence. Tell me that the painter could not afford blue. Tell me who the woman was, that the dog was painted over, and that the dealer did it. Tell me why anybody found this ugly. Tell me, above all, where to look, and then I shall look for myself.",
      ),
      p(
        "One small museum has tried, in our own province. Beside every tenth work hangs a page of print, three hundred words, with the name of the person who wrote it. The guards were asked to measure how long visitors stay. Before it was 19 seconds. Now it is two minutes and a half, and half of that they spend with the picture.",
      ),
      p("And put it higher. For the knees."),
    ],
    related: ["library"],
    past: [{ hoursAgo: 44, act: "publish", by: "cleo" }],
  },
  {
    key: "choir",
    byline: ["dirk"],
    section: "culture",
    kicker: "In brief",
    dateline: "Molenrode",
    headline: "A choir for people who were told to mouth the words",
    standfirst: "Forty-one members, four voices, no auditions. The waiting list is longer than the programme.",
    topics: ["music"],
    body: [
      p(
        "Whoever wants to join the new choir of Molenrode has to show that they were once asked to sing more softly. Most can name the teacher. The choir gave its first concert in the village hall: three songs, the last of them twice, because the altos had enjoyed it.",
      ),
      p(
        "Hardly anyone, says the conductor, is really tone-deaf; most have only stopped listening to themselves in good time. She lets them hum for half an hour before a note is sung. The next concert is in May, in the open air, at a safe distance from the beavers.",
      ),
    ],
    related: ["carillon", "dyke"],
    past: [{ hoursAgo: 85, act: "publish", by: "cleo" }],
  },
  {
    key: "festival",
    byline: ["dirk"],
    section: "culture",
    kicker: "News",
    headline: "Film festival opens in silence, with a very loud organ",
    standfirst:
      "The Cinema Royal shows a train robbery from 1909 on its first evening. The organ that goes with it was found in a barn.",
    topics: ["film", "music"],
    body: [
      picture(
        "cinema",
        "A full cinema looks at a silent film with a steam engine and a man in a top hat, while an organist plays below the screen.",
        "The Royal has 640 seats, and since last week a pit again.",
      ),
      p(
        "The film festival of Oosterlinde begins with the oldest film that it has ever shown, and with the largest instrument. The organ of the Cinema Royal, sold in 1934 when the pictures had learned to talk, came back on three trailers, in eleven hundred pieces.",
      ),
      p(
        "It can do rain, a telephone, hooves and the wind in a chimney. The organist, Lore Smets, had to learn what the pedals are for from a handbook in German with a coffee ring on the best page.",
      ),
      quote("There is a pedal marked _Angst_. I am saving it for the second act.", "Lore Smets, organist"),
      p(
        "The festival lasts for ten days. Tickets for the opening evening are gone; the rehearsal at four is open to all.",
      ),
    ],
    related: ["library", "carillon"],
    past: [
      { hoursAgo: 5, act: "file", by: "dirk" },
      { hoursAgo: 4, act: "schedule", by: "ben", dueIn: 20 },
    ],
  },
]
