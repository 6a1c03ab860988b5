import {
  below,
  chance,
  disc,
  figure,
  hills,
  horizon,
  ink,
  line,
  moved,
  oval,
  over,
  path,
  poly,
  range,
  rect,
  ring,
  smooth,
  through,
} from "./shapes.mjs"

/** A lighthouse on its rock, its beam over the sea. */
function beacon() {
  const random = chance("lighthouse")
  const waves = range(9).map((row) => {
    const y = 600 + row * 24
    return line(
      smooth(range(31).map((at) => [at * 42 - 30, y + Math.sin(at * 1.3 + row * 1.9) * (4 + row)])),
      3 + row * 0.4,
    )
  })
  const tower = "M392 560 L424 210 L516 210 L548 560 Z"
  return [
    ink({ N: [0.95, 0.4], S: [0.3, 0.8], P: [0, 0.45] }, rect(0, 0, 1200, 800)),
    ink(
      { O: 0.15 },
      range(60).map(() => disc(random() * 1200, random() * 330, 1 + random() * 1.6)),
    ),
    ink({ O: { left: 0.55, right: 0.1 }, N: { left: 0, right: 0.5 } }, poly([500, 160], [1220, 20], [1220, 330])),
    ink({ O: { left: 0.1, right: 0.5 }, N: { left: 0.62, right: 0 } }, poly([440, 160], [-20, 110], [-20, 240])),
    ink({ T: [0.9, 1], N: [0.35, 0.75] }, rect(0, 580, 1200, 220)),
    over({ N: 0.6 }, waves),
    ink(
      { O: 0.6 },
      range(22).map(() => rect(620 + random() * 540, 600 + random() * 160, 20 + random() * 60, 4, 0, 2)),
    ),
    moved(
      "translate(960 560)",
      ink({ N: 1 }, path("M-70 0 L80 0 L60 34 L-52 34 Z"), rect(-2, -96, 5, 96)),
      ink({}, path("M6 -92 Q60 -50 62 -8 L6 -8 Z")),
      ink({ R: 1 }, path("M-6 -84 Q-46 -40 -52 -8 L-6 -8 Z")),
    ),
    ink(
      { N: 1, T: 0.3 },
      path("M150 640 Q200 570 300 566 L380 548 Q460 536 570 556 Q660 560 700 610 Q730 640 760 660 L700 700 L120 690 Z"),
    ),
    ink(
      { N: 0.7, R: 0.3 },
      path("M300 566 L380 548 Q460 536 570 556 L520 580 L350 590 Z"),
      path("M200 622 L260 600 L330 640 L240 650 Z"),
      path("M560 610 L640 604 L660 640 L590 640 Z"),
    ),
    ink({}, path(tower)),
    through(
      path(tower),
      ink({ R: 1 }, rect(380, 262, 180, 62), rect(380, 386, 180, 62), rect(380, 510, 180, 60)),
      over({ N: { left: 0, right: 0.55 } }, rect(470, 200, 90, 370)),
    ),
    ink({ N: 1 }, path("M452 560 v-44 q18 -20 36 0 v44 Z"), rect(462, 344, 18, 28, 0, 9), rect(462, 226, 16, 24, 0, 8)),
    ink({ N: 1 }, rect(408, 200, 124, 14), rect(426, 122, 88, 8)),
    ink({ O: 1 }, rect(432, 130, 76, 70)),
    ink({}, disc(470, 164, 24)),
    over(
      { N: 1 },
      range(5).map((at) => rect(430 + at * 18.6, 130, 4, 70)),
      line("M412 200 V176 H528 V200", 4),
    ),
    ink({ R: 1 }, path("M420 124 Q424 82 470 76 Q516 82 520 124 Z")),
    ink({ N: 1 }, rect(467, 44, 6, 34)),
    moved(
      "translate(590 520)",
      ink({ S: 0.85, N: 0.2 }, poly([0, 40], [30, -14], [118, -14], [88, 40])),
      over(
        { N: 1 },
        line("M0 40 L30 -14 L118 -14 L88 40 Z M29 40 L59 -14 M58 40 L88 -14 M15 13 L103 13", 3),
        rect(40, 40, 6, 20),
      ),
    ),
  ]
}
export const lighthouse = { name: "lighthouse", drawing: beacon() }

/** Swifts around an old tower in the evening. */
function screamingParty() {
  const random = chance("swifts")
  const swift = (x, y, s, turn) =>
    moved(
      `translate(${x} ${y}) rotate(${turn}) scale(${s})`,
      ink(
        { N: 1, T: 0.2 },
        path(
          "M0 -24 Q10 -20 9 -4 Q60 -30 108 18 Q60 0 10 14 Q8 30 14 54 L3 34 L0 38 L-3 34 L-14 54 Q-8 30 -10 14 Q-60 0 -108 18 Q-60 -30 -9 -4 Q-10 -20 0 -24 Z",
        ),
      ),
      ink({ O: 0.1 }, oval(0, -14, 4, 5)),
    )
  const bricks = range(46).map(() =>
    rect(146 + Math.floor(random() * 8) * 30, 300 + Math.floor(random() * 24) * 21, 26, 10, 0, 2),
  )
  return [
    ink({ O: [0.25, 0.9], P: [0.85, 0.45] }, rect(0, 0, 1200, 800)),
    ink({ R: 0.75, O: 0.6 }, disc(860, 560, 150)),
    ink(
      {},
      [
        [700, 180, 1.2],
        [1040, 320, 0.9],
      ].map(([x, y, s]) => [
        rect(x - 150 * s, y, 300 * s, 16 * s, 0, 8),
        rect(x - 60 * s, y - 24 * s, 170 * s, 16 * s, 0, 8),
        rect(x - 20 * s, y + 24 * s, 190 * s, 14 * s, 0, 7),
      ]),
    ),
    ink(
      { N: 0.55, R: 0.55 },
      poly(
        [380, 810],
        [380, 690],
        [440, 640],
        [500, 690],
        [500, 660],
        [600, 660],
        [650, 620],
        [700, 660],
        [780, 660],
        [780, 700],
        [850, 650],
        [920, 700],
        [1010, 700],
        [1010, 670],
        [1080, 640],
        [1130, 670],
        [1220, 670],
        [1220, 810],
      ),
    ),
    ink(
      { N: 0.9, R: 0.35 },
      poly(
        [330, 810],
        [330, 740],
        [420, 690],
        [520, 740],
        [600, 740],
        [670, 700],
        [750, 745],
        [900, 745],
        [960, 705],
        [1040, 745],
        [1220, 745],
        [1220, 810],
      ),
    ),
    ink(
      { O: 1 },
      range(12).map((at) => rect(400 + at * 66, 762 + (at % 3) * 8, 12, 16)),
    ),
    ink({ R: 0.9, N: 0.3 }, rect(140, 280, 270, 540)),
    over({ N: 0.45 }, bricks),
    over({ N: { left: 0, right: 0.5 } }, rect(290, 280, 120, 540)),
    ink({ P: 0.35, O: 0.25 }, rect(126, 262, 298, 24), rect(126, 520, 298, 14)),
    ink({ N: 1 }, poly([126, 262], [275, 40], [424, 262])),
    over({ T: 0.6 }, poly([126, 262], [275, 40], [290, 62], [200, 262])),
    ink({ N: 1 }, rect(272, 6, 6, 40), disc(275, 8, 8)),
    [190, 300].map((x) => [
      ink({ N: 1 }, path(`M${x} 470 v-90 q30 -44 60 0 v90 Z`)),
      over(
        { N: 1 },
        range(6).map((at) => rect(x - 6, 384 + at * 15, 72, 4)),
      ),
    ]),
    ink(
      { O: 0.4 },
      range(5).map((at) => rect(190, 388 + at * 16, 60, 6)),
      range(5).map((at) => rect(300, 388 + at * 16, 60, 6)),
    ),
    ink({ O: 0.2 }, disc(275, 620, 54)),
    over(
      { N: 1 },
      ring(275, 620, 54, 7),
      line("M275 620 V584 M275 620 L302 632", 6),
      range(12).map((at) => disc(275 + Math.cos(at * 0.5236) * 43, 620 + Math.sin(at * 0.5236) * 43, 3)),
    ),
    swift(640, 330, 1.5, 62),
    swift(900, 150, 1.05, 28),
    swift(530, 140, 0.9, 105),
    swift(820, 430, 0.75, 80),
    swift(1060, 470, 0.6, 40),
    swift(480, 480, 0.6, 15),
    swift(1010, 240, 0.5, 95),
    swift(720, 80, 0.45, 60),
    swift(1130, 120, 0.55, 10),
    swift(600, 560, 0.4, 130),
  ]
}
export const swifts = { name: "swifts", drawing: screamingParty() }

/** A reading room late at night. */
function readingRoom() {
  const random = chance("library")
  const inks = [
    { R: 1 },
    { T: 1 },
    { O: 1 },
    { S: 1 },
    { N: 0.75 },
    { P: 1 },
    { R: 0.8, N: 0.5 },
    { T: 0.7, N: 0.5 },
    {},
  ]
  const shelf = (x, y, w, h) => {
    const books = []
    let at = x + 6
    while (at < x + w - 14) {
      const wide = 9 + random() * 15
      const tall = h * (0.6 + random() * 0.32)
      const lean = random() < 0.06
      books.push(
        ink(
          inks[Math.floor(random() * inks.length)],
          rect(at, y + h - tall, Math.min(wide, x + w - 6 - at), tall, lean ? 7 : 0),
        ),
        over({ N: 0.55 }, rect(at + 2, y + h - tall * 0.8, Math.max(2, Math.min(wide, x + w - 6 - at) - 4), 4)),
      )
      at += wide + 1.5
    }
    return books
  }
  const bay = (x, w) => [
    ink({ N: 0.9, R: 0.5 }, rect(x, 70, w, 480)),
    range(5).map((row) => [
      ink({ N: 1, R: 0.3 }, rect(x + 8, 84 + row * 92, w - 16, 82)),
      shelf(x + 8, 84 + row * 92, w - 16, 82),
    ]),
  ]
  const lamp = (x, y) => [
    ink({ O: 0.55 }, poly([x - 34, y - 62], [x + 34, y - 62], [x + 110, y + 4], [x - 110, y + 4])),
    ink(
      { T: 1 },
      path(`M${x - 44} ${y - 62} Q${x - 40} ${y - 96} ${x} ${y - 98} Q${x + 40} ${y - 96} ${x + 44} ${y - 62} Z`),
    ),
    ink({ O: 1, N: 0.2 }, rect(x - 3, y - 62, 6, 62), oval(x, y + 2, 28, 6)),
  ]
  const reader = (x, y, mix, hair, s = 1) =>
    moved(
      `translate(${x} ${y}) scale(${s})`,
      ink(mix, path("M-84 150 Q-88 40 -40 24 Q0 10 40 24 Q88 40 84 150 Z")),
      ink({ P: 0.85, O: 0.2 }, rect(-14, -4, 28, 36, 0, 10), oval(0, -34, 34, 40)),
      ink(hair, path("M-38 -30 Q-42 -84 0 -86 Q42 -84 38 -30 Q30 -58 0 -58 Q-30 -58 -38 -30 Z")),
      over({ N: 0.9 }, line("M-18 -26 q7 5 14 0 M4 -26 q7 5 14 0", 2.5)),
      ink({}, path("M-66 112 L0 122 L66 112 L66 150 L-66 150 Z")),
      over({ N: 0.9 }, line("M-66 112 L0 122 L66 112 M0 122 V150", 3)),
    )
  return [
    ink({ N: 0.95, T: 0.3 }, rect(0, 0, 1200, 800)),
    bay(-20, 330),
    bay(890, 330),
    ink({ N: 0.85, S: 0.6 }, path("M350 550 V180 Q350 40 600 36 Q850 40 850 180 V550 Z")),
    through(
      path("M366 550 V186 Q366 56 600 52 Q834 56 834 186 V550 Z"),
      ink({ N: [1, 0.7], S: [0.4, 0.9] }, rect(350, 30, 520, 540)),
      ink(
        { O: 0.3 },
        disc(720, 170, 40),
        range(26).map(() => disc(370 + random() * 460, 60 + random() * 250, 1.8)),
      ),
      ink(
        { N: 1 },
        poly(
          [360, 560],
          [360, 430],
          [420, 390],
          [480, 430],
          [480, 380],
          [510, 380],
          [510, 300],
          [526, 260],
          [542, 300],
          [542, 400],
          [640, 400],
          [690, 360],
          [740, 400],
          [840, 420],
          [840, 560],
        ),
      ),
      ink(
        { O: 1 },
        range(9).map((at) => rect(376 + at * 50, 446 + (at % 3) * 22, 12, 18)),
      ),
    ),
    over({ O: 0.75 }, line("M366 550 V186 Q366 56 600 52 Q834 56 834 186 V550", 8)),
    ink({ O: 0.75 }, rect(596, 52, 7, 498), rect(366, 196, 468, 7), rect(366, 372, 468, 7)),
    ink({ R: 0.85, N: 0.65 }, rect(0, 550, 1200, 110)),
    reader(250, 520, { R: 1 }, { N: 1 }),
    reader(600, 526, { O: 1 }, { R: 0.7, N: 0.7 }),
    reader(940, 516, { S: 1 }, { N: 0.75 }),
    ink({ O: 0.85, R: 0.55 }, rect(0, 660, 1200, 36)),
    ink({ N: 0.85, R: 0.6 }, rect(0, 696, 1200, 110)),
    range(4).map((at) => over({ N: 0.9 }, rect(30 + at * 300, 716, 240, 70, 0, 4))),
    lamp(425, 660),
    lamp(775, 660),
    lamp(80, 660),
    lamp(1120, 660),
    ink({ T: 1 }, rect(520, 646, 70, 14)),
    ink({ R: 1 }, rect(528, 634, 58, 12)),
    ink({}, rect(640, 640, 20, 20, 0, 3)),
    ink({ P: 1 }, rect(180, 648, 80, 12)),
  ]
}
export const library = { name: "library", drawing: readingRoom() }

/** Two visitors before a large painting, reading its small label. */
function gallery() {
  const random = chance("museum")
  const hung = rect(330, 110, 460, 340)
  return [
    ink({ R: 1, P: 0.3 }, rect(0, 0, 1200, 610)),
    over({ N: { left: 0.5, right: 0 } }, rect(0, 0, 330, 610)),
    ink({ O: 0.75, N: 0.12 }, rect(0, 610, 1200, 200)),
    over(
      { N: 0.3, R: 0.3 },
      range(9).map((at) =>
        poly(
          [600 + (at - 4) * 120, 610],
          [603 + (at - 4) * 120, 610],
          [612 + (at - 4) * 310, 810],
          [604 + (at - 4) * 310, 810],
        ),
      ),
      rect(0, 660, 1200, 3),
      rect(0, 724, 1200, 3),
    ),
    ink({}, rect(0, 586, 1200, 24)),
    over({ N: 0.9 }, rect(0, 606, 1200, 5)),
    over({ N: 0.55 }, rect(316, 112, 510, 384)),
    ink({ O: 1 }, rect(304, 84, 512, 392)),
    over({ N: 0.5, R: 0.4 }, line("M304 84 L330 110 M816 84 L790 110 M304 476 L330 450 M816 476 L790 450", 4)),
    over({ N: 0.8 }, line("M312 92 H808 V468 H312 Z", 3)),
    through(
      hung,
      ink({ S: [1, 0.35] }, hung),
      ink({}, oval(440, 180, 70, 18), oval(480, 166, 50, 18), oval(690, 210, 60, 14)),
      ink({ O: 1 }, disc(610, 190, 30)),
      ink({ T: 0.5, S: 0.5 }, hills(random, { y: 300, rise: 70 })),
      ink({ T: 0.9 }, hills(random, { y: 350, rise: 60 })),
      ink({ O: 0.85, T: 0.25 }, hills(random, { y: 396, rise: 36 })),
      ink({ S: 0.8 }, path("M520 460 Q560 420 500 400 Q460 380 540 356 L552 358 Q490 382 540 400 Q620 424 600 460 Z")),
      ink(
        { T: 1, N: 0.6 },
        [
          [380, 380],
          [404, 372],
          [720, 388],
          [752, 380],
          [690, 396],
        ].map(([x, y]) => oval(x, y, 11, 28)),
      ),
      ink({}, rect(640, 352, 26, 18)),
      ink({ R: 1 }, poly([636, 352], [653, 338], [670, 352])),
    ),
    over({ N: 0.8 }, line("M330 110 H790 V450 H330 Z", 4)),
    ink({}, rect(856, 330, 74, 110)),
    over(
      { N: 0.8 },
      rect(866, 344, 40, 6),
      range(7).map((at) => rect(866, 360 + at * 10, [52, 48, 54, 44, 52, 50, 26][at], 3)),
    ),
    over({ N: 0.4 }, rect(930, 334, 5, 110), rect(860, 440, 75, 4)),
    ink({ O: 1 }, rect(60, 150, 150, 200)),
    ink({ T: 1 }, rect(76, 166, 118, 168)),
    ink({ P: 0.9 }, oval(135, 236, 30, 38)),
    ink({ N: 1 }, path("M76 334 Q86 278 135 276 Q184 278 194 334 Z")),
    ink({ R: 0.7, N: 0.7 }, path("M102 240 Q98 186 135 186 Q172 186 168 240 Q160 210 135 212 Q110 210 102 240 Z")),
    ink({ O: 1 }, rect(1010, 130, 240, 240)),
    ink({ S: 0.6 }, rect(1028, 148, 204, 204)),
    ink({ R: 1 }, disc(1110, 230, 48)),
    ink({ T: 1 }, rect(1100, 236, 120, 80, -18)),
    ink({ N: 1 }, poly([1040, 330], [1100, 250], [1130, 340])),
    ink({ N: 1 }, figure(905, 756, 330, { lean: 8, wide: 1.05 })),
    ink({ T: 1 }, path("M852 512 Q850 486 908 482 Q962 486 960 512 L964 650 L848 650 Z")),
    ink({ P: 1 }, disc(913, 452, 27)),
    ink({ N: 1 }, path("M884 456 Q882 416 913 416 Q944 416 943 456 L938 476 Q914 484 888 476 Z")),
    over({ N: 0.6 }, line("M878 530 V640 M938 530 V640", 4)),
    ink({ O: 0.9, R: 0.1 }, figure(1010, 752, 235, { lean: -8 })),
    ink({ N: 1 }, rect(984, 672, 22, 80), rect(1014, 672, 22, 80)),
    ink({ P: 1 }, disc(1002, 538, 21)),
    ink(
      { R: 0.6, N: 0.8 },
      path("M979 546 Q974 508 1003 508 Q1030 510 1026 546 L1036 590 Q1024 596 1018 560 L986 562 Z"),
    ),
    over({ N: 0.4, R: 0.3 }, oval(930, 760, 110, 10)),
    ink({ N: 1 }, rect(120, 660, 330, 22, 0, 5), rect(150, 682, 14, 70), rect(406, 682, 14, 70)),
    over({ N: 0.35, R: 0.25 }, oval(285, 756, 190, 9)),
  ]
}
export const museum = { name: "museum", drawing: gallery() }

/** New bells on their way up a tower, over the roofs. */
function carillon() {
  const random = chance("bells")
  const bell = (x, y, s, mix) =>
    moved(
      `translate(${x} ${y}) scale(${s})`,
      ink({ N: 1 }, line("M0 -108 V-96", 14), disc(0, 30, 16)),
      ink(
        mix,
        path(
          "M-22 -98 Q0 -110 22 -98 Q44 -78 46 -30 Q50 0 78 20 Q80 32 66 34 L-66 34 Q-80 32 -78 20 Q-50 0 -46 -30 Q-44 -78 -22 -98 Z",
        ),
      ),
      over({ N: 0.5 }, path("M22 -98 Q44 -78 46 -30 Q50 0 78 20 Q80 32 66 34 L26 34 Q40 0 22 -98 Z")),
      over({ N: 0.85 }, line("M-60 16 Q0 24 60 16 M-44 -40 Q0 -34 44 -40 M-40 -54 Q0 -48 40 -54", 3)),
    )
  const roof = (x, y, w, mix, tiles) => [
    ink({ O: 0.3, P: 0.35 }, rect(x + 10, y + 110, w - 20, 300)),
    ink(mix, poly([x - 8, y + 118], [x + w * 0.22, y], [x + w * 0.78, y], [x + w + 8, y + 118])),
    over(
      { N: 0.35 },
      range(tiles).map((at) =>
        line(`M${x + w * 0.22 + ((w * 0.56) / tiles) * at} ${y + 4} L${x + (w / tiles) * at} ${y + 116}`, 2),
      ),
      range(4).map((at) =>
        line(`M${x + w * 0.2 - at * w * 0.055} ${y + 22 + at * 26} H${x + w * 0.8 + at * w * 0.055}`, 2),
      ),
    ),
    ink(
      { N: 0.9 },
      rect(x + w * 0.2, y + 150, 30, 46),
      rect(x + w * 0.45, y + 150, 30, 46),
      rect(x + w * 0.7, y + 150, 30, 46),
    ),
    ink({ R: 0.7, N: 0.5 }, rect(x + w * 0.6, y - 40, 26, 50)),
  ]
  return [
    ink({ S: [0.85, 0.1], P: [0, 0.35] }, rect(0, 0, 1200, 800)),
    ink(
      {},
      [
        [220, 170, 1.1],
        [980, 110, 0.9],
        [1080, 300, 0.7],
      ].map(([x, y, s]) => [
        oval(x, y, 90 * s, 24 * s),
        oval(x - 36 * s, y - 18 * s, 46 * s, 28 * s),
        oval(x + 26 * s, y - 22 * s, 52 * s, 34 * s),
      ]),
    ),
    ink({ N: 0.4, S: 0.8 }, below(horizon(random, { y: 560, rise: 30 }))),
    ink({ O: 0.45, P: 0.3 }, rect(470, 250, 240, 560)),
    over({ N: { left: 0, right: 0.45 } }, rect(560, 250, 150, 560)),
    ink(
      { N: 0.95 },
      [496, 612].map((x) => path(`M${x} 560 V350 Q${x} 296 ${x + 36} 290 Q${x + 72} 296 ${x + 72} 350 V560 Z`)),
    ),
    bell(532, 410, 0.5, { O: 1 }),
    bell(532, 520, 0.4, { O: 1 }),
    bell(648, 500, 0.5, { O: 1 }),
    ink({ P: 0.3, O: 0.2 }, rect(456, 236, 268, 22), rect(456, 566, 268, 18)),
    over({ N: 0.7 }, rect(456, 256, 268, 4), rect(456, 583, 268, 4)),
    ink({ T: 1, N: 0.25 }, path("M462 236 Q590 220 570 120 Q566 90 590 70 Q614 90 610 120 Q590 220 718 236 Z")),
    ink({ N: 1 }, rect(587, 20, 6, 54)),
    ink({ O: 1 }, path("M593 22 q34 -4 40 14 q-20 6 -40 6 Z")),
    over({ N: 1 }, line("M724 246 L860 172 M724 256 L724 200 L860 172", 7), line("M856 174 V392", 3)),
    bell(856, 500, 1.05, { O: 1, R: 0.12 }),
    over({ R: 1 }, line("M800 534 Q740 640 700 700", 3)),
    roof(-40, 560, 260, { R: 1 }, 12),
    roof(250, 610, 240, { R: 0.9, O: 0.5 }, 11),
    roof(700, 620, 260, { R: 1 }, 12),
    roof(960, 570, 290, { R: 0.8, N: 0.3 }, 13),
    roof(100, 680, 230, { R: 1, N: 0.15 }, 10),
    roof(480, 676, 260, { R: 0.85, O: 0.4 }, 12),
    roof(860, 700, 260, { R: 0.9, N: 0.12 }, 12),
    ink(
      { N: 1 },
      range(5).map((at) => {
        const [x, y] = [300 + at * 40 + random() * 30, 300 + random() * 120]
        return line(`M${x - 12} ${y - 5} Q${x - 5} ${y - 8} ${x} ${y} Q${x + 5} ${y - 8} ${x + 12} ${y - 5}`, 3)
      }),
    ),
  ]
}
export const bells = { name: "bells", drawing: carillon() }

/** A silent film, and the organist below it. */
function pictureHouse() {
  const random = chance("cinema")
  const heads = range(3).flatMap((row) =>
    range(9 + row).map((at) => ({
      x: 40 + at * (1150 / (8 + row)) + (row % 2) * 34 - row * 20 + random() * 24,
      y: 640 + row * 66,
      s: 1 + row * 0.24,
    })),
  )
  return [
    ink({ N: 1, R: 0.35 }, rect(0, 0, 1200, 800)),
    ink(
      { R: 1, N: 0.25 },
      range(9).map((at) =>
        path(`M${at * 24} 0 h20 Q${at * 22 + 26} 300 ${at * 18 + 20} 600 h-20 Q${at * 20} 300 ${at * 24} 0 Z`),
      ),
      range(9).map((at) =>
        path(
          `M${1200 - at * 24} 0 h-20 Q${1174 - at * 22} 300 ${1180 - at * 18} 600 h20 Q${1200 - at * 20} 300 ${1200 - at * 24} 0 Z`,
        ),
      ),
    ),
    ink({ O: 0.3 }, rect(250, 60, 700, 430)),
    through(
      rect(250, 60, 700, 430),
      ink({ O: { middle: 0.05, edge: 0.5 } }, rect(250, 60, 700, 430)),
      over({ N: 0.22 }, hills(random, { y: 330, rise: 90 })),
      over({ N: 0.4 }, rect(250, 400, 700, 100)),
      ink(
        { N: 0.85 },
        rect(250, 396, 700, 7),
        range(24).map((at) => rect(256 + at * 30, 404, 16, 7)),
        rect(250, 414, 700, 5),
      ),
      moved(
        "translate(395 396)",
        ink(
          { N: 0.95 },
          rect(0, -90, 190, 62),
          rect(120, -140, 74, 112),
          rect(14, -132, 26, 44),
          poly([8, -140], [46, -140], [40, -128], [14, -128]),
          poly([-40, -8], [0, -40], [0, -8]),
          rect(112, -150, 92, 12),
        ),
        ink({ O: 0.2 }, rect(136, -124, 42, 34)),
        ink(
          { N: 0.9 },
          [26, 76, 126, 170].map((x) => disc(x, -16, 22)),
        ),
        ink(
          { O: 0.2 },
          [26, 76, 126, 170].map((x) => disc(x, -16, 8)),
        ),
      ),
      ink({ O: 0.08, N: 0.12 }, disc(400, 220, 34), disc(366, 190, 40), disc(320, 160, 46), disc(282, 124, 50)),
      ink({ N: 0.95 }, figure(740, 396, 170, { lean: -14 })),
      over({ N: 0.95 }, line("M728 290 L676 262", 10), rect(700, 222, 52, 8), rect(710, 204, 32, 20)),
      over(
        { N: 0.35 },
        range(10).map(() => rect(250 + random() * 700, 60, 1.5, 430)),
      ),
    ),
    over({ O: 0.9 }, line("M244 54 H956 V496 H244 Z", 6)),
    ink({ R: 0.7, N: 0.75 }, rect(220, 500, 760, 60)),
    ink(
      { O: 1 },
      range(21).map((at) =>
        rect(430 + at * 16.4, 566 - Math.abs(at - 10) * -5 - 76, 12, 80 - Math.abs(at - 10) * 5, 0, 5),
      ),
    ),
    ink({ O: 0.7, R: 0.5, N: 0.2 }, path("M440 640 L440 570 Q600 540 760 570 L760 640 Z")),
    ink({}, rect(478, 590, 244, 9), rect(488, 606, 224, 9)),
    ink({ N: 1 }, path("M556 640 Q556 600 600 598 Q644 600 644 640 Z"), disc(600, 580, 20)),
    ink({ N: 1 }, rect(0, 632, 1200, 170)),
    heads.map(({ x, y, s }, at) => [
      ink({ R: at % 2 ? 0.9 : 0.75, N: 0.62 }, rect(x - 46 * s, y + 26 * s, 92 * s, 120, 0, 16)),
      ink(
        { N: 0.95, [["P", "T", "S", "O"][at % 4]]: 0.3 },
        disc(x, y, 22 * s),
        path(
          `M${x - 42 * s} ${y + 70 * s} Q${x - 38 * s} ${y + 26 * s} ${x} ${y + 24 * s} Q${x + 38 * s} ${y + 26 * s} ${x + 42 * s} ${y + 70 * s} Z`,
        ),
      ),
      over({}, disc(x, y, 1)),
    ]),
  ]
}
export const cinema = { name: "cinema", drawing: pictureHouse() }
