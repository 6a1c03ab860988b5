import { below, chance, disc, figure, ink, line, over, path, poly, range, rect, ring, through } from "./shapes.mjs"

/** A long table laid for talks, nobody there, and mountains behind the windows. */
function talks() {
  const windows = [90, 450, 810]
  const panes = windows.map((x) => rect(x, 60, 300, 350))
  const peaks = [
    [-40, 420],
    [60, 330],
    [160, 215],
    [215, 262],
    [330, 130],
    [420, 240],
    [480, 205],
    [600, 300],
    [700, 190],
    [770, 235],
    [890, 110],
    [985, 225],
    [1040, 190],
    [1150, 310],
    [1240, 420],
  ]
  const snow = [
    [330, 130, 52],
    [890, 110, 60],
    [700, 190, 34],
    [160, 215, 32],
  ]
  const cap = ([x, y, w]) =>
    poly(
      [x, y],
      [x + w, y + w * 0.95],
      [x + w * 0.35, y + w * 0.75],
      [x, y + w * 1.1],
      [x - w * 0.4, y + w * 0.7],
      [x - w * 0.9, y + w * 0.98],
    )
  const far = range(6).map((at) => 190 + at * 148)
  const near = range(5).map((at) => 92 + at * 220)
  const chair = (x, y, s) => [
    ink(
      { R: 1 },
      rect(x, y, 66 * s, 100 * s, 0, 6),
      rect(x + 6 * s, y + 90 * s, 9 * s, 90 * s),
      rect(x + 50 * s, y + 90 * s, 9 * s, 90 * s),
    ),
    over({ N: 0.95 }, rect(x - 4 * s, y - 4 * s, 74 * s, 9 * s, 0, 4)),
    over({ N: 0.7 }, ...[14, 30, 46].map((dx) => rect(x + dx * s, y + 20 * s, 5 * s, 62 * s))),
  ]
  const sheet = (x, y, w, h, skew) => [
    ink({}, poly([x, y], [x + w, y], [x + w + skew, y + h], [x - w * 0.12 + skew, y + h])),
    over(
      { N: 0.55 },
      ...[0.25, 0.5, 0.75].map((t) =>
        line(
          `M${x + w * 0.1 + skew * t} ${y + h * t} L${x + w * (t === 0.75 ? 0.6 : 0.86) + skew * t} ${y + h * t}`,
          h / 16,
        ),
      ),
    ),
  ]
  const glass = (x, y, s) => [
    ink({ S: 0.8, O: 0.25 }, path(`M${x} ${y} l${16 * s} 0 l${-3 * s} ${26 * s} l${-10 * s} 0 Z`)),
    over({ N: 0.8 }, line(`M${x} ${y} l${16 * s} 0`, 2)),
  ]
  return [
    ink({ O: { left: 0.95, right: 0.5 } }, rect(0, 0, 1200, 470)),
    through(
      panes,
      ink({ S: [0.35, 0.05] }, rect(0, 0, 1200, 420)),
      ink({ O: 1 }, disc(575, 150, 46)),
      ink({ S: 1 }, below(peaks, 420)),
      ink({}, ...snow.map(cap)),
      over(
        { N: 0.55 },
        poly([270, 420], [440, 300], [560, 372], [690, 288], [860, 400], [1010, 330], [1200, 420]),
        poly([0, 420], [60, 340], [150, 390], [260, 335], [420, 420]),
      ),
    ),
    over(
      { N: 1 },
      windows.map((x) => [
        line(`M${x} 60 h300 v350 h-300 Z`, 11),
        rect(x + 147, 60, 6, 350),
        rect(x, 180, 300, 6),
        rect(x - 16, 410, 332, 14),
      ]),
    ),
    ink({ P: [0.9, 0.55] }, rect(0, 470, 1200, 330)),
    over({ N: 1 }, rect(0, 466, 1200, 8)),
    far.map((x) => chair(x, 428, 1)),
    ink({ O: [1, 0.8] }, poly([130, 520], [1070, 520], [1215, 690], [-15, 690])),
    over({ R: { middle: 0.28, edge: 0 } }, poly([130, 520], [1070, 520], [1215, 690], [-15, 690])),
    over({ N: 0.9 }, line("M130 520 L1070 520", 4)),
    ink({ N: 1 }, rect(-10, 690, 1220, 20)),
    far.map((x, at) => sheet(x + 8, 535, 54, 22, (at - 2.5) * 5)),
    near.map((x, at) => sheet(x + 10 + (2 - at) * 16, 612, 86, 38, (at - 2) * 9)),
    [250, 395, 545, 690, 840].map((x) => glass(x + 20, 528, 0.8)),
    [222, 448, 738, 960].map((x) => glass(x, 600, 1.4)),
    near.map((x) => chair(x, 660, 1.45)),
  ]
}
export const table = { name: "talks", drawing: talks() }

/** A folder goes from one hand to another. */
function handover() {
  const thumb = "M330 372 C392 366 446 372 486 392 C512 406 506 434 478 434 C440 432 402 432 362 436 Z"
  const palm = "M318 330 C400 312 470 320 540 352 L540 500 C470 528 420 520 362 504 Z"
  const turned =
    (...things) =>
    (plate) =>
      `<g transform="rotate(180 605 400)">${things
        .flat(9)
        .map((thing) => thing(plate))
        .join("")}</g>`
  const hand = (skin) => ink(skin, path(palm))
  const thumbOf = (skin) => [
    ink(skin, path(thumb)),
    over({ N: 0.9 }, line("M362 436 C402 432 440 432 478 434 C506 434 512 406 486 392", 3.5)),
    over({ N: 0.7 }, line("M476 402 q16 4 18 16", 2.5)),
  ]
  const sleeve = (mix, cuff) => [
    ink(cuff, poly([300, 318], [352, 328], [396, 512], [340, 524])),
    ink(mix, poly([-20, 236], [318, 316], [362, 520], [-20, 660])),
  ]
  const folder = poly([430, 232], [560, 214], [574, 184], [664, 172], [676, 200], [770, 188], [818, 562], [478, 612])
  return [
    ink({ S: { middle: 0.12, edge: 0.95, r: 0.8 } }, rect(0, 0, 1200, 800)),
    hand({ P: 0.95 }),
    turned(hand({ P: 0.75, O: 0.55 })),
    ink({}, rect(462, 140, 300, 400, -13)),
    over(
      { N: 0.5 },
      range(4).map((at) => line(`M${470 + at * 3} ${196 + at * 16} L${700 + at * 3} ${143 + at * 16}`, 3)),
    ),
    ink({}, rect(482, 150, 300, 400, -4)),
    over(
      { N: 0.5 },
      range(3).map((at) => line(`M${510} ${182 + at * 12} L${740} ${166 + at * 12}`, 3)),
    ),
    ink({ O: 1 }, folder),
    over({ R: { left: 0.25, right: 0 } }, folder),
    over({ N: 0.9 }, line("M430 232 L478 612 L818 562 L770 188", 4)),
    over(
      { N: 0.8 },
      range(5).map((at) =>
        line(
          `M${520 + at * 5} ${440 + at * 28} L${(at === 0 ? 620 : 680 + ((at * 37) % 50)) + at * 5} ${419 + at * 28}`,
          at ? 4 : 8,
        ),
      ),
    ),
    over({ R: 0.95 }, ring(668, 306, 62, 8), ring(668, 306, 46, 3), line("M634 306 h68 M644 290 h48 M644 322 h48", 5)),
    thumbOf({ P: 0.95 }),
    turned(thumbOf({ P: 0.75, O: 0.55 })),
    sleeve({ R: { left: 1, right: 0.85 }, N: { left: 0.5, right: 0 } }, {}),
    turned(sleeve({ N: { left: 1, right: 0.85 } }, { S: 0.5 })),
    ink({ O: 1 }, disc(352, 500, 8), disc(346, 476, 8)),
    turned(ink({ O: 1 }, disc(352, 500, 8), disc(346, 476, 8))),
  ]
}
export const papers = { name: "handover", drawing: handover() }

/** The last tram, between tall houses, its light on wet cobbles. */
function lastTram() {
  const random = chance("tram")
  const gables = [
    [-20, 210, 130],
    [110, 150, 120],
    [230, 245, 110],
    [340, 185, 92],
    [790, 170, 110],
    [900, 235, 110],
    [1010, 140, 120],
    [1130, 215, 110],
  ]
  const house = ([x, y, w]) =>
    poly(
      [x, 646],
      [x, y + 55],
      [x + w * 0.16, y + 55],
      [x + w * 0.16, y + 28],
      [x + w * 0.32, y + 28],
      [x + w * 0.32, y],
      [x + w * 0.68, y],
      [x + w * 0.68, y + 28],
      [x + w * 0.84, y + 28],
      [x + w * 0.84, y + 55],
      [x + w, y + 55],
      [x + w, 646],
    )
  const coats = [{ N: 0.86, T: 0.5 }, { N: 0.8, R: 0.75 }, { N: 0.92 }, { N: 0.8, T: 0.7 }]
  const panes = gables.flatMap(([x, y, w]) =>
    range(Math.floor((560 - y) / 72)).flatMap((row) =>
      range(3).map((column) => ({
        x: x + w * 0.14 + column * w * 0.27,
        y: y + 85 + row * 72,
        w: w * 0.17,
        lit: random() < 0.36,
      })),
    ),
  )
  const body =
    "M452 300 Q452 262 490 258 L712 258 Q750 262 750 300 L764 600 Q764 624 742 624 L460 624 Q438 624 438 600 Z"
  const glass = path("M472 312 L730 312 L738 452 L464 452 Z")
  const carpet = poly([446, 630], [756, 630], [960, 820], [240, 820])
  const glints = range(34).map(() => {
    const y = 655 + random() * 140
    const spread = (y - 640) * 1.1
    return rect(570 + (random() - 0.5) * (300 + spread * 2.4), y, 30 + random() * 80, 5, 0, 2)
  })
  return [
    ink({ N: [0.95, 0.55], T: [0.2, 0.5] }, rect(0, 0, 1200, 646)),
    ink({ O: 0.25 }, disc(250, 95, 40)),
    ink(
      { O: 0.2 },
      range(46).map(() => disc(random() * 1200, random() * 210, 1.7)),
    ),
    ink(
      { N: 0.72, T: 0.5 },
      poly([430, 646], [430, 400], [500, 340], [560, 400], [640, 370], [720, 350], [790, 420], [790, 646]),
    ),
    gables.map((one, at) => ink(coats[at % 4], house(one))),
    panes.map((p) =>
      p.lit
        ? [
            ink({ O: 1, R: random() < 0.3 ? 0.25 : 0 }, rect(p.x, p.y, p.w, 40)),
            over({ N: 0.9 }, rect(p.x + p.w / 2 - 1.5, p.y, 3, 40), rect(p.x, p.y + 17, p.w, 3)),
          ]
        : ink({ N: 0.62, S: 0.9 }, rect(p.x, p.y, p.w, 40)),
    ),
    over({ N: 1 }, line("M0 232 L560 214 L1200 236", 3), line("M560 214 L600 258 L640 214", 5)),
    ink({ N: [0.82, 0.5], S: 1 }, rect(0, 642, 1200, 170)),
    ink({ O: [0.95, 0.35], N: [0, 0.35] }, carpet),
    ink({ O: 0.6 }, glints),
    over({ N: 1 }, line("M516 630 L380 810 M686 630 L822 810", 6), line("M540 630 L450 810 M662 630 L752 810", 3)),
    ink({ O: 1 }, path(body)),
    ink({ O: 0.35 }, glass),
    through(
      glass,
      ink({ N: 0.95 }, figure(542, 600, 250, { wide: 1.25 })),
      ink({ N: 0.8, R: 0.4 }, figure(668, 590, 200, { wide: 1.2 })),
      ink({ N: 0.5, S: 0.6 }, figure(716, 570, 170)),
    ),
    over({ N: 1 }, line("M472 312 L730 312 L738 452 L464 452 Z", 6), rect(597, 312, 7, 140)),
    ink({ N: 1 }, rect(510, 268, 182, 32, 0, 4)),
    ink({ O: 0.5 }, rect(530, 281, 24, 7), rect(564, 281, 58, 7), rect(632, 281, 40, 7)),
    ink({ R: 1 }, path("M444 484 L758 484 L764 600 Q764 624 742 624 L460 624 Q438 624 438 600 Z")),
    ink({}, rect(450, 500, 302, 7)),
    over({ N: 1 }, line(body, 6), rect(448, 606, 306, 20, 0, 6)),
    ink({}, disc(505, 560, 25), disc(697, 560, 25)),
    over({ N: 1 }, ring(505, 560, 25, 5), ring(697, 560, 25, 5)),
    ink({ N: 1 }, figure(905, 712, 158), figure(958, 716, 148, { lean: -5 })),
    ink({ R: 1 }, rect(880, 600, 50, 9)),
    over({ N: 0.9 }, poly([880, 710], [985, 716], [1075, 752], [950, 738])),
  ]
}
export const tram = { name: "last-tram", drawing: lastTram() }

/** A goods train leaves a tunnel, high up. */
function pass() {
  const random = chance("pass")
  const wagon = (x, y, mix) => [
    ink(mix, rect(x, y, 128, 62, 0, 3)),
    over(
      { N: 0.6 },
      range(5).map((at) => rect(x + 14 + at * 24, y + 6, 4, 50)),
    ),
    ink({ N: 1 }, rect(x + 4, y + 62, 120, 8), disc(x + 26, y + 74, 11), disc(x + 102, y + 74, 11)),
  ]
  const firs = range(30).map((at) => {
    const x = 20 + at * 41 + random() * 26
    const y = 735 + random() * 60
    const s = 0.7 + random() * 0.8
    return poly(
      [x, y - 95 * s],
      [x + 15 * s, y - 55 * s],
      [x + 8 * s, y - 57 * s],
      [x + 24 * s, y - 10 * s],
      [x - 24 * s, y - 10 * s],
      [x - 8 * s, y - 57 * s],
      [x - 15 * s, y - 55 * s],
    )
  })
  return [
    ink({ S: [0.7, 0.05], P: [0, 0.7] }, rect(0, 0, 1200, 800)),
    ink({}, disc(930, 150, 54)),
    ink(
      { S: 0.85, P: 0.2 },
      poly(
        [-20, 430],
        [130, 250],
        [210, 330],
        [350, 150],
        [470, 310],
        [560, 240],
        [720, 400],
        [900, 260],
        [1010, 340],
        [1120, 220],
        [1240, 360],
        [1240, 620],
        [-20, 620],
      ),
    ),
    ink(
      {},
      poly([350, 150], [412, 232], [372, 222], [352, 262], [322, 218], [282, 240]),
      poly([130, 250], [170, 292], [138, 288], [118, 318], [84, 306]),
      poly([1120, 220], [1166, 272], [1124, 262], [1096, 292], [1064, 276]),
    ),
    ink({ N: 0.7, S: 0.7 }, poly([-20, 560], [60, 330], [170, 300], [300, 360], [420, 500], [520, 610], [-20, 800])),
    over({ N: 0.75 }, poly([170, 300], [300, 360], [420, 500], [520, 610], [330, 640], [260, 470], [200, 420])),
    ink(
      { T: [0.85, 0.5], N: [0.1, 0.35] },
      path("M-20 640 L300 640 L420 560 C620 520 900 560 1220 500 L1220 820 L-20 820 Z"),
    ),
    ink({ N: 0.9, R: 0.2 }, path("M150 640 L150 520 Q150 440 235 440 Q320 440 320 520 L320 640 Z")),
    ink({ N: 1 }, path("M172 640 L172 526 Q172 464 235 464 Q298 464 298 526 L298 640 Z")),
    ink({ O: 0.35, N: 0.28 }, rect(140, 604, 1080, 24)),
    ink(
      { O: 0.35, N: 0.28 },
      range(6).map((at) => path(`M${360 + at * 150} 628 h150 v172 h-20 v-60 q0 -74 -55 -74 q-55 0 -55 74 v60 h-20 Z`)),
    ),
    over({ N: 0.85 }, rect(140, 598, 1080, 7)),
    over(
      { N: 0.8 },
      range(7).map((at) => [rect(330 + at * 140, 430, 4, 170), rect(330 + at * 140, 446, 46, 3)]),
      line("M235 456 L1200 452", 2.5),
    ),
    through(
      rect(200, 400, 1000, 220),
      wagon(180, 520, { R: 1 }),
      wagon(318, 520, { O: 1 }),
      wagon(456, 520, { R: 1 }),
      wagon(594, 520, { T: 1, N: 0.3 }),
      wagon(732, 520, { O: 1 }),
      ink({ R: 1 }, path("M872 582 L872 494 L1016 494 Q1060 500 1076 582 Z")),
      ink({}, rect(872, 552, 200, 8)),
      ink(
        { S: 0.5 },
        path("M1000 508 L1022 510 Q1040 520 1048 540 L1000 540 Z"),
        rect(890, 510, 30, 26),
        rect(932, 510, 30, 26),
      ),
      ink(
        { N: 1 },
        rect(876, 582, 204, 8),
        disc(906, 594, 11),
        disc(936, 594, 11),
        disc(1014, 594, 11),
        disc(1044, 594, 11),
      ),
      over({ N: 1 }, line("M930 494 L950 456 L972 494", 4)),
    ),
    ink({ N: 1 }, rect(140, 600, 1080, 6)),
    ink({ N: 0.9, T: 0.9 }, firs),
  ]
}
export const train = { name: "pass", drawing: pass() }
