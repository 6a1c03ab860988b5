import { type DemoStory, h, list, p, picture, quote } from "./words"

export const world: DemoStory[] = [
  {
    key: "explainer-missions",
    byline: ["ben"],
    section: "world",
    kicker: "Explainer",
    headline: "What is a “technical mission”, and what can it not agree?",
    standfirst:
      "Governments that do not recognise each other talk every week. Five questions about the narrow table at which they do it.",
    topics: ["diplomacy", "asylum"],
    body: [
      picture(
        "handover",
        "A hand in a red sleeve gives a folder with a round stamp to a hand in a dark blue sleeve.",
        "Most of what officials exchange are lists, forms and telephone numbers.",
      ),
      p(
        "When civil servants of one country visit those of a government that their own does not recognise, the press release will call it technical, administrative or exploratory. The words are chosen with care, because each of them says what the visit is not.",
      ),
      h("Does talking mean recognising?"),
      p(
        "No. Recognition is an act of will: a state has to mean it. It can be done in a declaration or by sending an ambassador, but it does not happen by accident at a meeting of officials. Diplomats keep a distance all the same, because a photograph can be used to suggest what a text does not say. Hence the absence of ministers, flags and handshakes.",
      ),
      h("What can be settled there?"),
      p("What an administration may do under the law that exists. In matters of migration that is usually:"),
      list(
        "who answers when a name, a photograph or fingerprints are sent for identification;",
        "which travel document is accepted for somebody who has none;",
        "how many people may arrive on one flight, on what notice, and who receives them.",
      ),
      h("What cannot?"),
      p(
        "Anything that binds the state. A readmission agreement of the European Union needs a mandate of the member states, negotiations by the Commission and the consent of the European Parliament. Officials can only prepare one, or work without.",
      ),
      h("Is a state not obliged to take its citizens back?"),
      p(
        "It is commonly held to be, and most states say so themselves. But an obligation does not issue a passport. If nobody in the capital confirms who somebody is, there is nothing to return them with. In practice identification is therefore the whole matter.",
      ),
      h("Where is the limit?"),
      p(
        "With the person. The [Refugee Convention](https://www.unhcr.org/about-unhcr/overview/1951-refugee-convention) of 1951 forbids sending refugees back to where their life or freedom is threatened, and the [European Convention on Human Rights](https://www.echr.coe.int/european-convention-on-human-rights) forbids sending anyone, refugee or not, to where they face torture or inhuman treatment. Neither makes an exception for agreements, technical or otherwise. It is for the courts to say so in each case, one file at a time.",
      ),
    ],
    related: [
      "kabul",
      {
        url: "https://www.unhcr.org/about-unhcr/overview/1951-refugee-convention",
        headline: "The 1951 Refugee Convention",
        source: "UNHCR",
      },
    ],
    past: [
      { hoursAgo: 6, act: "file", by: "ben" },
      { hoursAgo: 5, act: "publish", by: "cleo" },
    ],
  },
  {
    key: "pass",
    byline: ["dirk"],
    section: "world",
    kicker: "News",
    dateline: "Upper Sarn",
    headline: "Freight trains cross the Sarn Pass all winter for the first time",
    standfirst:
      "A tunnel of nine kilometres keeps the snow off the rails. The lorry drivers’ café in the valley is thinking about what to serve instead.",
    topics: ["transport", "trade"],
    body: [
      picture(
        "pass",
        "A red engine with coloured wagons leaves a mountain tunnel and crosses a stone viaduct, with snowy peaks behind.",
        "The southern mouth of the tunnel, and the viaduct that the old line used already.",
      ),
      p(
        "At six minutes past five in the morning a train of 31 wagons came out of the mountain above Upper Sarn, in a snowstorm that would have closed the line until April in any other year. On board were timber, bathtubs and four hundred tonnes of apples.",
      ),
      p(
        "The base tunnel under the pass took fourteen years to dig and opened to goods traffic this week. Passenger trains follow in the summer. Until now, the line over the pass was shut for about nineteen weeks of each winter, and everything that could not wait went round by road, on some days 1,900 lorries.",
      ),
      h("A mountain with opinions"),
      p(
        "Two of the fourteen years went into 400 metres. The surveyors had expected granite and met something that the foreman still calls porridge: crushed rock with hot water in it. In the end the tunnel was bent around it, which is why the drivers see a curve in the dark where the first drawings have a straight line.",
      ),
      quote("You do not win from a mountain. It gets bored of you, and then you are through.", "Luzia Amrein, foreman"),
      p(
        "Whether the lorries will really stay away depends on the fee for the tunnel, which two governments have fixed for three years only. Hauliers say that the train becomes worthwhile from about 350 kilometres. The valley has counted on it: the municipality has voted to take a lane from the main road and give it to bicycles, and trees.",
      ),
      p(
        "Café Belvedere, at the foot of the pass, has served coffee to drivers at three in the morning since 1961. It closed its night kitchen on Sunday. The owner is learning, she says, how one makes things with oat milk.",
      ),
    ],
    related: ["dockers", "tram"],
    past: [
      { hoursAgo: 23, act: "file", by: "dirk" },
      { hoursAgo: 20, act: "publish", by: "ben" },
    ],
  },
  {
    key: "lighthouse",
    byline: ["ada"],
    section: "world",
    kicker: "Report",
    dateline: "Holm Skerry",
    headline: "The lighthouse keeper who came back to switch off the engine",
    standfirst:
      "The light on Holm Skerry now runs on the sun. Its last keeper, who is 84, was asked to stop the generator that he had started in 1967.",
    topics: ["energy", "sea"],
    body: [
      picture(
        "lighthouse",
        "A red and white lighthouse on a dark rock at night, its beam over the sea, solar panels beside it and a small sailing boat.",
        "The light can be seen for 19 miles. The panels can hardly be seen at all.",
      ),
      p(
        "It makes a sound like a heavy man who is climbing stairs, and Anders Lie has heard it in his sleep for half of his life. At noon he laid his hand on the lever, waited for a moment, and the stairs came to an end. Then one could hear the birds.",
      ),
      p(
        "Holm Skerry was the last of the coast’s 32 lights to burn oil. A ship brought 20 barrels every summer. Since this week, 14 square metres of panels and a battery of the size of a wardrobe do the same work. The lamp itself has shrunk to the size of a fist, behind a lens from 1881 that was left where it was, because nobody has made a better one.",
      ),
      quote("I was never lonely. There was always something that needed grease.", "Anders Lie, keeper until 1998"),
      p(
        "The engine stays. The coastal authority wanted to lift it off by helicopter, but it turned out that the tower had been built around it. Visitors may see it in the summer, on days without swell. There are about nine of those.",
      ),
    ],
    related: ["wind"],
    past: [
      { hoursAgo: 69, act: "file", by: "ada" },
      { hoursAgo: 66, act: "publish", by: "ben" },
    ],
  },
  {
    key: "bridge",
    byline: ["dirk"],
    section: "world",
    kicker: "In brief",
    dateline: "Vester Sund",
    headline: "Town gives its drawbridge a timetable, and gets its buses back",
    standfirst: "For sixty years the bridge of Vester Sund opened whenever a mast came along.",
    topics: ["transport", "sea"],
    body: [
      p(
        "Sailors who want to pass the drawbridge of Vester Sund now have to be there on the hour or at the half hour. Until this week the bridge keeper raised it for every mast, 74 times on the busiest day of last summer, while the traffic on both banks turned off its engines.",
      ),
      p(
        "The buses of line 4 have been on time since then, for the first time since records began. Fishing boats and lifeboats are exempt. The harbour café, which lived on those who had missed the bridge, has put a second row of chairs on the quay for those who are early.",
      ),
    ],
    related: ["lighthouse", "pass"],
    past: [{ hoursAgo: 97, act: "publish", by: "ben" }],
  },
  {
    key: "seeds",
    byline: ["ada"],
    section: "world",
    kicker: "In brief",
    headline: "Gardeners of three countries swap beans that no shop sells",
    standfirst: "The exchange has a catalogue of 900 sorts, and one rule: whoever takes a handful brings two back.",
    topics: ["nature"],
    body: [
      p(
        "Some four hundred gardeners met in the sports hall of a border village to exchange seeds of vegetables that have vanished from trade. The oldest bean on the tables has been sown by the same family every May since 1871.",
      ),
      p(
        "A botanist went from table to table with a scale. For 61 sorts, she says, the paper bags in the hall were the only ones known. A few grams of each now lie in a freezer, in two countries, in case somebody forgets to bring two back.",
      ),
    ],
    related: ["peat"],
    past: [{ hoursAgo: 92, act: "publish", by: "ben" }],
  },
  {
    key: "ferry",
    byline: ["ada"],
    section: "world",
    kicker: "News",
    headline: "Two islands, one ferry, and a bell that decides",
    standfirst: "",
    body: [
      p(
        "Notes from the crossing: the captain waits if the bell on the quay rings, and the bell rings if anybody is running. Ask who pays for the rope.",
      ),
    ],
    past: [],
  },
]
