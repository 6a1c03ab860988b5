import { type DemoStory, h, p, picture, quote } from "./words"

export const science: DemoStory[] = [
  {
    key: "peat",
    byline: ["ada"],
    section: "science",
    kicker: "Report",
    dateline: "Kloosterven",
    headline: "Nine thousand years in a tube: what the bog of Kloosterven remembers",
    standfirst:
      "Researchers drilled to the bottom of the fen and read it under the microscope. It tells of hazel, plague and rye, and of a century in which something burned.",
    topics: ["nature", "history"],
    body: [
      picture(
        "microscope",
        "Brightly coloured pollen grains in the round field of view of a microscope, which stands beside it on a dark bench.",
        "Pollen from four metres down, many times enlarged and dyed by the artist. In life it is the colour of tea.",
      ),
      p(
        "It smells of wet cellar and a little of liquorice, and it is older than anything that has been built in this country. The core that lies on the bench of the natural history institute is six metres and ten centimetres long. Its lower end was the surface of a pond when people here still hunted with flint.",
      ),
      p(
        "A bog like that of Kloosterven grows by less than a millimetre a year. Moss dies, does not rot, for lack of air, and is covered with moss. Whatever the wind drops in between stays where it fell: ash, dust, and above all pollen, whose walls last longer than bone.",
      ),
      h("Reading from the bottom"),
      p(
        "Every second centimetre, Hanne Dewit takes a crumb the size of a lentil, washes it in acid and counts 500 grains. Birch and pine come first, in a cold and open land. Then hazel, in such quantities that she needed two days for a single slide. Then oak and lime, the great forest, for three thousand years.",
      ),
      quote(
        "People ask when nature here was untouched. I can show them: between this mark and that one. It is as long as my hand.",
        "Hanne Dewit, palynologist",
      ),
      p(
        "Above that the elms vanish, as they do in cores all over north-western Europe, for reasons that are still disputed. The first grains of cereal appear shortly after. From there on, the bog is a neighbour who sees everything.",
      ),
      h("A black line"),
      p(
        "At 2.31 metres there is a line of charcoal so thin that one might take it for a hair. It lies at around the year 1100 before our era. Something burned here, on a dry summer’s day or by intent; the forest returned, but with more heather in it, and never quite as dense.",
      ),
      p(
        "In the fourteenth century, the rye stops. For about four centimetres, the time of two generations, birches grow where there had been fields. The archive of the abbey says in one line that the villages stood empty, and blames the plague. The bog gives the number of the years.",
      ),
      p(
        "The upper half-metre is missing. It was cut and burned as fuel in the winter of 1917, and warmed, for a few hours each, the grandparents of the people who now come on Sundays to look at the hole.",
      ),
    ],
    related: ["dyke", "swifts"],
    past: [
      { hoursAgo: 35, act: "file", by: "ada" },
      { hoursAgo: 33, act: "publish", by: "ben" },
    ],
  },
  {
    key: "weather",
    byline: ["dirk"],
    section: "science",
    kicker: "Analysis",
    headline: "The quiet revolution: a day of foresight gained every ten years",
    standfirst:
      "A forecast for next Tuesday is now as good as one for next Saturday used to be. It did not come in a leap, which is why hardly anyone has noticed.",
    topics: ["climate", "weather"],
    body: [
      picture(
        "isobars",
        "A weather map with winding lines of equal pressure and a front, and in front of it someone under a yellow umbrella in the rain.",
        "The lines join places of equal air pressure. The umbrella is a matter of judgement.",
      ),
      p(
        "There is no photograph of it, no inventor and no anniversary. And yet the weather forecast may well be one of the great scientific achievements of the last half-century. Since the 1980s, meteorologists have pushed back the horizon of a useful forecast by [about one day in every decade](https://www.nature.com/articles/nature14956). What could be said about the third day then can be said about the sixth or seventh today.",
      ),
      h("Three small things"),
      p(
        "None of the reasons is exciting. Satellites look at the whole of the globe, where once there were ships’ captains and balloons. Computers divide the air into ever smaller boxes. And, less known, mathematicians have learned to blend what has been measured with what was forecast a moment ago, so that each calculation starts a little nearer to the truth.",
      ),
      p(
        "In Reading, where the [European centre for medium-range forecasts](https://www.ecmwf.int) has its seat, they know how thin the ice is. The atmosphere is chaotic: an error that is too small to be seen grows until it fills the map. So the centre does not calculate one future. It calculates dozens, each from a start that differs by a hair, and looks at how far they drift apart.",
      ),
      h("An honest number"),
      p(
        "That is where the percentage comes from. If seven futures out of ten are wet, the chance of rain is put at 70 per cent. It is the only number in the news that states how sure it is of itself, and few are so widely misunderstood. A forecast of 30 per cent is not wrong if it rains. It would be wrong if it never did.",
      ),
      p(
        "Now machines come along which have learned from decades of old weather without knowing a single law of physics. They are fast, and at many tasks they are as good as the equations, or better. They have one thing in common with the rest of this story: they live on measurements. Without the balloon that goes up at midnight from a wet field, somewhere, they would have nothing to learn from.",
      ),
    ],
    related: ["dyke", { url: "https://wmo.int", headline: "World Meteorological Organization", source: "wmo.int" }],
    past: [
      { hoursAgo: 81, act: "file", by: "dirk" },
      { hoursAgo: 79, act: "publish", by: "ben" },
    ],
  },
  {
    key: "swifts",
    byline: ["ada"],
    section: "science",
    kicker: "In brief",
    dateline: "Oosterlinde",
    headline: "Sixty homes in a belfry, for tenants who never sit down",
    standfirst: "The tower of Oosterlinde was closed to swifts when it was repaired. Now it has been opened again.",
    topics: ["nature"],
    body: [
      picture(
        "swifts",
        "Swifts with sickle-shaped wings race around a brick tower with a clock, in front of a large evening sun.",
        "A “screaming party” around the tower. Each slit in the sound window now leads to a nest box.",
      ),
      p(
        "Behind the sound windows of the belfry of Oosterlinde, carpenters have hung sixty boxes the size of a shoebox. They are meant for swifts, which had nested in the holes of the old masonry until those were filled in eight years ago.",
      ),
      p(
        "Swifts eat, drink and sleep on the wing. Researchers in Sweden found out with tiny recorders that some of them stay in the air for [ten months without a pause](https://www.cell.com/current-biology/home). They come down for one thing only, and they return to the same hole for it, year after year. Whoever fills it in does not see them leave: they circle and cry in front of it for a summer or two, and then there are fewer of them.",
      ),
      p(
        "A loudspeaker will play their cries from the tower in May, between six and nine in the morning. The neighbours have agreed. They had been asked after the bells.",
      ),
    ],
    related: ["carillon", "peat"],
    past: [{ hoursAgo: 104, act: "publish", by: "ben" }],
  },
  {
    key: "comet",
    byline: [{ name: "A reader" }],
    section: "science",
    kicker: "",
    headline: "Bright light over the canal was no comet",
    standfirst: "",
    body: [p("It was the new lamp on the lock. Thanks to all who rang.")],
    past: [
      { hoursAgo: 40, act: "file", by: "dirk" },
      { hoursAgo: 39, act: "spike", by: "ben" },
    ],
  },
]
