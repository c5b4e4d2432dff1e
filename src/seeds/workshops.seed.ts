import { addDays, endOfDay } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import { listPractices } from '#modules/ambassadors/workspace/practices.store.ts'
import { proposeIdea } from '#modules/ideas/ideas.actions.ts'
import { listNeedsById } from '#modules/ideas/needs.store.ts'
import { confirmAnswer, putOnAgenda, recordSpoken } from '#modules/meetings/agenda.actions.ts'
import { spokenAbout } from '#modules/meetings/agenda.store.ts'
import { joinTable, setTable, writeCard } from '#modules/meetings/voices/cards.actions.ts'
import { listTables } from '#modules/meetings/voices/cards.store.ts'
import { attachPractice } from '#modules/meetings/workshops/workshop-practices.actions.ts'
import { countHall, giveMarks, mergeGroups, planSeries, stepWorkshop, takeNeedsIn } from '#modules/meetings/workshops/workshops.actions.ts'
import { listGroups, listWorkshops } from '#modules/meetings/workshops/workshops.store.ts'
import { startProject } from '#modules/proposals/proposals.actions.ts'
import type { CastKey } from '#seeds/cast.ts'
import { callMeeting, done, held, keyOf } from '#seeds/records.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

const days = [8, 5, 2] as const
const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}

/** "series": three city workshops from needs to a joint draft; and a joint workshop of a district with city units. */
export const workshopsSeed: SeedPart = async world => {
  const meetings: string[] = []
  for (const [n, day] of days.entries())
    meetings.push(
      await callMeeting(world, {
        name: `city-workshop-${n + 1}`,
        where: 'city',
        days: day,
        hour: 10,
        hours: 3,
        kind: 'workshop',
        title: `Miasto na upał, warsztat ${n + 1}`,
        about:
          ['Zbieramy potrzeby i mówimy, które są najpilniejsze.', 'Przy stolikach rozwijamy pomysły.', 'Z pomysłów robimy wspólne szkice.'][n] ?? '',
        questions: [],
      }),
    )
  const until = [6, 3, -2].map(ago => new Date(endOfDay(addDays(world.today, -ago)).getTime() - 1000))
  const planned = await planSeries(world.ctx('kornelia', 9, '15:00'), {
    key: keyOf('series'),
    title: 'Miasto na upał i na co dzień',
    about: 'Trzy spotkania dla całego miasta. Zaczynamy od tego, co Wam przeszkadza, a kończymy na wspólnych szkicach projektów.',
    marks: 2,
    workshops: meetings.map((meetingId, n) => ({ meetingId, openUntil: until[n] ?? new Date(0) })),
  })
  assert(planned.ok && planned.id, `the series was refused: ${planned.ok ? '' : planned.why}`)
  world.ids.set('series', planned.id)
  const [first, second, third] = await listWorkshops(world.ctx('house'), [planned.id])
  assert(first && second && third, 'three workshops')
  await gather(world, first.id)
  await develop(world, first.id, second.id)
  await draft(world, second.id, third.id)
  for (const [n, meetingId] of meetings.entries()) await held(world, meetingId, { days: days[n] ?? 0, time: '13:05', people: 24 - 3 * n })
  await jointWorkshop(world)
}

async function gather(world: World, id: string): Promise<void> {
  done(await stepWorkshop(world.ctx('kornelia', 8, '10:05'), id, 'open'), 'the first workshop')
  const ids = ['upaly', 'nocny', 'czysta', 'jezyk'].map(name => known(world, `need.${name}`))
  done(
    await takeNeedsIn(
      world.ctx('ewa', 8, '10:20'),
      id,
      (await listNeedsById(world.ctx('house'), ids)).map(({ id, title }) => ({ id, title })),
    ),
    'needs',
  )
  const groups = await listGroups(world.ctx('house'), id)
  const of = (name: string) => groups.find(group => group.needIds.includes(known(world, `need.${name}`)))?.id ?? ''
  const marks: readonly (readonly [CastKey, readonly string[]])[] = [
    ['ewa', ['upaly', 'jezyk']],
    ['jurij', ['jezyk', 'upaly']],
    ['adam', ['czysta', 'upaly']],
    ['olga', ['upaly', 'nocny']],
    ['tadeusz', ['nocny', 'czysta']],
    ['monika', ['jezyk']],
  ]
  for (const [who, names] of marks) done(await giveMarks(world.ctx(who, 7, '18:00'), id, names.map(of)), 'marks')
  const dots = new Map([
    [of('upaly'), 5],
    [of('nocny'), 3],
    [of('czysta'), 2],
    [of('jezyk'), 2],
  ])
  done(await countHall(world.ctx('kornelia', 8, '12:50'), id, 6, dots), 'dots')
  done(
    await mergeGroups(world.ctx('kornelia', 7, '09:00'), id, [of('nocny'), of('czysta')], 'Miasto, które działa też wieczorem i po remoncie'),
    'merged',
  )
  done(await stepWorkshop(world.ctx('kornelia', 6, '09:00'), id, 'settle'), 'settled')
}

async function develop(world: World, firstId: string, id: string): Promise<void> {
  done(await stepWorkshop(world.ctx('kornelia', 5, '10:05'), id, 'open'), 'the second workshop')
  const groups = await listGroups(world.ctx('house'), firstId)
  const heat = groups.find(group => group.needIds.includes(known(world, 'need.upaly')))
  const language = groups.find(group => group.needIds.includes(known(world, 'need.jezyk')))
  for (const [n, [name, group]] of (
    [
      ['Stolik 1: upał', heat],
      ['Stolik 2: sąsiedzi', language],
    ] as const
  ).entries())
    done(await setTable(world.ctx('kornelia', 5, '10:10'), id, { key: keyOf(`table_${n}`), name, groupId: group?.id ?? null }), 'a table')
  const [one, two] = await listTables(world.ctx('house'), id)
  assert(one && two, 'two tables')
  for (const who of ['ewa', 'olga', 'adam'] as const) done(await joinTable(world.ctx(who, 5, '10:30'), id, one.id), 'a seat')
  for (const who of ['jurij', 'monika'] as const) done(await joinTable(world.ctx(who, 5, '10:30'), id, two.id), 'a seat')
  const shelter = {
    title: 'Kurtyny wodne i ławki w cieniu',
    problem: 'W upał nie ma gdzie odpocząć w drodze do lekarza czy sklepu.',
    forWhom: 'Osoby starsze, rodzice z małymi dziećmi, każdy, kto idzie pieszo.',
    solution: 'Dziesięć miejsc z ławką, cieniem i kurtyną wodną, każde przy przystanku.',
    place: 'place i przystanki bez drzew, po jednym w dziesięciu dzielnicach',
    askUnit: 'Czy przy przystankach jest przyłącze wody?',
  }
  const written = await writeCard(world.ctx('olga', 5, '11:40'), id, { ...shelter, key: keyOf('card_shelter'), tableId: one.id })
  assert(written.ok && written.id, 'a card')
  world.ids.set('card.kurtyny', written.id)
  const tea = {
    title: 'Stół do rozmów w każdej bibliotece',
    problem: 'Nowi sąsiedzi nie mają z kim ćwiczyć polskiego.',
    forWhom: 'Osoby, które uczą się polskiego, i ci, którzy chcą je poznać.',
    solution: 'Raz w tygodniu stół z herbatą i gospodarzem, bez zapisów.',
    place: 'filie bibliotek',
    askUnit: 'Które filie mają wolną salę po osiemnastej?',
  }
  done(await writeCard(world.ctx('jurij', 5, '11:50'), id, { ...tea, key: keyOf('card_tea'), tableId: two.id }), 'a card')
  done(await stepWorkshop(world.ctx('kornelia', 3, '20:00'), id, 'settle'), 'settled')
}

async function draft(world: World, secondId: string, id: string): Promise<void> {
  const idea = await proposeIdea(world.ctx('olga', 4, '19:10'), {
    key: keyOf('idea_kurtyny'),
    title: 'Kurtyny wodne i ławki w cieniu',
    text: 'Dziesięć miejsc z ławką, cieniem i kurtyną wodną, każde przy przystanku bez drzew. Po jednym w dziesięciu dzielnicach.',
    territoryId: known(world, 'city'),
    placeWords: 'przystanki bez drzew',
    needs: [known(world, 'need.upaly')],
    origin: known(world, 'card.kurtyny'),
  })
  assert(idea.ok && secondId !== '', `the idea of the card was refused: ${idea.ok ? '' : idea.why}`)
  world.ids.set('idea.kurtyny', idea.id)
  done(await stepWorkshop(world.ctx('kornelia', 2, '10:05'), id, 'open'), 'the third workshop')
  const [practice] = await listPractices(world.ctx('kornelia', 2, '10:10'), { topic: 'workshop', limit: 1 })
  assert(practice, 'a good practice for workshops')
  done(await attachPractice(world.ctx('ewa', 2, '10:20'), id, practice.id, true), 'the good practice')
  const started = await startProject(world.ctx('olga', 2, '11:30'), {
    key: keyOf('project_kurtyny'),
    path: 'joint-city',
    territoryId: known(world, 'city'),
    title: 'Kurtyny wodne i ławki w cieniu',
    visibility: 'shared',
    ideaId: idea.id,
  })
  assert(started.ok && started.id, `the joint draft was refused: ${started.ok ? '' : started.why}`)
  world.ids.set('project.kurtyny', started.id)
}

/** Ideas of a district before the unit that would look after them. */
async function jointWorkshop(world: World): Promise<void> {
  const title = 'Podgórze i Zarząd Zieleni przy jednym stole'
  const about = 'Ambasadorzy przynoszą pomysły z okolicy. Eksperci mówią od razu, co jest możliwe.'
  const meetingId = await callMeeting(world, {
    name: 'joint-13',
    where: 13,
    days: 4,
    hour: 16,
    hours: 2,
    kind: 'workshop',
    title,
    about,
    questions: [],
  })
  const ideas = ['park', 'bagry'].map(name => known(world, `idea.${name}`))
  done(await putOnAgenda(world.ctx('kornelia', 5, '09:00'), meetingId, ideas), 'the agenda')
  const said = [
    ['park', 'ZZM', 'Skwer jest w naszym zarządzie. Drzewa tak, ale dwa metry od gazociągu.'],
    ['bagry', 'ZZM', 'Kosze z czujnikiem testujemy w dwóch parkach. Możemy dołożyć Bagry.'],
  ] as const
  for (const [name, unit, text] of said) {
    const spoken = { key: keyOf(`spoken_${name}`), ideaId: known(world, `idea.${name}`), unitId: known(world, `unit.${unit}`), text }
    done(await recordSpoken(world.ctx('kornelia', 4, '17:10'), meetingId, spoken), 'a spoken answer')
  }
  const [first] = await spokenAbout(world.ctx('house'), [known(world, 'idea.park')])
  assert(first, 'what was said about the park')
  done(await confirmAnswer(world.ctx('ewa', 3, '10:00'), first.id), 'confirmed')
  await held(world, meetingId, { days: 4, time: '18:05', people: 15 })
}
