import { addDays, daysBetween } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import { changeEdition, createEdition, explainWarnings, stepEdition } from '#modules/programme/editions/editions.actions.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import { describeCity } from '#modules/programme/registers/city-settings.actions.ts'
import { addUnit } from '#modules/programme/registers/units.actions.ts'
import type { UnitFields } from '#modules/programme/registers/units.rules.ts'
import type { SeedPart, World } from '#seeds/world.ts'

/** On this day of the real edition the demo world is filled: needs, ideas, drafts and advice are open, submission is not yet. */
export const demoDay = '2020-03-12'

const units: readonly UnitFields[] = [
  { code: 'ZZM', name: 'Zarząd Zieleni Miejskiej', topics: ['zieleń', 'parki', 'place zabaw'], slaDays: 14 },
  { code: 'ZDMK', name: 'Zarząd Dróg Miasta Krakowa', topics: ['drogi', 'chodniki', 'oświetlenie'], slaDays: 14 },
  { code: 'ZTP', name: 'Zarząd Transportu Publicznego', topics: ['przystanki', 'komunikacja', 'rowery'], slaDays: 14 },
  { code: 'ZIS', name: 'Zarząd Infrastruktury Sportowej', topics: ['sport', 'boiska', 'siłownie'], slaDays: 14 },
  { code: 'KEGW', name: 'Klimat-Energia-Gospodarka Wodna', topics: ['woda', 'klimat', 'deszczówka'], slaDays: 14 },
  { code: 'ZBK', name: 'Zarząd Budynków Komunalnych', topics: ['budynki', 'podwórka'], slaDays: 21 },
  { code: 'MOPS', name: 'Miejski Ośrodek Pomocy Społecznej', topics: ['seniorzy', 'pomoc sąsiedzka'], slaDays: 14 },
  { code: 'WE', name: 'Wydział Edukacji', topics: ['szkoły', 'przedszkola'], slaDays: 21 },
]

/** "edition", "unit.ZZM": the seventh edition, moved so that today is `demoDay`, published before the call for ambassadors. */
export const programmeSeed: SeedPart = async world => {
  const ctx = world.ctx('kornelia', 40)
  for (const unit of units) {
    const added = await addUnit(ctx, `key_seed_${unit.code}`, unit)
    assert(added.ok, `unit ${unit.code}`)
    world.ids.set(`unit.${unit.code}`, added.id)
  }
  const described = await describeCity(ctx, {
    cityName: 'Kraków',
    programmeName: 'Budżet Obywatelski Krakowa',
    programmeNameEn: "Citizens' Budget of Kraków",
    office: 'Zespół do spraw budżetu obywatelskiego (miasto pokazowe)',
    email: 'bo@demo.example',
    phone: '12 000 00 00',
    address: 'Kraków',
    version: 0,
  })
  assert(described.ok, 'the city of the demo world')
  const created = await createEdition(ctx, { key: 'key_seed_edition', preset: 'krakow-2020', days: daysBetween(demoDay, world.today) })
  assert(created.ok, 'the edition of the demo world')
  world.ids.set('edition', created.id)
  await settle(world, created.id)
  for (const step of ['publish', 'start'] as const) {
    const verdict = await stepEdition(world.ctx('kornelia', 33), created.id, step)
    assert(verdict.ok, `${step} the edition of the demo world`)
  }
}

const reasons = [
  ['pools-share--expenditure-missing', 'Próg 0,5% sprawdziła skarbniczka miasta przy uchwale o pulach.'],
  ['support-count--population-missing', 'Najmniejsza dzielnica ma ponad 15 tysięcy mieszkańców, więc 15 podpisów mieści się w limicie.'],
  ['accessibility--statement-missing', 'Deklarację przygotowuje redakcja; będzie gotowa przed otwarciem serwisu.'],
  ['identity-data--sensitive-data', 'Tak stanowi uchwała z tej edycji. Ocena skutków dla ochrony danych jest u inspektora.'],
  ['unconfirmed--to-confirm', 'Terminy rund i limity sprawdził zespół do spraw budżetu.'],
] as const

/** What a coordinator settles before publication: when data goes and why warnings are accepted. */
export async function settle(world: World, id: string, daysAgo = 35): Promise<void> {
  const ctx = world.ctx('kornelia', daysAgo)
  const { title, no, version, rules } = await loadEdition(ctx, id)
  const legal = { ...rules.legal, retentionUntil: addDays(world.today, 1000) }
  const changed = await changeEdition(ctx, id, { section: 'rules', title, no, rules: { ...rules, legal }, version, reason: '' })
  assert(changed.ok, 'the rules of the demo world')
  const explained = await explainWarnings(ctx, id, version + 1, new Map(reasons))
  assert(explained.ok, 'the reasons of the demo world')
}
