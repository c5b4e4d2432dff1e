import { assert } from '#kit/refusal.ts'
import { askAdvice, assignAdvice, passAdvice } from '#modules/consultation/advice.actions.ts'
import { type Answer, answerAdvice, rejectAdvice, releaseAdvice } from '#modules/consultation/answering.actions.ts'
import { changeDesk } from '#modules/consultation/desk/desk.actions.ts'
import { findAdviceByKey } from '#modules/consultation/desk/moves.store.ts'
import { joinUnit } from '#modules/consultation/joint.actions.ts'
import { withdrawQuestion } from '#modules/consultation/withdrawing.actions.ts'
import { takeUnitPrices } from '#modules/proposals/cost/unit-prices.actions.ts'
import type { CastKey } from '#seeds/cast.ts'
import { agree, known, placeDraft, writePart } from '#seeds/projects.seed.ts'
import { parkPrices, plantyPrices, stated, torPrices } from '#seeds/unit-prices.ts'
import type { SeedPart, World } from '#seeds/world.ts'

type Question = { name: string; who: CastKey; days: number; subject: string; unit: string; question: string }

async function ask(world: World, { name, who, days, subject, unit, question }: Question): Promise<string> {
  const ctx = world.ctx(who, days, '10:15')
  const asked = await askAdvice(ctx, {
    key: `key_seed_advice_${name}`,
    subjectId: known(world, subject),
    unitId: known(world, `unit.${unit}`),
    question,
  })
  assert(asked.ok && asked.id, `the question ${name} was refused: ${asked.ok ? '' : asked.why}`)
  world.ids.set(`advice.${name}`, asked.id)
  return asked.id
}
async function assign(world: World, id: string, head: CastKey, expert: CastKey, days: number): Promise<void> {
  const verdict = await assignAdvice(world.ctx(head, days, '09:05'), id, world.actors.get(expert)?.id ?? '')
  assert(verdict.ok, `${expert} was not assigned: ${verdict.ok ? '' : verdict.why}`)
}
async function answer(world: World, id: string, expert: CastKey, days: number, said: Answer): Promise<void> {
  const verdict = await answerAdvice(world.ctx(expert, days, '13:30'), id, said)
  assert(verdict.ok, `${expert} did not answer: ${verdict.ok ? '' : verdict.why}`)
}

/** What units were asked and answered: "advice.park", "advice.planty" …; and how the park's draft was corrected afterwards. */
export const adviceSeed: SeedPart = async world => {
  await thePark(world)
  await others(world)
  await releasedByTheHead(world)
  await takenBack(world)
}

async function thePark(world: World): Promise<void> {
  const park = known(world, 'project.park')
  const question = 'Czyj jest ten skwer i czy można tam posadzić drzewa? Czy alejka i poidełko są w tym miejscu możliwe?'
  const id = await ask(world, { name: 'park', who: 'marta', days: 9, subject: 'project.park', unit: 'ZZM', question })
  await assign(world, id, 'roman', 'ewa', 8)
  await answer(world, id, 'ewa', 4, {
    answers: [
      { criterion: 'own-task', verdict: 'fine', remark: '', basis: 'art. 7 ust. 1 pkt 12 ustawy o samorządzie gminnym' },
      { criterion: 'land', verdict: 'fine', remark: 'Działka gminna 214/7 obr. 14 Podgórze, w naszym zarządzie.', basis: '' },
      {
        criterion: 'technical',
        verdict: 'fine-if',
        remark: 'Alejka musi być przepuszczalna. Pod skwerem biegnie gazociąg, zachowaj 2 m.',
        basis: '',
      },
      { criterion: 'cost', verdict: 'fine', remark: 'drzewa, przyłącze i rok pielęgnacji.', basis: '' },
      { criterion: 'open-access', verdict: 'fine', remark: 'Teren otwarty całą dobę.', basis: '' },
      { criterion: 'plan', verdict: 'fine', remark: 'Przewiduje tu zieleń urządzoną.', basis: '' },
    ],
    overall: 'fine-if',
    remark: 'To dobry pomysł dla tego miejsca. Odsuńcie drzewa od gazociągu i dopiszcie pielęgnację.',
    prices: await stated(world, id, park, parkPrices),
    land: {
      owner: 'city',
      plots: '214/7, obręb 14 Podgórze',
      manager: 'Zarząd Zieleni Miejskiej',
      burdens: ['works'],
      remark: 'Jesienią gazownia wymienia tu odcinek rury. Sprzedaży nie planujemy.',
    },
  })
  const corrected =
    'Sześć ławek z oparciem w cieniu, dziewięć drzew, przepuszczalna alejka i poidełko na skwerze między Łąkową a torami. Drzewa co najmniej 2 m od gazociągu. Wejście bez progu z dwóch stron.\n\nTrawę w środku zostawiamy do zabawy. Bez ogrodzenia i bez alejek z kostki.'
  await writePart(world, park, 'description', corrected, 'jurij', 3)
  // away from the gas pipe, and with the path that the unit asked about
  const spot = {
    point: [78, 60],
    line: [
      [40, 40],
      [74, 52],
      [112, 78],
    ],
    area: [
      [40, 36],
      [112, 36],
      [112, 84],
      [40, 84],
    ],
  } as const
  await placeDraft(world, park, { who: 'jurij', days: 3, district: 13, spot })
  assert((await takeUnitPrices(world.ctx('marta', 3, '21:10'), park, id, 'all')).ok, 'the prices were not taken over')
  // Halina signs on paper, so her consent is still on its way
  await agree(world, park, 'marta', 2, ['jurij', 'bartek'])
}

async function others(world: World): Promise<void> {
  await ask(world, {
    name: 'planty',
    who: 'olga',
    days: 6,
    subject: 'project.planty',
    unit: 'ZZM',
    question: 'Czy wzdłuż alei zmieści się dwadzieścia drzew? Gdzie nie wolno ich sadzić?',
  })

  const ramp = await ask(world, {
    name: 'pochylnia',
    who: 'monika',
    days: 11,
    subject: 'idea.pochylnia',
    unit: 'ZDMK',
    question: 'Czy w miejscu schodów zmieści się pochylnia dla wózków? Do kogo należy ten kawałek bulwaru?',
  })
  await assign(world, ramp, 'adam', 'irena', 9)

  const lamps = await ask(world, {
    name: 'jasno',
    who: 'edyta',
    days: 7,
    subject: 'idea.jasno',
    unit: 'ZZM',
    question: 'Kto zarządza przejściami między blokami i czy można tam postawić lampy?',
  })
  assert(
    (await passAdvice(world.ctx('roman', 6, '08:40'), lamps, known(world, 'unit.ZDMK'), 'Oświetleniem przejść zajmuje się zarząd dróg.')).ok,
    'the lamps stayed',
  )
  await assign(world, lamps, 'adam', 'irena', 5)
  await answer(world, lamps, 'irena', 2, {
    answers: [
      {
        criterion: 'land',
        verdict: 'fine',
        remark: 'Cztery z pięciu przejść są gminne. Piąte należy do spółdzielni, potrzebna jej zgoda.',
        basis: '',
      },
      { criterion: 'technical', verdict: 'fine', remark: 'Zasilanie jest w zasięgu 30 metrów.', basis: '' },
    ],
    overall: 'fine-if',
    remark: 'Można, jeśli spółdzielnia zgodzi się na lampę na swoim terenie albo zostaną cztery przejścia.',
    estimate: 9_200_000,
  })

  await roads(world)
}

/** The unit for roads priced two drafts: one whose authors have not decided yet, one of a single author. */
async function roads(world: World): Promise<void> {
  const asks = [
    {
      name: 'planty-ceny',
      who: 'olga',
      subject: 'project.planty',
      question: 'Ile naprawdę kosztują ławki i drzewa przy alei?',
      prices: plantyPrices,
    },
    { name: 'tor', who: 'tadeusz', subject: 'project.tor', question: 'Czy stojaki mogą stać przy wejściu i czy ceny są dobre?', prices: torPrices },
  ] as const
  for (const { name, who, subject, question, prices } of asks) {
    const id = await ask(world, { name, who, days: 3, subject, unit: 'ZDMK', question })
    await assign(world, id, 'adam', 'irena', 2)
    await answer(world, id, 'irena', 1, {
      answers: [{ criterion: 'cost', verdict: 'fine-if', remark: 'Część cen jest z innych lat. Podajemy swoje, pozycja po pozycji.', basis: '' }],
      overall: 'fine-if',
      remark: 'Można. Przeczytajcie ceny i zdecydujcie, które przejmujecie.',
      prices: await stated(world, id, known(world, subject), prices),
    })
  }
}

/** The unit of roads lets its head release: one opinion of two units is out, one was sent back to the expert, two wait. */
async function releasedByTheHead(world: World): Promise<void> {
  const roads = known(world, 'unit.ZDMK')
  assert((await changeDesk(world.ctx('adam', 5, '08:10'), { unitId: roads, releases: true, cap: null, version: 0 })).ok, 'the desk of roads')
  const asked = async (name: string, who: CastKey, subject: string, question: string) => {
    const id = await ask(world, { name, who, days: 6, subject, unit: 'ZDMK', question })
    await assign(world, id, 'adam', 'irena', 5)
    return id
  }
  const said = (remark: string, detail: string, overall: Answer['overall'] = 'fine-if'): Answer => ({
    answers: [{ criterion: 'technical', verdict: overall, remark: detail, basis: '' }],
    overall,
    remark,
  })

  const joint = await asked('planty-drogi', 'olga', 'project.planty', 'Czy ławki mogą stać przy ścieżce rowerowej? Ile miejsca trzeba zostawić?')
  const part = {
    key: 'key_seed_advice_planty_czesc',
    unitId: known(world, 'unit.ZZM'),
    question: 'Czy korzenie drzew nie uszkodzą nawierzchni?',
    criteria: ['technical'] as const,
  }
  assert((await joinUnit(world.ctx('irena', 5, '10:20'), joint, part)).ok, 'greenery was not asked for its part')
  const partId = (await findAdviceByKey(world.ctx('irena'), part.key)) ?? ''
  await assign(world, partId, 'roman', 'ewa', 4)
  await answer(world, partId, 'ewa', 3, said('Drzewa nie zaszkodzą ścieżce.', 'Wystarczy ekran korzeniowy po stronie ścieżki.'))
  await answer(world, joint, 'irena', 2, said('Ławki mogą tu stać, jeśli nie zwężą przejazdu.', 'Odsuń je co najmniej metr od ścieżki rowerowej.'))
  assert((await releaseAdvice(world.ctx('adam', 1, '09:30'), joint)).ok, 'the joint opinion was not released')

  const back = await asked('kladki', 'kornelia', 'idea.kladki', 'Do kogo należą kładki i kto je utrzymuje?')
  await answer(world, back, 'irena', 2, said('Kładki są w naszym zarządzie.', 'Przeglądy robimy raz w roku.', 'fine'))
  assert((await rejectAdvice(world.ctx('adam', 1, '09:40'), back, 'Dopisz, która kładka wymaga remontu.')).ok, 'the answer was not sent back')

  const stand = await asked('bagry', 'bartek', 'idea.bagry', 'Czy przy wejściu na Bagry zmieści się stojak na rowery?')
  await answer(world, stand, 'irena', 1, said('Stojak się zmieści.', 'Najlepiej po stronie parkingu, dwa metry od bramy.', 'fine'))
  const water = await asked('woda', 'olga', 'project.woda', 'Czy na placach targowych można podłączyć poidełko do sieci?')
  await answer(world, water, 'irena', 1, said('Można, jeśli przyłącze nie przetnie jezdni.', 'Sieć biegnie po stronie północnej każdego placu.'))
}

async function takenBack(world: World): Promise<void> {
  const id = await ask(world, {
    name: 'park-podworko',
    who: 'marta',
    days: 8,
    subject: 'project.park',
    unit: 'ZBK',
    question: 'Czy skwer należy do któregoś z budynków komunalnych?',
  })
  const withdrawn = await withdrawQuestion(world.ctx('marta', 6, '19:15'), id, 'Wiemy już z mapy, że to działka miasta.')
  assert(withdrawn.ok, `the question was not taken back: ${withdrawn.ok ? '' : withdrawn.why}`)
}
