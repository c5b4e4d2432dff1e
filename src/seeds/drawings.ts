import sharp from 'sharp'

/**
 * The illustrations of the starting pages: flat shapes with a paper edge, cut like the district map. Drawn by code, so they
 * belong to the product, weigh little and follow its colours.
 */
const colours = {
  sheet: '#f4efe4',
  hill: '#d5e7d6',
  leaf: '#9fcfae',
  park: '#2f7a52',
  ink: '#242a40',
  brick: '#b5472f',
  amber: '#e9b04a',
  wisla: '#2c5590',
  sky: '#e3ebf2',
  paper: '#fdfbf6',
  skin: ['#f0c9a8', '#c98f66', '#8a5a3c', '#e6b48c'],
} as const
const { sheet, hill, leaf, park, ink, brick, amber, wisla, sky, paper } = colours as Record<Exclude<keyof typeof colours, 'skin'>, string>

/** One piece of paper: a fill and the pale edge that the scissors left. */
const cut = (d: string, fill: string, edge = 9) =>
  `<path d="${d}" fill="${fill}" stroke="${paper}" stroke-width="${edge}" stroke-linejoin="round" paint-order="stroke"/>`
const box = (x: number, y: number, w: number, h: number, fill: string, r = 10, edge = 9) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" stroke="${paper}" stroke-width="${edge}" paint-order="stroke"/>`
const dot = (x: number, y: number, r: number, fill: string, edge = 9) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" stroke="${paper}" stroke-width="${edge}" paint-order="stroke"/>`

const tree = (x: number, y: number, s = 1) =>
  cut(`M${x - 9 * s} ${y}V${y - 90 * s}H${x + 9 * s}V${y}Z`, '#7a5a3f', 6) +
  cut(
    `M${x} ${y - 230 * s}q${80 * s} ${20 * s} ${66 * s} ${88 * s}q${-6 * s} ${64 * s} ${-66 * s} ${66 * s}q${-60 * s} ${-2 * s} ${-66 * s} ${-66 * s}q${-14 * s} ${-68 * s} ${66 * s} ${-88 * s}Z`,
    park,
  )
const windows = (x: number, y: number, columns: number, rows: number, lit: string) =>
  Array.from({ length: columns * rows }, (_, n) =>
    box(x + (n % columns) * 58, y + Math.floor(n / columns) * 78, 32, 46, n % 3 === 1 ? amber : lit, 4, 0),
  ).join('')
const tenement = (x: number, base: number, columns: number, rows: number, wall: string, roof = brick) => {
  const [w, h] = [columns * 58 + 26, rows * 78 + 50]
  return (
    cut(`M${x - 14} ${base - h}L${x + 20} ${base - h - 62}H${x + w - 20}L${x + w + 14} ${base - h}Z`, roof) +
    box(x, base - h, w, h, wall, 4) +
    windows(x + 26, base - h + 26, columns, rows, sheet)
  )
}
/** Somebody from the waist up; `hair` 0 short, 1 long, 2 a scarf. */
const person = (x: number, y: number, coat: string, skin: number, hair: 0 | 1 | 2 = 0, s = 1) => {
  const head = colours.skin[skin % 4] ?? sheet
  const top = ['#3b2a22', '#6b3f24', '#d8d3cb'][(skin + hair) % 3] ?? ink
  return [
    cut(`M${x - 74 * s} ${y}q${4 * s} ${-118 * s} ${74 * s} ${-122 * s}q${70 * s} ${4 * s} ${74 * s} ${122 * s}Z`, coat),
    hair === 1
      ? cut(`M${x - 52 * s} ${y - 88 * s}q${-14 * s} ${-124 * s} ${52 * s} ${-126 * s}q${66 * s} ${2 * s} ${52 * s} ${126 * s}Z`, top, 6)
      : '',
    dot(x, y - 152 * s, 42 * s, head, 6),
    hair === 2
      ? cut(
          `M${x - 46 * s} ${y - 148 * s}q${2 * s} ${-54 * s} ${46 * s} ${-54 * s}q${44 * s} 0 ${46 * s} ${54 * s}q${-46 * s} ${-26 * s} ${-92 * s} 0Z`,
          amber,
          4,
        )
      : cut(
          `M${x - 44 * s} ${y - 158 * s}q${4 * s} ${-44 * s} ${44 * s} ${-44 * s}q${42 * s} 0 ${44 * s} ${44 * s}q${-42 * s} ${-22 * s} ${-88 * s} 0Z`,
          top,
          4,
        ),
  ].join('')
}
const says = (x: number, y: number, w: number, h: number, fill: string, tail: -1 | 1 = 1) =>
  cut(
    `M${x + 26} ${y}h${w - 52}q26 0 26 26v${h - 52}q0 26 -26 26h${-(w - 52) / 2}l${-22 * tail} 44l${-14 * tail - 20} -44h${-(w - 52) / 2 + 20 + 36 * tail}q-26 0 -26 -26v${-(h - 52)}q0 -26 26 -26Z`,
    fill,
  )
const lines = (x: number, y: number, widths: readonly number[], fill = paper) =>
  widths.map((w, n) => `<rect x="${x}" y="${y + n * 26}" width="${w}" height="10" rx="5" fill="${fill}"/>`).join('')
const bench = (x: number, y: number) =>
  box(x, y - 62, 190, 20, brick, 8, 6) + box(x + 14, y - 42, 16, 42, ink, 3, 0) + box(x + 160, y - 42, 16, 42, ink, 3, 0)
const ground = (y: number, fill: string = hill) => cut(`M-20 ${y}Q400 ${y - 46} 820 ${y - 6}T1640 ${y - 20}V920H-20Z`, fill)
const sheetOf = (x: number, y: number, w: number, h: number, marks: readonly number[]) =>
  box(x, y, w, h, paper, 8, 0) + lines(x + 24, y + 30, marks, '#b9b2a2')

const scenes = {
  about: [
    ground(560),
    tenement(90, 560, 3, 3, '#e7d9bf'),
    tenement(350, 550, 2, 2, '#c9d8e4', wisla),
    tree(640, 560, 1.1),
    tenement(1130, 548, 4, 3, '#e7d9bf'),
    tree(1040, 556, 0.9),
    tree(1500, 560, 1.2),
    person(420, 700, wisla, 0, 1),
    person(640, 670, brick, 1),
    person(960, 670, park, 3, 2),
    person(1180, 700, amber, 2),
    cut('M180 740Q800 620 1420 740L1500 920H100Z', '#d9b98d'),
    cut('M560 770l190 -46l70 60l-120 70l-150 -20Z', leaf),
    cut('M780 730l180 -14l90 70l-170 60l-90 -60Z', amber),
    cut('M720 850l140 -60l130 50l-60 70h-190Z', hill),
    person(180, 860, park, 1, 1, 1.25),
    person(1430, 860, wisla, 0, 0, 1.25),
    says(250, 300, 250, 120, brick),
    lines(290, 335, [170, 120]),
    says(1080, 270, 260, 130, wisla, -1),
    lines(1122, 308, [180, 130]),
  ],
  district: [
    ground(600),
    tenement(60, 600, 3, 4, '#e7d9bf'),
    tenement(330, 600, 3, 3, '#d8c6d0', wisla),
    tenement(1080, 596, 3, 4, '#c9d8e4'),
    tenement(1330, 600, 3, 3, '#e7d9bf', wisla),
    tree(660, 640, 1.25),
    tree(960, 630, 1),
    cut('M-20 760Q420 690 800 740T1640 720V920H-20Z', leaf),
    bench(260, 790),
    person(350, 800, amber, 3, 2),
    person(560, 850, brick, 0, 1, 1.2),
    person(800, 830, wisla, 1, 0, 1.15),
    person(1010, 850, park, 2, 1, 1.1),
    says(610, 380, 330, 170, brick),
    lines(660, 430, [220, 220, 140]),
    cut('M1260 860V560h14V860Z', ink, 6),
    cut('M1274 570h190l-44 52l44 52H1274Z', amber),
    tree(1500, 840, 1.1),
  ],
  city: [
    ground(430, sky),
    tenement(60, 450, 2, 2, '#e7d9bf'),
    tenement(250, 450, 1, 4, '#c9d8e4', wisla),
    cut('M420 450V250l50 -120l50 120V450Z', '#e7d9bf'),
    cut('M404 262l66 -170l66 170Z', park),
    tenement(590, 450, 3, 2, '#d8c6d0'),
    tenement(850, 450, 2, 3, '#e7d9bf', wisla),
    tenement(1060, 450, 4, 2, '#c9d8e4'),
    tenement(1370, 450, 2, 3, '#e7d9bf', wisla),
    cut('M-20 500Q300 440 700 500T1640 470V600Q1100 560 760 620T-20 600Z', wisla),
    cut('M-20 640Q500 570 900 630T1640 610V920H-20Z', hill),
    ...[300, 800, 1300].map((x, n) =>
      [
        person(x - 120, 740, [brick, park, wisla][n] ?? brick, n, 1, 0.85),
        person(x + 120, 740, [wisla, amber, brick][n] ?? wisla, n + 1, 0, 0.85),
        person(x, 720, [park, brick, amber][n] ?? park, n + 2, n === 1 ? 2 : 0, 0.85),
        cut(`M${x - 200} 760Q${x} 690 ${x + 200} 760L${x + 180} 850H${x - 180}Z`, '#d9b98d'),
        [
          sheetOf(x - 60, 752, 120, 70, [72, 50]),
          cut(`M${x - 70} 820l40 -60h70l40 60Z`, leaf, 6),
          sheetOf(x - 80, 745, 74, 84, [30, 30, 20]) + sheetOf(x + 10, 745, 74, 84, [30, 20, 30]),
        ][n] ?? '',
      ].join(''),
    ),
    cut('M548 790h54v-26l44 46l-44 46v-26h-54Z', brick),
    cut('M1048 790h54v-26l44 46l-44 46v-26h-54Z', brick),
  ],
  ambassadors: [
    ground(620),
    tenement(100, 620, 4, 4, '#e7d9bf'),
    tree(430, 640, 1),
    tenement(1180, 616, 4, 3, '#c9d8e4', wisla),
    tree(1110, 640, 1.1),
    cut('M-20 740Q420 690 800 730T1640 710V920H-20Z', leaf),
    box(560, 330, 16, 470, ink, 4, 6),
    box(1000, 330, 16, 470, ink, 4, 6),
    box(520, 250, 540, 330, paper, 14),
    box(552, 282, 220, 150, hill, 6, 0),
    cut('M580 410l50 -70l44 44l30 -26l44 52Z', park, 5),
    lines(800, 290, [220, 190, 220, 120], '#b9b2a2'),
    box(552, 456, 220, 96, amber, 6, 0),
    lines(580, 482, [150, 110], ink),
    dot(920, 500, 52, brick, 6),
    cut('M898 500l18 20l34 -42', 'none', 12),
    person(790, 880, brick, 0, 1, 1.55),
    person(260, 870, wisla, 2, 0, 1.15),
    person(460, 890, amber, 3, 2, 1.15),
    person(1140, 890, park, 1, 0, 1.15),
    person(1350, 870, wisla, 0, 1, 1.15),
  ],
  online: [
    ground(640),
    tenement(60, 640, 4, 5, '#e7d9bf'),
    tenement(1240, 640, 4, 5, '#c9d8e4', wisla),
    tree(420, 660, 1.1),
    tree(1170, 660, 1),
    cut('M-20 780Q420 730 800 770T1640 750V920H-20Z', leaf),
    box(470, 330, 640, 410, ink, 22),
    box(500, 360, 580, 350, sky, 8, 0),
    cut('M400 760h780l60 70H340Z', '#8a8577'),
    person(600, 640, brick, 0, 1, 0.75),
    person(790, 660, park, 1, 0, 0.75),
    person(980, 640, wisla, 2, 2, 0.75),
    box(500, 640, 580, 70, amber, 0, 0),
    lines(540, 662, [300, 190], ink),
    says(520, 380, 150, 84, brick),
    lines(546, 404, [96, 60]),
    says(900, 384, 150, 84, wisla, -1),
    lines(926, 408, [96, 60]),
    box(1270, 560, 190, 320, ink, 26),
    box(1288, 590, 154, 250, paper, 8, 0),
    says(1306, 612, 118, 66, park),
    lines(1326, 632, [74, 50]),
    lines(1308, 742, [110, 90, 60], '#b9b2a2'),
    says(170, 300, 240, 130, park),
    lines(212, 338, [160, 110]),
  ],
  alone: [
    box(60, 80, 700, 470, sky, 12),
    cut('M66 440Q300 380 500 430T754 420V544H66Z', leaf),
    tree(220, 470, 0.9),
    tree(620, 466, 0.75),
    box(400, 84, 18, 462, paper, 0, 0),
    bench(360, 500),
    box(1000, 120, 420, 300, paper, 14),
    box(1030, 150, 160, 110, leaf, 6, 0),
    cut('M1040 250l44 -60l34 36l26 -22l36 46Z', park, 5),
    lines(1216, 160, [170, 130, 150, 90], '#b9b2a2'),
    lines(1030, 300, [340, 300, 350, 210], '#b9b2a2'),
    person(820, 740, brick, 3, 0, 1.7),
    cut('M-20 720H1620V920H-20Z', '#d9b98d'),
    box(560, 690, 330, 190, paper, 8),
    lines(596, 726, [250, 210, 240, 160], '#b9b2a2'),
    cut('M870 760l170 -120l22 30l-170 120l-34 8Z', amber, 6),
    box(1180, 560, 24, 170, ink, 6, 6),
    cut('M1100 580l60 -110h70l60 110Z', brick),
    box(1130, 722, 130, 22, ink, 8, 6),
    sheetOf(250, 760, 210, 120, [140, 150, 90]),
    dot(1420, 790, 56, wisla),
    dot(1420, 790, 34, '#5b3a22', 0),
  ],
  'square-today': [
    box(0, 0, 1600, 520, sky, 0, 0),
    tenement(120, 540, 4, 3, '#e7d9bf'),
    tenement(1060, 536, 5, 4, '#c9d8e4', wisla),
    ground(540),
    cut('M-20 700Q520 620 900 690T1640 640V760Q1000 800 600 790T-20 820Z', '#d9b98d'),
    cut('M300 690q120 -30 240 0t260 14l-40 40q-240 -6 -460 -14Z', '#c7ab7c', 0),
    box(1180, 610, 70, 110, ink, 8, 6),
    box(1172, 596, 86, 22, '#5b6270', 8, 6),
    tree(760, 600, 0.7),
  ],
  'square-tracks': [
    box(0, 0, 1600, 480, sky, 0, 0),
    ground(500),
    tree(240, 520, 1.1),
    tree(420, 510, 0.8),
    tree(1380, 520, 1),
    box(0, 560, 1600, 14, '#7a5a3f', 0, 0),
    box(0, 610, 1600, 14, '#7a5a3f', 0, 0),
    Array.from({ length: 20 }, (_, n) => box(n * 84, 548, 22, 90, '#b9b2a2', 3, 0)).join(''),
    cut('M-20 690Q600 640 1640 700V920H-20Z', leaf),
    cut('M200 920Q520 760 780 740T1240 690', '#d9b98d'),
  ],
} as const satisfies Record<string, readonly string[]>

export type Drawing = keyof typeof scenes
/** The illustration of a starting page; the others show places. */
export type PageDrawing = Exclude<Drawing, `square-${string}`>
export const svgOf = (drawing: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="${sheet}"/>${scenes[drawing].join('')}</svg>`

export async function drawingFile(drawing: Drawing): Promise<File> {
  const png = await sharp(Buffer.from(svgOf(drawing)))
    .png()
    .toBuffer()
  return new File([new Uint8Array(png)], `${drawing}.png`, { type: 'image/png' })
}
