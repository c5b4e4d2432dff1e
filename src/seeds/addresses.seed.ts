import { assert } from '#kit/refusal.ts'
import { importAddresses } from '#modules/programme/territories/addresses.actions.ts'
import { placeIn } from '#seeds/places.ts'
import type { SeedPart } from '#seeds/world.ts'

/** Invented streets: name, district, where its first house stands from the middle of the district in metres east and north, and the way it runs. */
const streets: readonly (readonly [string, number, number, number, number, number])[] = [
  ['Dzwonników', 1, -200, 120, 1, 0],
  ['pl. Trzech Zegarów', 1, 60, -80, 0, 1],
  ['Studzienna Dolna', 2, -150, 60, 1, 1],
  ['Latawcowa', 4, 0, -260, 1, 0],
  ['Pod Jarzębinami', 6, -300, 200, 1, -1],
  ['Mglistych Poranków', 7, 120, 40, 0, 1],
  ['Wiślanych Flisaków', 8, -220, -120, 1, 0],
  ['Stokrotkowa', 8, 180, 160, 1, 1],
  ['os. Pogodne', 8, 40, -240, 0, 1],
  ['Żabiego Stawu', 9, -60, 60, 1, 0],
  ['Kolorowych Okiennic', 10, 200, -100, 1, 0],
  ['Jeżynowa', 11, -180, 80, 0, -1],
  ['Zielonych Dachów', 12, 0, 0, 1, 0],
  ['Łąkowa', 13, -60, 20, 1, 0],
  ['Łozinowa', 13, 160, -180, 0, 1],
  ['Papierowych Łódek', 13, -320, -240, 1, 1],
  ['al. 12 Kasztanów', 13, 100, 260, 1, 0],
  ['Cichych Warsztatów', 14, -90, -70, 1, 0],
  ['Szklarniowa', 16, 130, 90, 0, 1],
  ['Huśtawkowa', 17, -140, 0, 1, 0],
  ['Łąkowa', 18, 80, -120, 1, 0],
  ['os. Słonecznikowe', 18, -260, 140, 0, 1],
  ['Kwitnących Lip', 18, 220, 220, 1, -1],
]
const houses = Array.from({ length: 40 }, (_, i) => i + 1)

function* register() {
  yield 'ulica;numer;lat;lon;dzielnica\n'
  for (const [name, district, east, north, alongEast, alongNorth] of streets) {
    for (const house of houses) {
      const [lon, lat] = placeIn(district, east + alongEast * house * 9, north + alongNorth * house * 9 + (house % 2) * 14)
      yield `${name};${house};${lat};${lon};${district}\n`
    }
  }
}
async function* chunks() {
  for (const line of register()) yield Buffer.from(line)
}

/** A register of addresses of our own, so that a place can be found by street. */
export const addressesSeed: SeedPart = async world => {
  const taken = await importAddresses(world.ctx('house', 90), chunks())
  assert(taken.ok, `the addresses: ${JSON.stringify(taken)}`)
}
