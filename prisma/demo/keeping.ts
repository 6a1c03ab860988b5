import { box, card, type DemoStory, divider, embed, h, list, p, picture, pull, quote, steps, table } from "./words"

/** The long one: it has a block of every kind. */
export const keeping: DemoStory = {
  key: "keeping",
  byline: ["ada"],
  section: "culture",
  kicker: "Explainer",
  dateline: "Oosterlinde",
  headline: "Nineteen seconds at the zoo: who keeps what we put on the web?",
  standfirst:
    "A film lasts if nobody touches it. A page on the web lasts only as long as somebody pays. In a cellar in Oosterlinde, four people try to keep a small country’s screens from going dark.",
  topics: ["history", "film"],
  body: [
    picture(
      "cinema",
      "A full cinema looks at a silent film with a steam engine and a man in a top hat, while an organist plays below the screen.",
      "Something is always shown for the last time. Mostly nobody notices.",
    ),
    p(
      "The oldest video on the largest video site in the world is nineteen seconds long. A young man stands before two elephants and says that they have long trunks. It was put there in April 2005; it is still there. That is the exception.",
    ),
    p(
      "Lieve Aerts, who keeps the digital shelves of the town archive, asks every visitor the same question: name a page that you read ten years ago, and open it. “They laugh,” she says. “Then they try, and then they stop laughing.” In her own sample of 1,200 addresses from the town’s council papers, seven in ten lead nowhere today. Addresses [need not change](https://www.w3.org/Provider/Style/URI), the inventor of the web wrote in 1998. They do.",
    ),
    embed(
      "https://www.youtube.com/watch?v=jNQXAC9IVRw",
      "“Me at the zoo”, the first video on the site: 19 seconds, April 2005",
    ),
    h("What is lost first"),
    p(
      "Not what one would think. Big things have owners, and owners have copies. What goes first is what stood between: the notice about the school strike, the page of a shop that closed, the _comments_ under a story about a bridge. Nobody meant to keep them, and nobody meant to throw them away.",
    ),
    list(
      "**Pages** whose owner stopped paying for the name. The address is sold on, and then says something else.",
      "**Pictures** that were only ever linked from another house. The frame stays; what hung in it is gone.",
      "**Words in applications**, which were never a page at all and cannot be fetched from outside.",
    ),
    pull("Paper forgets slowly and evenly. A server forgets all at once.", "Lieve Aerts, town archivist"),
    p(
      "Whoever asks how long things last has to ask what they are written on. The answers do not get better with time, as the table shows: every new way of keeping is younger than the one before, and so far none of them has had to prove very much.",
    ),
    table(
      "The oldest that survives, by kind",
      ["Kind", "Made", "Age in years", "Where it is kept"],
      ["Photograph", "1827", "199", "Harry Ransom Center, Austin"],
      ["Recorded voice", "1860", "166", "Academy of Sciences, Paris"],
      ["Moving picture", "1888", "138", "Science and Media Museum, Bradford"],
      ["Page on the web", "1991", "35", "CERN, Geneva"],
      ["Video on YouTube", "2005", "21", "Where it was put"],
    ),
    h("How a page is kept"),
    p(
      "A copy of a page is more than a picture of it. It has to hold everything that the page asks for, and the hour at which it was asked. The archive’s machine visits 412 addresses each night, most of them in this province, and does the same every time.",
    ),
    steps(
      "It asks for the page as a reader’s browser would, and writes down every answer, _word for word_.",
      "It follows what the page needs (pictures, type, style) but not where the page leads.",
      "It makes a sum over every file, so that anybody can tell in fifty years that not a letter was changed.",
      "It puts two copies into two houses, one of them on a hill.",
    ),
    quote(
      "We are not asked whether it is worth keeping. We do not know. The people who threw away the bell-ringers’ accounts in 1781 were quite sure.",
      "Lieve Aerts",
    ),
    p(
      "The file format is the same that the [Internet Archive](https://archive.org) in San Francisco uses, and the [Royal Library](https://www.kbr.be) in Brussels. That is no accident: a format that only one house can read is a way of losing things slowly.",
    ),
    card("library"),
    h("Who may look"),
    p(
      "Here the law stands in the doorway. What is on the web is somebody’s work, and a copy is a copy. In Belgium the national library may collect it, yet readers see most of it only in the reading room, on a screen without a slot for a memory stick.",
    ),
    box(
      "Keep your own",
      p("Nobody can do it for everybody. What archivists advise those who ask at the counter:"),
      list(
        "Save what matters to you as a file, in a format that more than one program can open.",
        "Keep three copies, two of them on different things, one of them in another house.",
        "Write down who, where and when. In thirty years the picture will not say.",
        "Ask the [Wayback Machine](https://web.archive.org/save) to visit a page before you quote it.",
      ),
      quote("A name on the back of a photograph is worth more than the frame.", "A note at the counter"),
    ),
    p(
      "On the wall of the cellar hangs a line that a trainee from Aleppo wrote there with a brush in her first week. It was a joke about the hard disks. They have left it.",
    ),
    quote("العلم في الصغر كالنقش في الحجر", "Arabic proverb: what is learned young is carved in stone"),
    divider,
    h("What it costs"),
    p(
      "Less than one would think: last year €61,000, of which more than half is the wage of one person. The disks are cheap. What is dear is deciding, every few years, to copy everything onto the next thing before the last one fails, and to find that _nothing_ is missing.",
    ),
    p(
      "The council has promised the money until 2029. After that, Aerts says, it is a question of whether somebody asks. She has printed her list of addresses, all 412 of them, on rag paper. It is in a box in the strongroom, between the accounts for 1780 and those for 1782.",
    ),
  ],
  related: [
    { story: "library", reason: "Earlier" },
    { story: "museum", reason: "Opinion" },
    {
      url: "https://www.loc.gov/preservation/digital/formats/fdd/fdd000236.shtml",
      headline: "The format in which web pages are kept",
      source: "Library of Congress",
      reason: "Background",
    },
  ],
  past: [
    { hoursAgo: 152, act: "file", by: "ada" },
    { hoursAgo: 149, act: "publish", by: "ben" },
  ],
}
