import type { Actor } from '#kit/actor.ts'
import { addDays, dayOf, warsaw } from '#kit/dates.ts'
import type { Ring } from '#kit/geo.ts'
import { assert } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { issueCertificate, showNameOn } from '#modules/ambassadors/tenure/certificates.actions.ts'
import { authoriseTerm, countResidents, startTerm, stepTerm } from '#modules/ambassadors/tenure/terms.actions.ts'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import { listTerms, loadTerm } from '#modules/ambassadors/tenure/terms.store.ts'
import { answerCourse } from '#modules/ambassadors/training/course.actions.ts'
import { lessons, questions, rightAnswers } from '#modules/ambassadors/training/course.rules.ts'
import { giveMaterial, joinTraining, markTraining, planTraining } from '#modules/ambassadors/training/trainings.actions.ts'
import type { TrainingFields } from '#modules/ambassadors/training/trainings.rules.ts'
import { askAssistance, stepAssistance } from '#modules/ambassadors/workspace/assistance.actions.ts'
import type { AssistanceKind } from '#modules/ambassadors/workspace/assistance.rules.ts'
import { answerMessage, writeToAmbassador } from '#modules/ambassadors/workspace/messages.actions.ts'
import { sharePractice } from '#modules/ambassadors/workspace/practices.actions.ts'
import { countDistricts } from '#modules/ambassadors/workspace/residents.actions.ts'
import { actorOf } from '#modules/people/people.store.ts'
import { plainName } from '#modules/programme/territories/territories.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { drawingFile } from '#seeds/drawings.ts'
import { actingIn, extra } from '#seeds/extras.ts'
import { practices } from '#seeds/practices.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}
const must = (verdict: Verdict, what: string) => assert(verdict.ok, `${what} was refused: ${verdict.ok ? '' : verdict.why}`)
const keyOf = (name: string) => `key_seed_${plainName(name)}`.padEnd(18, '0').slice(0, 50)

/** Rounded, so that nobody takes them for the register of residents. */
const residents = [
  32_000, 29_000, 48_000, 69_000, 31_000, 24_000, 21_000, 61_000, 15_000, 27_000, 53_000, 63_000, 37_000, 30_000, 52_000, 41_000, 20_000, 50_000,
]
const trainedDaysAgo = 12
const begunDaysAgo = 10

/** "term.bartek", "training.hall", "certificate": from the acceptance to the certificate. */
export const tenureSeed: SeedPart = async world => {
  await countEverywhere(world)
  await startMore(world)
  await train(world)
  await begin(world)
  await finishOne(world)
  await work(world)
  await share(world)
}

async function countEverywhere(world: World): Promise<void> {
  const rows = residents.map((n, i) => ({ territoryId: known(world, `district.${i + 1}`), residents: n, source: '' }))
  const source = 'liczby przybliżone, miasto pokazowe'
  must(
    await countDistricts(
      world.ctx('kornelia', 30),
      rows.map(row => ({ ...row, source })),
      source,
    ),
    'the residents of districts',
  )
}

/** Accepted outside the call of the demo world: one whose area overlaps Bartek's, and one who has already finished. */
const more = [
  { name: 'Celestyna Mazur', district: 13, area: 'Stare Podgórze i Zabłocie nad Wisłą', middle: [19.999, 50.0445] as const },
  { name: 'Roma Jasik', district: 10, area: 'Wróblowice i Rajsko', middle: undefined },
]
async function startMore(world: World): Promise<void> {
  for (const { name, district, area, middle } of more) {
    const person = await extra(world, name, { district })
    const drawn = middle && [[ringAround(middle)]]
    await startTerm(world.ctx('kornelia', 31), {
      personId: person.id,
      editionId: known(world, 'edition'),
      districtIds: [known(world, `district.${district}`)],
      area: drawn,
      areaWords: area,
      forms: ['citizens-budget', 'consultation'],
    })
  }
}
function ringAround([lon, lat]: readonly [number, number]): Ring {
  const corners = [0, 1, 2, 3, 4, 5].map(i => (i / 6) * 2 * Math.PI)
  const ring = corners.map((turn): readonly [number, number] => [lon + 0.009 * Math.cos(turn), lat + 0.005 * Math.sin(turn)])
  return [...ring, ...ring.slice(0, 1)]
}

const accepted = (world: World) => listTerms(world.ctx('house'), { editionId: known(world, 'edition'), states: ['accepted'] })
const actingFor = async (world: World, term: Pick<Term, 'personId'>, daysAgo: number, time?: string): Promise<Ctx> =>
  actingIn(world, await actorOf(world.ctx('house'), term.personId), daysAgo, time)

/** Two sessions with attendance, one to come; some take the course instead. */
async function train(world: World): Promise<void> {
  const hall = await plan(world, 'hall', trainedDaysAgo, {
    mode: 'hall',
    title: 'Jak rozmawiać z sąsiadami',
    about: 'Prowadzenie spotkania, arkusze i klauzula o danych. Ćwiczymy na prawdziwych potrzebach.',
    place: 'Miejskie Centrum Dialogu, sala na parterze, wejście bez stopni',
    link: undefined,
    capacity: 12,
  })
  const online = await plan(world, 'online', trainedDaysAgo - 1, {
    mode: 'online',
    title: 'Budżet obywatelski od środka',
    about: 'Jak projekt idzie przez jednostki miejskie i co go zatrzymuje.',
    place: 'przez internet, łącze działa też z telefonu',
    link: 'https://spotkania.example/ambasadorzy',
    capacity: 30,
  })
  await plan(world, 'next', -6, {
    mode: 'hall',
    title: 'Warsztat: pisanie prostym językiem',
    about: 'Dla chętnych, także po rozpoczęciu kadencji.',
    place: 'Biblioteka na Prądniku, sala 2',
    link: undefined,
    capacity: 15,
  })
  const terms = await accepted(world)
  for (const [i, term] of terms.entries()) await trainOne(world, term, i % 3 === 0 ? 'course' : i % 3 === 1 ? hall : online)
  for (const [id, daysAgo] of [
    [hall, trainedDaysAgo],
    [online, trainedDaysAgo - 1],
  ] as const) {
    const there = terms.filter((_, i) => i % 3 === (id === hall ? 1 : 2)).map(term => term.personId)
    must(await markTraining(world.ctx('kornelia', daysAgo, '21:30'), id, there), 'attendance')
  }
}

async function plan(world: World, name: string, daysAgo: number, fields: Omit<TrainingFields, 'startsAt' | 'endsAt'>): Promise<string> {
  const day = addDays(world.today, -daysAgo)
  const times = { startsAt: warsaw(day, '17:00'), endsAt: warsaw(day, '20:00') }
  const planned = await planTraining(world.ctx('kornelia', 20), {
    key: keyOf(`training ${name}`),
    editionId: known(world, 'edition'),
    ...fields,
    ...times,
  })
  assert(planned.ok && planned.id, `the training ${name}`)
  world.ids.set(`training.${name}`, planned.id)
  const material = { key: keyOf(`material ${name}`), title: 'Skrót na jedną kartkę', link: 'https://materialy.example/ambasador' }
  must(await giveMaterial(world.ctx('kornelia', 19), planned.id, material), 'a material')
  return planned.id
}

async function trainOne(world: World, term: Term, where: string): Promise<void> {
  if (where !== 'course') return must(await joinTraining(await actingFor(world, term, trainedDaysAgo + 1, '19:00'), where), 'a place at a training')
  const answers = lessons.flatMap(lesson => questions.map(question => ({ lesson, question, answer: rightAnswers[lesson][question] })))
  must(await answerCourse(await actingFor(world, term, trainedDaysAgo - 1, '20:40'), answers), 'the course')
}

const waitsStill = 'Osiedle Strusia i Planty Bieńczyckie'
const suspended = 'Osiedle Dywizjonu 303 i park Lotników'

/** Everybody begins but one, who waits for the authorisation; one is suspended later. */
async function begin(world: World): Promise<void> {
  for (const [i, term] of (await accepted(world)).entries()) {
    if (term.areaWords.startsWith(waitsStill)) continue
    const ctx = world.ctx('kornelia', begunDaysAgo, '14:00')
    must(await authoriseTerm(ctx, term.id), 'an authorisation')
    must(await stepTerm(ctx, term.id, 'activate'), 'the beginning of a term')
    const { version } = await loadTerm(ctx, term.id)
    if (i % 5 !== 4) must(await countResidents(ctx, term.id, version, 2_400 + 650 * (i % 6)), 'the residents of an area')
    world.ids.set(`term.${term.personId}`, term.id)
    if (term.areaWords.startsWith(suspended))
      must(await stepTerm(world.ctx('kornelia', 4), term.id, 'suspend', 'Na prośbę ambasadora: pobyt w szpitalu do końca miesiąca.'), 'a suspension')
  }
  const bartek = known(world, 'person.bartek')
  world.ids.set('term.bartek', known(world, `term.${bartek}`))
  world.actors.set('bartek', await actorOf(world.ctx('house'), bartek))
}

async function finishOne(world: World): Promise<void> {
  const roma = await extra(world, 'Roma Jasik')
  const id = known(world, `term.${roma.id}`)
  must(await stepTerm(world.ctx('kornelia', 2), id, 'finish'), 'the end of a term')
  const issued = await issueCertificate(world.ctx('kornelia', 1), id, { hours: 9, meetings: 2 })
  assert(issued.ok && issued.number, 'a certificate')
  world.ids.set('certificate', issued.number)
  must(await showNameOn(actingIn(world, roma, 1, '19:00'), issued.number, true), 'a name on a certificate')
}

type Request = { readonly who: string; readonly kind: AssistanceKind; readonly days: number; readonly text: string }
const requests: readonly Request[] = [
  {
    who: 'Bartek Nowak',
    kind: 'expert',
    days: 6,
    text: 'Na spotkanie o cieniu na Zabłociu przyda się ktoś z Zarządu Zieleni, około 40 osób, wtorek o 18.',
  },
  { who: 'Danuta Wrona', kind: 'room', days: 5, text: 'Sala na 30 osób przy placu Nowym, bez schodów, czwartek od 17 do 19.' },
  { who: 'Oksana Melnyk', kind: 'accessibility', days: 4, text: 'Tłumaczka ukraińskiego i polskiego języka migowego na spotkanie na Kurdwanowie.' },
  { who: 'Piotr Gawron', kind: 'materials', days: 9, text: 'Sto arkuszy wkładów i dziesięć plakatów, odbiorę sam.' },
  { who: 'Bartek Nowak', kind: 'materials', days: 2, text: 'Mapa Zabłocia w dużym formacie, żeby dało się po niej rysować.' },
  { who: 'Alicja Kurek', kind: 'other', days: 7, text: 'Ubezpieczenie pikniku sąsiedzkiego na Ugorku.' },
]

async function work(world: World): Promise<void> {
  const ids: string[] = []
  for (const { who, kind, days, text } of requests) {
    const actor = await personOf(world, who)
    const ctx = actingIn(world, actor, days, '10:30')
    const asked = await askAssistance(ctx, { key: keyOf(`assistance ${ids.length}`), kind, text, wishedOn: addDays(dayOf(ctx.now), 12) })
    assert(asked.ok && asked.id, `a request of ${who}`)
    ids.push(asked.id)
  }
  const [, room = '', signs = '', sheets = '', , picnic = ''] = ids
  const by = (days: number) => addDays(world.today, days)
  const office = (daysAgo: number) => world.ctx('kornelia', daysAgo, '15:10')
  must(
    await stepAssistance(office(3), room, 'promise', { answer: 'Sala w bibliotece przy placu jest wolna, klucz u kierowniczki.', readyOn: by(6) }),
    'a promise',
  )
  must(await stepAssistance(office(3), signs, 'promise', { answer: 'Obie tłumaczki są umówione.', readyOn: by(4) }), 'a promise')
  must(
    await stepAssistance(office(8), sheets, 'promise', { answer: 'Wydrukujemy do piątku, odbiór w pokoju 12.', readyOn: addDays(world.today, -5) }),
    'a promise',
  )
  must(await stepAssistance(office(5), sheets, 'finish', { answer: '' }), 'help')
  must(
    await stepAssistance(office(6), picnic, 'decline', {
      answer: 'Ubezpieczenie pikniku nie mieści się w programie. Może je wykupić rada dzielnicy.',
    }),
    'a refusal',
  )
  await letters(world)
}

async function letters(world: World): Promise<void> {
  const termId = known(world, 'term.bartek')
  const first = keyOf('message olga')
  must(
    await writeToAmbassador(world.ctx('olga', 5), {
      key: first,
      termId,
      text: 'Dzień dobry, czy na spotkanie można przyjść z dwójką małych dzieci? Nie mam z kim ich zostawić.',
      showsAddress: false,
    }),
    'a message',
  )
  must(
    await answerMessage(world.ctx('bartek', 4), first.replace(/^key/, 'message'), 'Oczywiście, będzie kącik z kredkami. Do zobaczenia!'),
    'an answer',
  )
  must(
    await writeToAmbassador(world.ctx('marta', 1), {
      key: keyOf('message marta'),
      termId,
      text: 'Zbieramy podpisy pod cieniem na placu. Czy mogę przynieść listę na Twoje spotkanie?',
      showsAddress: true,
    }),
    'a message',
  )
}

async function personOf(world: World, name: string): Promise<Actor> {
  const bartek = world.actors.get('bartek')
  return name === bartek?.name ? bartek : extra(world, name)
}

async function share(world: World): Promise<void> {
  for (const { who, days, picture, link, ...said } of practices) {
    const file = picture && { file: await drawingFile(picture.drawing), alt: picture.alt }
    const shared = await sharePractice(world.ctx(who, days, '12:40'), { key: keyOf(said.title), link, picture: file, ...said })
    assert(shared.ok && shared.id, `the practice ${said.title}`)
  }
}
