import fc from "fast-check"

/** Text as agencies send it and as nobody should: wire-like lines among any Unicode, with every kind of line ending. */
const WORDS = [
  ...[
    "the",
    "Belgium",
    "minister",
    "“Nobody",
    "knows,”",
    "she",
    "said.",
    "„Nein“",
    "«",
    "»",
    "’s",
    "l’Europe",
    "—",
    "–",
    "-",
  ],
  ...[
    "©",
    "(c)",
    "PHOTO",
    "Photo:",
    "BELGA PHOTO",
    "(abc/xyz)",
    "--ABC--",
    "ENDS",
    "1.",
    "2.",
    "3)",
    "•",
    "URGENT",
    "URGENT:",
  ],
  ...[
    "Lees ook:",
    "Related news",
    "À lire aussi",
    "https://example.org/a",
    "(https://example.org/b)",
    "|",
    "By",
    "and",
    "Door",
  ],
  ...[
    "BRUSSELS, 3 March (ABC)",
    "Headline:",
    "Slug:",
    "***",
    "?",
    "!",
    ":",
    "\u00ad",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u202f",
  ],
  ...[
    "🙂",
    "👩‍👩‍👧",
    "é",
    "e\u0301",
    "ﬁ",
    "\u0001",
    "\u001b",
    "\u0085",
    "\t",
    "“",
    "”",
    '"',
    "(",
    ")",
    "[",
    "]",
    "<b>",
    "&amp;",
  ],
]

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z]{1,12}$/) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
)
const line = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "))
const ending = fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\r", "\r\r\n", "\u2028", "\u2029", "\u0085", "\f", "\v")
const lines = fc.array(fc.tuple(line, ending), { maxLength: 14 }).map((all) => all.flat().join(""))

export const wireText = fc.oneof(
  { weight: 8, arbitrary: lines },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  },
)
