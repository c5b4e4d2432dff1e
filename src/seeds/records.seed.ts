import { addDays, warsaw } from '#kit/dates.ts'
import { assert } from '#kit/refusal.ts'
import type { Verdict } from '#kit/verdict.ts'
import { closeMeeting, countFromPaper, notePaper } from '#modules/meetings/attendance/attendance.actions.ts'
import { announceMeeting, markHeld, type NewMeeting, planMeeting } from '#modules/meetings/meetings.actions.ts'
import {
  addLine,
  answerCorrection,
  freezeMinutes,
  openCorrections,
  proposeCorrection,
  tidyMinutes,
} from '#modules/meetings/minutes/minutes.actions.ts'
import { listCorrections } from '#modules/meetings/minutes/minutes.store.ts'
import { setTask } from '#modules/meetings/minutes/tasks.actions.ts'
import { printSheets } from '#modules/meetings/voices/sheets.actions.ts'
import { keyIn, speak } from '#modules/meetings/voices/voices.actions.ts'
import { newToken } from '#platform/codes.ts'
import { needs, type SaidNeed } from '#seeds/ideas.ts'
import type { SeedPart, World } from '#seeds/world.ts'

export const done = (verdict: Verdict<string>, what: string) => assert(verdict.ok, `${what}: ${verdict.ok ? '' : verdict.why}`)
export const keyOf = (name: string) => `key_seed_${name.replace(/\W/g, '_')}`.padEnd(18, '0')
const known = (world: World, key: string): string => {
  const id = world.ids.get(key)
  assert(id, `${key} is not in the world yet`)
  return id
}

type Planned = Pick<NewMeeting, 'kind' | 'title' | 'about' | 'questions'> & {
  readonly name: string
  readonly where: number | 'city'
  readonly days: number
  readonly hour: number
  readonly hours?: number
  readonly way?: NewMeeting['way']
}
/** "meeting.<name>": a meeting so many days ago, called in time by the coordinator and announced. */
export async function callMeeting(world: World, { name, where, days, hour, hours = 1, way = 'hall', ...words }: Planned): Promise<string> {
  const startsAt = warsaw(addDays(world.today, -days), `${String(hour).padStart(2, '0')}:00`)
  const ctx = world.ctx('kornelia', days + 1, '08:30')
  const online = way === 'mixed' || way === 'online' || way === 'async'
  const made = await planMeeting(ctx, {
    ...words,
    key: keyOf(`meeting_${name}`),
    way,
    territoryId: where === 'city' ? known(world, 'city') : known(world, `district.${where}`),
    agenda: ['Powitanie i zasady rozmowy', 'Czego tu brakuje', 'Co z tym zrobimy i kto'],
    startsAt,
    endsAt: new Date(startsAt.getTime() + hours * 3_600_000),
    place: way !== 'hall' && way !== 'mixed' ? null : where === 'city' ? 'Biblioteka główna, sala konferencyjna' : 'Filia biblioteki, sala spotkań',
    address: null,
    // each district has its own library
    roomShared: true,
    link: online ? 'https://spotkania.demo.example/rozmowa' : null,
    phone: null,
    access: { steps: 'step-free', loop: hour % 2 === 0, sign: false, transport: 'przystanek tuż obok', other: null },
    capacity: 40,
  })
  assert(made.ok, `the meeting ${name} was refused: ${made.ok ? '' : made.why}`)
  const announced = await announceMeeting(ctx, made.id)
  assert(announced.ok, `the meeting ${name} was not announced`)
  world.ids.set(`meeting.${name}`, made.id)
  return made.id
}
const clock = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** What was said at meetings in each place before anybody made a need of it: "line.cien". Minutes in every stage, sheets, all channels. */
export const recordsSeed: SeedPart = async world => {
  const places = [...new Set(needs.map(need => need.where))]
  for (const [index, where] of places.entries()) await aTalk(world, where, index)
  await lately(world)
}

async function aTalk(world: World, where: number | 'city', index: number): Promise<void> {
  const said = needs.filter(need => need.where === where)
  const days = Math.min(31, Math.max(...said.map(need => need.days)) + 1)
  const hour = 9 + (index % 10)
  const name = `talk-${where}`
  const meetingId = await callMeeting(world, {
    name,
    where,
    days,
    hour,
    kind: 'talk',
    way: index % 3 === 0 ? 'mixed' : 'hall',
    title: where === 'city' ? 'Czego brakuje w całym mieście?' : 'Czego brakuje w naszej okolicy?',
    about: 'Mówimy, czego brakuje i gdzie. Każdy głos zapisujemy, także ten z kartki i z telefonu.',
    questions: ['Czego brakuje najbardziej?', 'Co już jest i działa?'],
  })
  const sheets = await printSheets(world.ctx('kornelia', days, clock(hour - 1, 0)), { secret: newToken() }, meetingId, 12)
  assert(sheets.ok, 'the sheets were not printed')
  await note(world, name, meetingId, days, clock(hour, 5), 'open', 'Przyszło kilkanaście osób. Zaczynamy od tego, czego brakuje.', 'note')
  for (const [n, need] of said.entries()) await hear(world, { need, meetingId, days, hour, n })
  await note(
    world,
    name,
    meetingId,
    days,
    clock(hour, 50),
    'next',
    'Z każdej z tych rzeczy robimy potrzebę na stronie. Kto chce, dopisze resztę.',
    'agreed',
  )
  await held(world, meetingId, { days, time: clock(hour, 58), people: 9 + ((index * 5) % 11) })
  await seal(world, meetingId, days, said)
  // three colleagues are behind with their paper
  if (index % 6 !== 0) await settle(world, meetingId, days)
}

/** It took place, and so many heads were counted. */
export async function held(world: World, meetingId: string, { days, time, people }: { days: number; time: string; people: number }): Promise<void> {
  const ctx = world.ctx('kornelia', days, time)
  done(await markHeld(ctx, meetingId), 'held')
  done(await countFromPaper(ctx, meetingId, { people, was: 0 }), 'counted')
}
async function settle(world: World, meetingId: string, days: number): Promise<void> {
  const ctx = world.ctx('kornelia', days - 5, '11:20')
  done(await notePaper(ctx, meetingId, 'returned', 'Oddane na dzienniku podawczym.'), 'the paper')
  done(await closeMeeting(ctx, meetingId), 'closed')
}

const note = async (world: World, name: string, meetingId: string, days: number, time: string, what: string, text: string, kind: 'note' | 'agreed') =>
  done(await addLine(world.ctx('kornelia', days, time), meetingId, { key: keyOf(`${name}_${what}`), text, kind }), text)

const ways = ['paper', 'meeting', 'online', 'phone'] as const
/** One voice, by whichever way it came, and its line. */
async function hear(
  world: World,
  { need, meetingId, days, hour, n }: { need: SaidNeed; meetingId: string; days: number; hour: number; n: number },
): Promise<void> {
  const way = need.who === 'halina' ? 'phone' : (ways[n % ways.length] ?? 'meeting')
  const words = {
    key: keyOf(`voice_${need.name}`),
    kind: 'need' as const,
    text: need.text,
    placeWords: need.place,
    about: 'Czego brakuje najbardziej?',
  }
  const heard =
    way === 'online'
      ? await speak(world.ctx(need.who, days, clock(hour, 10 + n)), meetingId, words)
      : await keyIn(world.ctx('celina', days, clock(hour, 10 + n)), meetingId, {
          ...words,
          channel: way,
          ...(way === 'paper' ? { sheet: n + 1 } : {}),
        })
  assert(heard.ok, `the voice ${need.name} was refused`)
  const line = await addLine(world.ctx('kornelia', days, clock(hour, 20 + n)), meetingId, {
    key: keyOf(`line_${need.name}`),
    text: need.text,
    kind: 'voice',
    voiceId: heard.id,
  })
  assert(line.ok && line.id, `the line of ${need.name} was refused`)
  world.ids.set(`line.${need.name}`, line.id)
}

/** Draft, corrections with an answer where somebody spoke online, frozen after their time. */
async function seal(world: World, meetingId: string, days: number, said: readonly SaidNeed[]): Promise<void> {
  done(await tidyMinutes(world.ctx('kornelia', days - 1, '10:00'), meetingId), 'tidied')
  done(await openCorrections(world.ctx('kornelia', days - 1, '10:05'), meetingId, 2), 'opened')
  const spoke = said[ways.indexOf('online')]
  if (spoke && spoke.who !== 'halina') {
    const proposed = { key: keyOf(`correction_${spoke.name}`), text: 'Dopiszcie, że było też o ławkach z oparciem.' }
    done(await proposeCorrection(world.ctx(spoke.who, days - 2, '19:20'), meetingId, proposed), 'a correction')
    for (const one of await listCorrections(world.ctx('house'), meetingId))
      done(
        await answerCorrection(world.ctx('kornelia', days - 3, '09:10'), one.id, { outcome: 'taken', answer: 'Tak, padło to pod koniec.' }),
        'answered',
      )
  }
  done(await freezeMinutes(world.ctx('kornelia', days - 5, '11:00'), meetingId), 'frozen')
}

/** What is not finished yet: corrections still open, a draft, notes with a task. */
async function lately(world: World): Promise<void> {
  const title = 'Cień i woda na Zabłociu: co dalej?'
  const about = 'Drugie spotkanie w tej sprawie. Mówimy, kto co robi i do kiedy.'
  const open = await callMeeting(world, {
    name: 'zablocie',
    where: 13,
    days: 3,
    hour: 18,
    kind: 'talk',
    title,
    about,
    questions: ['Co robimy najpierw?'],
  })
  done(
    await speak(world.ctx('marta', 3, '18:12'), open, {
      key: keyOf('voice_later_1'),
      kind: 'idea',
      text: 'Najpierw policzmy, ile drzew zmieści się przy Łąkowej.',
    }),
    'a voice',
  )
  done(
    await keyIn(world.ctx('celina', 3, '18:20'), open, {
      key: keyOf('voice_later_2'),
      kind: 'question',
      text: 'Kto podlewa nowe drzewa w pierwszym roku?',
      channel: 'meeting',
    }),
    'a voice',
  )
  done(
    await keyIn(world.ctx('celina', 2, '09:20'), open, {
      key: keyOf('voice_later_3'),
      kind: 'remark',
      text: 'Dziękuję, że można zadzwonić. Nie mam komputera.',
      channel: 'phone',
    }),
    'a voice',
  )
  await note(world, 'zablocie', open, 3, '18:30', 'one', 'Marta policzy miejsca na drzewa i przyniesie szkic.', 'agreed')
  await note(world, 'zablocie', open, 3, '18:40', 'two', 'Pytamy Zarząd Zieleni Miejskiej o podlewanie w pierwszym roku.', 'agreed')
  await held(world, open, { days: 3, time: '18:58', people: 12 })
  done(await tidyMinutes(world.ctx('kornelia', 2, '10:00'), open), 'tidied')
  done(await openCorrections(world.ctx('kornelia', 2, '10:05'), open, 7), 'opened')
  const task = { key: keyOf('task_later'), what: 'Zapytać o podlewanie w pierwszym roku', who: 'Kornelia Maj', dueOn: addDays(world.today, 6) }
  done(await setTask(world.ctx('kornelia', 2, '10:30'), open, task), 'a task')
  const draft = await callMeeting(world, {
    name: 'bienczyce',
    where: 16,
    days: 2,
    hour: 17,
    kind: 'talk',
    title: 'Ławki i światło w Bieńczycach',
    about,
    questions: [],
  })
  await note(world, 'bienczyce', draft, 2, '17:15', 'one', 'Dwie latarnie przy bibliotece nie świecą od jesieni.', 'note')
  await held(world, draft, { days: 2, time: '17:58', people: 8 })
  done(await tidyMinutes(world.ctx('kornelia', 1, '08:40'), draft), 'tidied')
}
