import { assert } from '#kit/refusal.ts'
import { importCompetences, importPlots } from '#modules/consultation/registers/registers.actions.ts'
import { placeIn } from '#seeds/places.ts'
import type { SeedPart } from '#seeds/world.ts'

const competences = `temat;miejsce;zarzadca;jednostka
drzewa, zieleń, park, skwer, trawnik, łąka, krzewy, plac zabaw, ogród;;;ZZM
chodnik, jezdnia, ulica, latarnia, oświetlenie, lampa, przejście, schody, pochylnia;;;ZDMK
przystanek, tramwaj, autobus, rower, stojak;;;ZTP
boisko, siłownia, bieżnia, sport, skatepark;;;ZIS
deszcz, rów, staw, powietrze, woda;;;KEGW
podwórko, kamienica;;;ZBK
senior, sąsiad;;;MOPS
szkoła, przedszkole, biblioteka szkolna;;;WE
;;Zarząd Dróg Miasta Krakowa;ZDMK
;;Zarząd Zieleni Miejskiej;ZZM
;;Zarząd Budynków Komunalnych;ZBK`

/** An outline as map programs write it, from metres east and north of the middle of a district. */
function outlineIn(district: number, corners: readonly (readonly [number, number])[]): string {
  const [first, ...rest] = corners.map(([east, north]) => placeIn(district, east, north).join(' '))
  return `POLYGON ((${[first, ...rest, first].join(', ')}))`
}
// the square between the blocks, to the tracks
const square = outlineIn(13, [
  [32, 28],
  [118, 28],
  [118, 90],
  [32, 90],
])
// the whole length of the old park
const park = outlineIn(16, [
  [-340, -60],
  [330, 40],
  [330, 120],
  [-340, 60],
])

const plots = `numer;obreb;zarzadca;stan;lon;lat;obrys
214/7;14 Podgórze;Zarząd Zieleni Miejskiej;własność gminy, zieleń urządzona;;;${square}
45/2;7 Bieńczyce;Zarząd Zieleni Miejskiej;własność gminy, park;;;${park}
214/9;14 Podgórze;Zarząd Dróg Miasta Krakowa;własność gminy, pas drogowy;;;
88/3;29 Podgórze;Zarząd Zieleni Miejskiej;własność gminy;;;
17/2;3 Nowa Huta;Zarząd Zieleni Miejskiej;własność gminy, park;;;
17/4;3 Nowa Huta;spółdzielnia mieszkaniowa;własność spółdzielni;;;
302/1;44 Krowodrza;Zarząd Budynków Komunalnych;własność gminy, podwórko;;;
11/5;118 Śródmieście;Zarząd Dróg Miasta Krakowa;Skarb Państwa, trwały zarząd;;;`

/** Which unit is in charge of what, and a few plots of land. */
export const registersSeed: SeedPart = async world => {
  const ctx = world.ctx('kornelia', 30)
  const kept = await importCompetences(ctx, competences)
  assert(kept.ok, `the table of competences: ${JSON.stringify(kept)}`)
  const land = await importPlots(ctx, plots, false)
  assert(land.ok, `the land data: ${JSON.stringify(land)}`)
}
