import type { Area, MapShapes, Point, Position } from '#kit/geo.ts'
import { roman, territoryTitle } from '#modules/programme/territories/territories.rules.ts'

/**
 * The schematic map of the demo: 18 paper-cut cells, a power diagram cut by discs, shown wherever no real boundaries have been imported.
 * Drawn for this project from rounded centres and areas; nobody's survey.
 */
export type SchematicCell = {
  readonly number: number
  readonly name: string
  readonly centre: Point
  /** Radius of a disc as large as the district, in kilometres. */
  readonly weight: number
  readonly label: Position
  readonly d: string
}
export const schematicViewBox = [-24, -4, 628, 432] as const

export const schematicCells: readonly SchematicCell[] = [
  {
    number: 1,
    name: 'Stare Miasto',
    centre: { lon: 19.94, lat: 50.065 },
    weight: 1.868,
    label: [197, 182],
    d: 'M212 220Q209 221 208 221L208 221Q207 222 205 222L205 222Q203 222 193 220L193 220Q183 219 181 218L181 218Q179 218 176 216L176 216Q173 215 170 213L170 213Q167 211 171 201L186 151Q189 141 200 137L201 136Q211 133 214 135L214 135Q216 138 216 149L216 208Q216 219 212 220Z',
  },
  {
    number: 2,
    name: 'Grzegórzki',
    centre: { lon: 19.965, lat: 50.065 },
    weight: 1.868,
    label: [237, 176],
    d: 'M237 210Q229 218 225 218L225 218Q220 218 220 207L220 151Q220 140 231 143L250 149Q261 153 261 164L261 171Q261 182 253 191Z',
  },
  {
    number: 3,
    name: 'Prądnik Czerwony',
    centre: { lon: 19.975, lat: 50.085 },
    weight: 1.868,
    label: [248, 115],
    d: 'M269 140Q262 149 252 145L230 138Q219 135 217 132L217 132Q215 130 219 119L236 79Q240 68 247 77L277 115Q284 124 277 132Z',
  },
  {
    number: 4,
    name: 'Prądnik Biały',
    centre: { lon: 19.92, lat: 50.1 },
    weight: 3.077,
    label: [170, 66],
    d: 'M215 118Q210 128 200 132L197 133Q187 137 176 136L153 133Q142 132 136 123L98 62Q92 52 94 49L94 49Q96 45 99 41L99 41Q102 36 106 32L106 32Q110 27 114 23L114 23Q118 20 123 17L123 17Q128 13 133 11L133 11Q138 8 143 6L143 6Q149 5 155 4L155 4Q160 2 166 2L166 2Q172 2 177 2L177 2Q183 2 189 4L189 4Q194 5 200 6L200 6Q205 8 210 11L210 11Q215 13 220 17L220 17Q225 20 229 23L229 23Q233 27 236 30L236 30Q238 33 238 44L238 52Q238 63 234 73Z',
  },
  {
    number: 5,
    name: 'Krowodrza',
    centre: { lon: 19.915, lat: 50.07 },
    weight: 1.749,
    label: [157, 168],
    d: 'M166 200Q163 211 160 211L160 211Q157 210 154 210L154 210Q150 209 149 209L149 209Q148 208 145 198L138 168Q135 157 138 147L138 147Q142 136 153 137L174 140Q185 141 181 151Z',
  },
  {
    number: 6,
    name: 'Bronowice',
    centre: { lon: 19.87, lat: 50.08 },
    weight: 2.245,
    label: [92, 110],
    d: 'M51 115Q41 110 41 110L41 110Q41 109 43 105L43 105Q45 102 47 98L47 98Q49 95 52 92L52 92Q55 88 58 86L58 86Q61 83 65 81L65 81Q68 78 72 77L72 77Q76 75 80 73L80 73Q84 72 88 71L88 71Q92 70 95 70L95 70Q98 70 104 79L132 125Q138 134 135 144L135 144Q131 154 121 149Z',
  },
  {
    number: 7,
    name: 'Zwierzyniec',
    centre: { lon: 19.855, lat: 50.06 },
    weight: 3.294,
    label: [54, 175],
    d: 'M13 230Q2 231 0 228L0 228Q-2 225 -5 219L-5 219Q-8 214 -10 208L-10 208Q-12 202 -13 196L-13 196Q-14 190 -15 184L-15 184Q-15 178 -15 172L-15 172Q-14 166 -13 160L-13 160Q-12 154 -10 148L-10 148Q-8 142 -5 137L-5 137Q-2 131 1 126L1 126Q4 121 8 117L8 117Q12 112 16 109L16 109Q20 105 30 110L121 154Q131 159 133 169L141 200Q144 211 133 212Z',
  },
  {
    number: 8,
    name: 'Dębniki',
    centre: { lon: 19.865, lat: 50.015 },
    weight: 3.919,
    label: [75, 299],
    d: 'M133 374Q128 384 125 385L125 385Q122 386 115 387L115 387Q107 389 100 389L100 389Q93 390 86 389L86 389Q78 389 71 387L71 387Q64 386 57 383L57 383Q50 381 44 378L44 378Q37 375 31 371L31 371Q25 367 20 362L20 362Q14 357 9 352L9 352Q5 346 1 340L1 340Q-3 334 -7 327L-7 327Q-10 321 -12 314L-12 314Q-15 307 -16 300L-16 300Q-17 293 -18 286L-18 286Q-18 278 -18 271L-18 271Q-17 264 -16 257L-16 257Q-15 249 -13 243L-13 243Q-11 237 0 236L136 217Q147 215 151 218L151 218Q156 221 156 232L156 308Q156 319 152 329Z',
  },
  {
    number: 9,
    name: 'Łagiewniki-Borek Fałęcki',
    centre: { lon: 19.93, lat: 50.015 },
    weight: 1.868,
    label: [181, 264],
    d: 'M170 309Q161 315 161 304L161 240Q161 229 163 228L163 228Q165 227 168 226L168 226Q172 225 175 224L175 224Q179 224 181 224L181 224Q183 224 193 225L193 225Q203 226 203 226L203 226Q204 227 204 238L204 276Q204 287 195 293Z',
  },
  {
    number: 10,
    name: 'Swoszowice',
    centre: { lon: 19.955, lat: 49.99 },
    weight: 3.077,
    label: [222, 359],
    d: 'M298 354Q304 363 303 365L303 365Q302 367 300 373L300 373Q297 378 294 382L294 382Q291 387 287 391L287 391Q283 396 279 400L279 400Q275 403 270 406L270 406Q265 410 260 412L260 412Q255 415 250 417L250 417Q244 418 239 419L239 419Q233 421 227 421L227 421Q222 421 216 421L216 421Q210 421 205 419L205 419Q199 418 194 417L194 417Q188 415 183 412L183 412Q178 410 173 406L173 406Q168 403 164 400L164 400Q160 396 156 391L156 391Q152 387 149 382L149 382Q146 378 143 373L143 373Q141 367 141 367L141 367Q140 366 145 356L156 331Q160 320 170 315L197 297Q207 291 217 294L262 305Q273 308 278 317Z',
  },
  {
    number: 11,
    name: 'Podgórze Duchackie',
    centre: { lon: 19.965, lat: 50.015 },
    weight: 2.245,
    label: [237, 265],
    d: 'M272 292Q272 303 261 300L219 289Q208 287 208 276L208 237Q208 226 213 224L213 224Q218 223 224 223L224 223Q229 223 237 231L265 263Q272 272 272 283Z',
  },
  {
    number: 12,
    name: 'Bieżanów-Prokocim',
    centre: { lon: 20.025, lat: 50.015 },
    weight: 2.774,
    label: [340, 296],
    d: 'M400 273Q400 278 400 283L400 283Q400 289 399 294L399 294Q398 299 396 304L396 304Q394 308 392 313L392 313Q390 318 387 322L387 322Q384 326 381 330L381 330Q377 334 373 337L373 337Q370 341 365 344L365 344Q361 347 356 349L356 349Q352 351 347 353L347 353Q342 354 337 355L337 355Q332 356 327 357L327 357Q322 357 316 357L316 357Q311 356 308 356L308 356Q304 355 299 345L282 315Q276 305 276 294L276 283Q276 272 287 268L374 235Q384 231 387 235L387 235Q390 239 392 244L392 244Q394 248 396 253L396 253Q398 258 399 263L399 263Q400 268 400 273Z',
  },
  {
    number: 13,
    name: 'Podgórze',
    centre: { lon: 20.01, lat: 50.04 },
    weight: 3.167,
    label: [310, 218],
    d: 'M390 219Q390 223 390 223L390 223Q390 224 380 228L285 264Q275 268 268 260L241 229Q233 221 241 212L257 194Q264 185 275 185L365 185Q376 185 380 195L385 206Q390 216 390 219Z',
  },
  {
    number: 14,
    name: 'Czyżyny',
    centre: { lon: 20.01, lat: 50.065 },
    weight: 2.397,
    label: [310, 161],
    d: 'M368 166Q368 167 368 171L368 171Q368 176 367 178L367 178Q367 181 356 181L276 181Q265 181 265 170L265 163Q265 152 272 144L281 134Q288 126 298 131L358 159Q368 164 368 166Z',
  },
  {
    number: 15,
    name: 'Mistrzejowice',
    centre: { lon: 20.005, lat: 50.1 },
    weight: 1.749,
    label: [294, 71],
    d: 'M296 114Q288 121 281 113L251 73Q244 65 245 63L245 63Q245 62 247 59L247 59Q249 56 252 53L252 53Q254 50 257 48L257 48Q260 45 263 43L263 43Q266 41 269 40L269 40Q272 38 275 37L275 37Q279 36 282 35L282 35Q286 35 289 34L289 34Q293 34 297 34L297 34Q300 35 304 35L304 35Q307 36 311 37L311 37Q314 38 317 40L317 40Q321 41 324 43L324 43Q326 45 329 48L329 48Q332 50 334 53L334 53Q337 56 339 59L339 59Q341 62 342 65L342 65Q344 68 344 71L344 71Q344 74 335 81Z',
  },
  {
    number: 16,
    name: 'Bieńczyce',
    centre: { lon: 20.025, lat: 50.085 },
    weight: 1.614,
    label: [337, 121],
    d: 'M366 138Q370 148 370 149L370 149Q369 150 367 153L367 153Q365 156 365 157L365 157Q364 157 354 153L303 128Q293 123 301 116L336 86Q345 79 349 89Z',
  },
  {
    number: 17,
    name: 'Wzgórza Krzesławickie',
    centre: { lon: 20.09, lat: 50.1 },
    weight: 3.077,
    label: [406, 62],
    d: 'M384 147Q377 154 373 144L352 85Q348 74 348 63L348 44Q348 33 350 30L350 30Q353 27 357 23L357 23Q361 20 366 17L366 17Q371 13 376 11L376 11Q381 8 386 6L386 6Q392 5 397 4L397 4Q403 2 409 2L409 2Q415 2 420 2L420 2Q426 2 432 4L432 4Q437 5 443 6L443 6Q448 8 453 11L453 11Q458 13 463 17L463 17Q468 20 472 23L472 23Q476 27 480 32L480 32Q484 36 486 38L486 38Q487 41 480 49Z',
  },
  {
    number: 18,
    name: 'Nowa Huta',
    centre: { lon: 20.13, lat: 50.075 },
    weight: 4.429,
    label: [495, 159],
    d: 'M597 137Q597 145 597 153L597 153Q596 161 595 169L595 169Q593 177 591 185L591 185Q588 193 584 200L584 200Q581 208 576 214L576 214Q571 221 566 227L566 227Q561 234 554 239L554 239Q548 244 541 249L541 249Q535 254 527 257L527 257Q520 261 512 264L512 264Q504 266 496 268L496 268Q488 269 480 270L480 270Q472 270 463 270L463 270Q455 269 447 268L447 268Q439 266 437 266L437 266Q435 265 428 257L405 231Q398 223 393 213L384 193Q379 183 378 174L378 174Q377 165 378 162L378 162Q378 160 386 152L501 33Q509 25 514 27L514 27Q520 29 527 32L527 32Q535 36 541 40L541 40Q548 45 554 50L554 50Q561 56 566 62L566 62Q571 68 576 75L576 75Q581 82 584 89L584 89Q588 97 591 104L591 104Q593 112 595 120L595 120Q596 128 597 137Z',
  },
]

const unitsPerKm = 20
const kmPerDegree = 111.32
const origin = { lon: 19.8, lat: 50.14 }
const kmPerLon = kmPerDegree * Math.cos((50.06 * Math.PI) / 180)
const inKm = ({ lon, lat }: Point): Position => [(lon - origin.lon) * kmPerLon, (origin.lat - lat) * kmPerDegree]
/** A point of the world on the drawing. */
export const onSchematic = (point: Point): Position => {
  const [x, y] = inKm(point)
  return [x * unitsPerKm, y * unitsPerKm]
}
const onEarth = ([x, y]: Position): Position => [origin.lon + x / unitsPerKm / kmPerLon, origin.lat - y / unitsPerKm / kmPerDegree]

/** The cell that holds a point, by the formula that drew it, and a little past its edge, so that no street falls between the cells; undefined far outside. */
export function schematicCellAt(point: Point): SchematicCell | undefined {
  const [x, y] = inKm(point)
  const near = schematicCells.map(cell => {
    const [cx, cy] = inKm(cell.centre)
    return { cell, squared: (x - cx) ** 2 + (y - cy) ** 2 }
  })
  const nearest = near.reduce((best, next) => (power(next) < power(best) ? next : best))
  return nearest.squared <= 4 * nearest.cell.weight ** 2 ? nearest.cell : undefined
}
const power = ({ cell, squared }: { cell: SchematicCell; squared: number }) => squared - 0.75 * cell.weight ** 2

/** The cells as areas on Earth, so that a live map and open data can show them too. Curves are cut into a few straight pieces. */
export const schematicArea = (cell: SchematicCell): Area => [[[...outline(cell.d), ...outline(cell.d).slice(0, 1)].map(onEarth)]]

function outline(d: string): Position[] {
  const points: Position[] = []
  for (const [, letter, numbers] of d.matchAll(/([MLQ])([^MLQZ]*)/g)) {
    const [x = 0, y = 0, endX, endY] = (numbers ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const [fromX, fromY] = points.at(-1) ?? [x, y]
    if (letter !== 'Q' || endX === undefined || endY === undefined) points.push([x, y])
    else for (const t of [0.33, 0.67, 1]) points.push([bend(fromX, x, endX, t), bend(fromY, y, endY, t)])
  }
  return points
}
const bend = (from: number, via: number, to: number, t: number) => (1 - t) ** 2 * from + 2 * t * (1 - t) * via + t ** 2 * to

export const schematicShapes = (districts: readonly { readonly id: string; readonly number: number | null; readonly name: string }[]): MapShapes => ({
  version: 'schematic',
  viewBox: schematicViewBox,
  schematic: true,
  shapes: schematicCells.flatMap(({ number, d, label }) => {
    const district = districts.find(one => one.number === number)
    return district ? [{ id: district.id, number, mark: roman(number), title: territoryTitle(district), d, label }] : []
  }),
})
