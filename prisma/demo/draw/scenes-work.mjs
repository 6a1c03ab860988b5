import {
  chance,
  disc,
  figure,
  hills,
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

/** Cranes over a ship at dawn. */
function harbour() {
  const random = chance("harbour")
  const crane = (x, s, mix) =>
    moved(
      `translate(${x} 610) scale(${s})`,
      ink(
        mix,
        poly([-70, 0], [-52, 0], [-30, -330], [-44, -330]),
        poly([70, 0], [52, 0], [30, -330], [44, -330]),
        rect(-52, -180, 104, 12),
        rect(-44, -330, 88, 14),
        poly([-150, -352], [330, -352], [330, -336], [-150, -336]),
        poly([-8, -470], [8, -470], [14, -340], [-14, -340]),
        rect(-140, -336, 56, 34),
        rect(60, -336, 34, 30),
        line("M0 -466 L300 -350 M0 -466 L-140 -350 M0 -466 L170 -350", 4),
        line("M-54 -14 L42 -178 M54 -14 L-42 -178 M-40 -190 L30 -326 M40 -190 L-30 -326", 4),
        line("M250 -336 L250 -230 M262 -336 L262 -230", 2.5),
      ),
    )
  const inks = [{ R: 1 }, { O: 1 }, { T: 1, N: 0.25 }, { S: 0.9, N: 0.35 }, { R: 0.9, N: 0.35 }, {}]
  const box = (x, y) => [
    ink(inks[Math.floor(random() * inks.length)], rect(x, y, 62, 28)),
    over(
      { N: 0.5 },
      range(6).map((at) => rect(x + 6 + at * 9.6, y + 3, 2, 22)),
    ),
  ]
  const stack = (x, columns, rows, foot) =>
    range(columns).map((c) => range(rows[c % rows.length]).map((r) => box(x + c * 65, foot - (r + 1) * 31)))
  return [
    ink({ O: [0.1, 0.85], P: [0.3, 0.75], S: [0.5, 0] }, rect(0, 0, 1200, 620)),
    ink({ O: 0.15 }, disc(690, 500, 105)),
    ink(
      { N: 0.35, P: 0.6, S: 0.3 },
      poly(
        [0, 560],
        [90, 560],
        [90, 530],
        [150, 530],
        [150, 548],
        [260, 548],
        [260, 505],
        [285, 505],
        [285, 548],
        [420, 548],
        [420, 536],
        [560, 536],
        [560, 560],
        [900, 560],
        [900, 540],
        [1010, 540],
        [1010, 520],
        [1030, 520],
        [1030, 550],
        [1200, 550],
        [1200, 625],
        [0, 625],
      ),
    ),
    ink({ N: [0.6, 0.75], P: 0.4 }, rect(0, 606, 1200, 90)),
    crane(250, 0.78, { N: 0.55, P: 0.5 }),
    crane(470, 0.86, { N: 0.72, R: 0.2 }),
    crane(770, 1.12, { R: 1, N: 0.12 }),
    box(1000, 352),
    stack(330, 11, [3, 4, 5, 4, 5, 5, 3, 4, 4, 5, 2], 590),
    ink({ N: 0.2 }, rect(1062, 432, 66, 160)),
    ink({ N: 1 }, rect(1056, 446, 78, 14)),
    ink({ R: 1 }, rect(1080, 396, 28, 36)),
    over(
      { N: 0.8 },
      range(4).map((at) => rect(1070, 474 + at * 26, 50, 9)),
    ),
    ink({ N: 1 }, path("M270 588 L1172 588 L1140 690 L330 690 Q290 650 270 588 Z")),
    ink({ R: 1 }, path("M311 668 L1147 668 L1140 690 L330 690 Z")),
    ink({}, rect(330, 612, 70, 7)),
    ink({ T: [0.9, 0.75], N: [0.25, 0.6] }, rect(0, 690, 1200, 110)),
    ink(
      { O: 0.7, P: 0.4 },
      range(26).map(() => {
        const y = 700 + random() * 92
        return rect(640 + (random() - 0.5) * (90 + (y - 690) * 2.6), y, 24 + random() * 56, 4, 0, 2)
      }),
    ),
    over(
      { N: 0.5 },
      range(18).map(() => rect(random() * 1200, 700 + random() * 96, 40 + random() * 90, 3, 0, 2)),
    ),
    ink(
      { N: 1 },
      range(7).map((at) => {
        const [x, y] = [120 + at * 64 + random() * 30, 110 + random() * 120]
        return line(`M${x - 13} ${y - 6} Q${x - 5} ${y - 9} ${x} ${y} Q${x + 5} ${y - 9} ${x + 13} ${y - 6}`, 3)
      }),
    ),
  ]
}
export const cranes = { name: "cranes", drawing: harbour() }

/** Wind turbines above fields cut in strips. */
function windFarm() {
  const random = chance("wind")
  const turbine = (x, foot, s, turn, mix = {}) =>
    moved(
      `translate(${x} ${foot}) scale(${s})`,
      ink(mix, poly([-7, 0], [7, 0], [3.5, -300], [-3.5, -300])),
      [0, 120, 240].map((at) =>
        moved(`rotate(${turn + at} 0 -300)`, ink(mix, path("M-3 -300 Q-13 -345 -4 -465 L2 -465 Q6 -350 4 -300 Z"))),
      ),
      ink({ R: 1 }, disc(0, -300, 8)),
    )
  const strips = [
    { O: 1 },
    { T: 0.75 },
    { O: 0.75, T: 0.4 },
    { T: 0.95, N: 0.15 },
    { O: 0.95, R: 0.2 },
    { T: 0.6, O: 0.5 },
  ]
  const field = range(12).map((at) => {
    const [a, b] = [at * 118 - 110, at * 118 + 8]
    const spread = (x) => 600 + (x - 600) * 2.7
    return ink(strips[at % 6], poly([a, 520], [b + 1, 520], [spread(b), 840], [spread(a), 840]))
  })
  const cows = [
    [330, 655, 1],
    [402, 676, 1.1],
    [268, 690, 1.2],
  ]
  return [
    ink({ S: [0.95, 0.1] }, rect(0, 0, 1200, 800)),
    ink(
      {},
      [
        [180, 150, 1],
        [985, 110, 1.2],
        [560, 215, 0.7],
        [1080, 260, 0.8],
      ].map(([x, y, s]) => [
        oval(x, y, 90 * s, 22 * s),
        oval(x - 40 * s, y - 14 * s, 44 * s, 24 * s),
        oval(x + 22 * s, y - 22 * s, 52 * s, 32 * s),
        rect(x - 110 * s, y, 220 * s, 20 * s, 0, 10 * s),
      ]),
    ),
    ink({ T: 0.5, S: 0.7 }, hills(random, { y: 500, rise: 50 })),
    turbine(170, 512, 0.6, 20, { N: 0.08 }),
    turbine(352, 505, 0.5, 75, { N: 0.08 }),
    turbine(1075, 508, 0.55, 48, { N: 0.08 }),
    through(rect(0, 516, 1200, 300), field),
    over({ N: 0.85 }, rect(0, 512, 1200, 5)),
    over(
      { N: 0.4 },
      range(5).map((at) => line(`M${600 + (at - 2) * 40} 520 L${600 + (at - 2) * 110} 820`, 2)),
    ),
    ink({ R: 1 }, poly([840, 560], [905, 522], [970, 560])),
    ink({ N: 0.05 }, rect(848, 560, 114, 52)),
    ink({ N: 0.9 }, rect(862, 574, 20, 18), rect(924, 574, 20, 18), rect(892, 572, 24, 40)),
    over({ N: 0.35 }, poly([905, 522], [970, 560], [962, 560], [962, 612], [916, 612])),
    ink({ T: 1, N: 0.45 }, disc(1000, 574, 34), disc(1034, 584, 28), disc(1060, 592, 22), rect(1000, 590, 70, 22)),
    turbine(700, 640, 1.25, 8),
    turbine(500, 590, 0.86, 100),
    over({ N: 0.4, T: 0.5 }, poly([693, 640], [707, 640], [980, 704], [978, 708])),
    cows.map(([x, y, s]) =>
      moved(
        `translate(${x} ${y}) scale(${s})`,
        ink(
          {},
          path(
            "M-26 -24 Q-26 -30 -18 -30 L16 -30 Q24 -30 30 -36 L42 -32 Q44 -24 34 -22 L26 -16 L26 0 L20 0 L20 -12 L-16 -12 L-16 0 L-22 0 Z",
          ),
        ),
        ink({ N: 1 }, oval(-10, -24, 9, 5), oval(10, -22, 7, 6), rect(36, -34, 6, 10)),
      ),
    ),
    over(
      { N: 0.9 },
      line("M0 752 L1200 728", 4),
      line("M0 776 L1200 752", 4),
      range(16).map((at) => rect(20 + at * 78, 734 - at * 1.5, 7, 66)),
    ),
  ]
}
export const turbines = { name: "turbines", drawing: windFarm() }

/** A shopping bag whose receipt becomes a chart. */
function shopping() {
  const bars = [120, 150, 138, 190, 236, 290, 270, 250, 262]
  const receipt = (x, y, h) =>
    path(
      `M${x} ${y} h300 v${h} ${range(15)
        .map((at) => `l-10 ${at % 2 ? -14 : 14} l-10 ${at % 2 ? 14 : -14}`)
        .join(" ")} Z`,
    )
  return [
    ink({ P: 0.75 }, rect(0, 0, 1200, 800)),
    ink({ P: 1, R: 0.25 }, rect(0, 600, 1200, 200)),
    over({ N: 0.55, R: 0.3 }, oval(390, 716, 300, 30)),
    ink(
      { T: 1, N: 0.2 },
      path("M470 330 Q430 220 452 110 Q500 160 492 330 Z"),
      path("M510 330 Q520 190 580 150 Q596 220 540 330 Z"),
      path("M448 330 Q390 260 388 190 Q440 220 474 330 Z"),
    ),
    ink({ O: 0.85, R: 0.15 }, rect(250, 90, 74, 300, -14, 36)),
    over({ N: 0.75 }, line("M246 180 l30 16 M262 244 l32 14 M280 306 l28 12", 4)),
    ink({ R: 1 }, disc(372, 300, 62)),
    ink({ T: 1 }, path("M372 246 q14 -34 44 -36 q-8 34 -44 36 Z")),
    ink({}, oval(350, 276, 10, 18, 30)),
    ink({}, path("M492 210 h80 l14 42 v130 h-108 v-130 Z")),
    ink({ S: 1 }, rect(478, 290, 108, 60)),
    over({ N: 0.9 }, line("M492 210 h80 l14 42 v130 h-108 v-130 Z", 4), line("M478 252 h108", 3)),
    ink({ O: 1 }, path("M170 330 L620 330 L590 716 L200 716 Z")),
    over({ R: { left: 0.4, right: 0 } }, path("M170 330 L620 330 L590 716 L200 716 Z")),
    over({ N: 0.28 }, poly([520, 330], [620, 330], [590, 716], [520, 716])),
    over({ N: 0.95 }, line("M300 376 Q300 470 395 470 Q490 470 490 376", 9), disc(300, 376, 11), disc(490, 376, 11)),
    over({ N: 0.5, R: 0.3 }, poly([700, 730], [1050, 730], [1090, 760], [740, 760])),
    ink({}, receipt(720, 60, 660)),
    over({ S: { left: 0, right: 0.3 } }, receipt(720, 60, 660)),
    over(
      { N: 0.85 },
      rect(800, 92, 140, 12),
      range(6).map((at) => [
        rect(752, 136 + at * 30, [110, 84, 132, 96, 120, 78][at], 8),
        rect(948 + (at % 2) * 8, 136 + at * 30, 40 - (at % 2) * 8, 8),
      ]),
      line("M748 330 H992", 2.5),
    ),
    bars.map((high, at) =>
      ink(at === 5 ? { R: 1 } : at > 5 ? { R: 0.75, O: 0.4 } : { T: 0.95 }, rect(756 + at * 26, 650 - high, 19, high)),
    ),
    over(
      { N: 0.9 },
      line("M748 652 H994", 4),
      line(`M${bars.map((high, at) => `${765 + at * 26} ${630 - high}`).join(" L")}`, 4),
      bars.map((high, at) => disc(765 + at * 26, 630 - high, 6)),
    ),
  ]
}
export const basket = { name: "basket", drawing: shopping() }

/** A microscope, and what it sees. */
function laboratory() {
  const random = chance("pollen")
  const grain = (x, y, r, mix) => [
    ink(
      mix,
      range(14).map((at) => {
        const a = (at / 14) * 6.283
        return line(`M${x} ${y} L${x + Math.cos(a) * r * 1.28} ${y + Math.sin(a) * r * 1.28}`, r * 0.2)
      }),
      disc(x, y, r),
    ),
    over(
      { N: 0.5 },
      range(7).map(() => {
        const a = random() * 6.283
        const d = random() * r * 0.7
        return disc(x + Math.cos(a) * d, y + Math.sin(a) * d, r * 0.1)
      }),
    ),
    over(
      { N: 0.35 },
      path(
        `M${x + r * 0.3} ${y - r * 0.95} A${r} ${r} 0 0 1 ${x + r * 0.3} ${y + r * 0.95} A${r * 1.3} ${r * 1.3} 0 0 0 ${x + r * 0.3} ${y - r * 0.95} Z`,
      ),
    ),
  ]
  const bean = (x, y, s, turn, mix) => [
    ink(mix, oval(x, y, 54 * s, 27 * s, turn)),
    over({ N: 0.7 }, moved1(x, y, s, turn)),
  ]
  const moved1 = (x, y, s, turn) => {
    const a = (turn * Math.PI) / 180
    return line(
      `M${x - Math.cos(a) * 40 * s} ${y - Math.sin(a) * 40 * s} L${x + Math.cos(a) * 40 * s} ${y + Math.sin(a) * 40 * s}`,
      4,
    )
  }
  const lens = disc(360, 390, 300)
  return [
    ink({ T: 1, N: 0.45 }, rect(0, 0, 1200, 800)),
    ink({ O: 0.2 }, lens),
    ink({ O: { middle: 0.1, edge: 0.75 } }, lens),
    through(
      lens,
      over(
        { T: 0.35 },
        range(22).map(() => {
          const [x, y] = [80 + random() * 560, 100 + random() * 580]
          return line(
            `M${x} ${y} q${random() * 60 - 30} ${random() * 60 - 30} ${random() * 120 - 60} ${random() * 80 - 40}`,
            4,
          )
        }),
      ),
      grain(280, 290, 74, { R: 1 }),
      grain(500, 470, 92, { O: 1, R: 0.35 }),
      grain(200, 520, 50, { P: 1, R: 0.2 }),
      grain(430, 210, 40, { O: 1 }),
      grain(350, 640, 46, { R: 0.8, P: 0.6 }),
      grain(560, 270, 34, { P: 1 }),
      bean(360, 410, 0.8, 35, { T: 0.75 }),
      bean(150, 370, 0.8, -50, { T: 0.6, O: 0.4 }),
      bean(560, 600, 0.9, 12, { T: 0.8 }),
      bean(420, 560, 0.6, 70, { S: 1 }),
      range(30).map(() => ink({ N: 0.7 }, disc(70 + random() * 580, 100 + random() * 590, 2 + random() * 4))),
    ),
    over({ N: 1 }, ring(360, 390, 300, 14)),
    ink(
      {},
      range(13).map((at) => rect(357, 104 + at * 9, at % 4 ? 10 : 22, 2)),
    ),
    ink({ N: 0.95, T: 0.8 }, rect(0, 730, 1200, 70)),
    moved(
      "translate(90 0)",
      ink(
        {},
        path("M690 730 L1000 730 Q1010 690 960 684 L730 684 Q684 690 690 730 Z"),
        path("M930 690 Q1050 560 990 400 Q966 350 900 330 L886 376 Q936 396 950 440 Q980 560 880 640 L850 690 Z"),
        rect(700, 574, 220, 24, 0, 8),
      ),
      ink({ S: 1 }, rect(724, 562, 120, 9)),
      ink({ R: 1 }, oval(782, 565, 26, 5)),
      moved(
        "rotate(18 840 380)",
        ink({}, rect(796, 180, 74, 230, 0, 10)),
        ink({ R: 1 }, rect(796, 300, 74, 26)),
        ink({ N: 1 }, rect(806, 120, 54, 64, 0, 8), rect(800, 104, 66, 20, 0, 8)),
        ink({ N: 1 }, rect(782, 408, 102, 22, 0, 8), rect(792, 430, 28, 74, 0, 5), rect(832, 430, 24, 54, 0, 5)),
        over({ N: 0.3 }, rect(846, 180, 24, 230)),
      ),
      over({ N: 0.3 }, path("M930 690 Q1050 560 990 400 Q1010 560 900 690 Z")),
      ink({ O: 1 }, disc(948, 560, 34)),
      over({ N: 0.8 }, ring(948, 560, 34, 5), ring(948, 560, 16, 4)),
    ),
  ]
}
export const microscope = { name: "microscope", drawing: laboratory() }

/** Lines of equal pressure, and someone with an umbrella under them. */
function weather() {
  const random = chance("isobars")
  const loop = (x, y, r, seed, squeeze = 0.72) => {
    const pts = range(49).map((at) => {
      const a = (at / 48) * 6.28319
      const wob = 1 + 0.1 * Math.sin(a * 3 + seed) + 0.06 * Math.sin(a * 5 + seed * 2)
      return [x + Math.cos(a) * r * wob, y + Math.sin(a) * r * wob * squeeze]
    })
    return `${smooth(pts)} Z`
  }
  const front = range(13).map((at) => {
    const t = at / 12
    return [40 + t * 1120, 560 - Math.sin(t * 3) * 240 + t * 40]
  })
  return [
    ink({ S: [0.95, 0.35] }, rect(0, 0, 1200, 800)),
    ink(
      { T: 0.55, S: 0.3 },
      path("M-20 260 Q90 220 120 300 Q210 290 200 380 Q300 420 250 500 Q330 560 250 640 Q200 700 240 820 L-20 820 Z"),
      path("M640 -20 Q650 70 740 90 Q800 190 920 150 Q1010 220 1090 180 Q1160 240 1220 210 L1220 -20 Z"),
      path("M520 300 q46 -30 70 18 q50 36 16 86 q-46 40 -84 -8 q-34 -52 -2 -96 Z"),
    ),
    range(7).map((at) => over({ N: 0.9 }, line(loop(820, 420, 60 + at * 62, 1.2), at === 6 ? 3 : 4))),
    range(5).map((at) => over({ N: 0.75 }, line(loop(250, 200, 46 + at * 52, 3.9, 0.8), 3))),
    ink({ R: 1 }, disc(820, 420, 36)),
    ink({ O: 1 }, disc(250, 200, 32)),
    over({ N: 1 }, line("M808 402 V438 H832", 7), line("M238 184 V216 M262 184 V216 M238 200 H262", 7)),
    over({ R: 1 }, line(smooth(front), 8)),
    ink(
      { R: 1 },
      front.slice(1, -1).map(([x, y], at) => {
        const [[ax, ay], [bx, by]] = [front[at], front[at + 2]]
        const a = Math.atan2(by - ay, bx - ax)
        return at % 2
          ? poly(
              [x - Math.cos(a) * 24, y - Math.sin(a) * 24],
              [x + Math.cos(a) * 24, y + Math.sin(a) * 24],
              [x + Math.sin(a) * 34, y - Math.cos(a) * 34],
            )
          : path(
              `M${x - Math.cos(a) * 22} ${y - Math.sin(a) * 22} A22 22 0 0 1 ${x + Math.cos(a) * 22} ${y + Math.sin(a) * 22} Z`,
            )
      }),
    ),
    over(
      { N: 0.85 },
      range(70).map(() => {
        const [x, y] = [520 + random() * 680, 500 + random() * 250]
        return line(`M${x} ${y} l-9 26`, 2.5)
      }),
    ),
    ink({ N: 1 }, rect(0, 764, 1200, 40)),
    ink({ N: 1, R: 0.1 }, figure(930, 770, 210, { wide: 1.1 })),
    ink(
      { O: 1 },
      path(
        "M812 574 Q826 470 934 466 Q1042 470 1056 574 Q1032 556 1008 574 Q984 556 958 574 Q934 556 910 574 Q886 556 860 574 Q836 556 812 574 Z",
      ),
    ),
    over(
      { N: 0.9 },
      line(
        "M934 466 V452 M934 470 Q910 510 910 572 M934 470 Q958 510 958 572 M934 470 Q862 500 860 572 M934 470 Q1006 500 1008 572",
        3,
      ),
      line("M934 560 V690", 6),
    ),
  ]
}
export const isobars = { name: "isobars", drawing: weather() }

/** A river from the air, with the old dyke and the new one. */
function meander() {
  const random = chance("river")
  const bed =
    "M-40 640 C160 720 260 520 190 400 C120 270 330 190 460 300 C580 400 560 600 720 620 C900 640 900 430 800 340 C700 240 860 90 1020 160 C1120 200 1160 120 1260 60"
  const plots = range(9).flatMap((c) =>
    range(6).map((r) => ({ x: c * 150 - 60 + r * 18, y: r * 150 - 60, turn: random() })),
  )
  const mixes = [{ O: 0.95 }, { O: 0.6, T: 0.35 }, { T: 0.6 }, { O: 0.8, R: 0.12 }, { T: 0.45, O: 0.6 }, { O: 0.4 }]
  return [
    ink({ T: 0.5, O: 0.4 }, rect(0, 0, 1200, 800)),
    moved(
      "rotate(-9 600 400)",
      plots.map((p) => [
        ink(mixes[Math.floor(p.turn * 6)], rect(p.x, p.y, 146, 146)),
        over(
          { T: 0.55, O: 0.3 },
          range(p.turn > 0.5 ? 8 : 0).map((at) =>
            p.turn > 0.75 ? rect(p.x + 6 + at * 18, p.y, 4, 146) : rect(p.x, p.y + 6 + at * 18, 146, 4),
          ),
        ),
      ]),
    ),
    ink({ T: 0.85, O: 0.25 }, line(bed, 250)),
    ink(
      { O: 0.25, N: 0.3 },
      line(
        "M-40 470 C60 520 60 380 70 330 C90 130 400 90 540 210 C660 320 640 470 730 490 C770 500 770 450 690 380 C560 240 720 -20 1000 40 C1100 60 1140 10 1260 -40",
        16,
      ),
    ),
    ink({ S: 1, T: 0.25 }, line(bed, 104)),
    ink({ S: 0.75 }, line(bed, 78)),
    over({ N: 0.4 }, line("M-40 655 C170 735 285 520 212 400 C150 280 330 215 445 312 C560 410 545 622 720 642", 3)),
    ink(
      { S: 0.9 },
      oval(330, 420, 44, 17, -20),
      oval(640, 470, 30, 50, 15),
      oval(940, 330, 26, 60, 10),
      oval(300, 620, 60, 18, -10),
    ),
    over(
      { N: 0.8, T: 0.6 },
      range(120).map((at) => {
        const spots = [
          [330, 470],
          [380, 400],
          [650, 520],
          [600, 440],
          [930, 300],
          [950, 400],
          [280, 640],
          [140, 560],
          [820, 250],
          [880, 540],
        ]
        const [x, y] = spots[at % 10]
        return disc(x + (random() - 0.5) * 130, y + (random() - 0.5) * 90, 4 + random() * 7)
      }),
    ),
    ink({ S: 0.75 }, line(bed, 70)),
    over({ S: 0.3, N: 0.12 }, line(bed, 26)),
    ink({ N: 0.25 }, line("M1030 -20 C1010 220 1100 430 1060 820", 17)),
    ink({}, line("M1030 -20 C1010 220 1100 430 1060 820", 11)),
    over({ N: 0.6 }, line("M1030 -20 C1010 220 1100 430 1060 820", 1.5)),
    [
      [1100, 560, 0.9],
      [1130, 610, 1],
      [1096, 660, 0.85],
      [1150, 680, 1],
      [1118, 720, 0.8],
      [1160, 540, 0.8],
      [985, 620, 0.8],
      [1000, 700, 0.9],
    ].map(([x, y, s]) => [
      over({ N: 0.6 }, rect(x + 7, y + 7, 36 * s, 26 * s, 8)),
      ink({ R: 1 }, rect(x, y, 36 * s, 26 * s, 8)),
      over({ N: 0.4 }, rect(x, y + 13 * s, 36 * s, 13 * s, 8)),
    ]),
    ink({}, poly([430, 330], [470, 322], [482, 332], [446, 344])),
    ink({ R: 1 }, rect(446, 326, 14, 8, -12)),
  ]
}
export const river = { name: "river", drawing: meander() }
