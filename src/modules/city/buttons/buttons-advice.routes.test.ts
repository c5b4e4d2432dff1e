import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type Decisions, expectTeeth, type Roles, walk } from '#modules/city/buttons/testing-buttons.ts'
import { type AdviceHouse, answer, openAdvice } from '#modules/consultation/testing-advice.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

const castOf = {
  visitor: undefined,
  resident: 'olga',
  author: 'marta',
  ambassador: 'bartek',
  coordinator: 'kornelia',
  clerk: 'celina',
  head: 'roman',
  expert: 'ewa',
  otherHead: 'adam',
  otherExpert: 'irena',
} as const satisfies Record<string, CastKey | undefined>
type Role = keyof typeof castOf

/** Where a question may be; `joint` waits for the part of another unit, which is `part` and then `ready`. */
const lives = ['queued', 'asked', 'assigned', 'asked-back', 'drafted', 'joint', 'part', 'ready', 'answered', 'withdrawn'] as const
type Life = (typeof lives)[number]
type Place = { readonly id: string; readonly subject: string; readonly part?: string }
const places = new Map<Life, Place>()

let here: AdviceHouse
let roles: Roles<Role>
beforeAll(async () => {
  here = await openAdvice()
  roles = Object.fromEntries(Object.entries(castOf).map(([role, key]) => [role, key && here.who(key)])) as Roles<Role>
  const { as, who, unit, asked, aDraft, house } = here
  const act = async (key: CastKey, path: string, fields = {}) => expectDone(await as(key).post(path, fields))
  const settle = (fields: Record<string, string>) => act('roman', url(paths.desk, { id: unit('ZZM') }), fields)
  const born = async () => {
    const subject = await aDraft()
    return { subject, id: await asked(subject) }
  }
  const assign = (id: string) => act('roman', url(paths.adviceAssignment, { id }), { osoba: who('ewa').id })
  const joined = async () => {
    const { id, subject } = await born()
    await assign(id)
    const part = { key: newId('key'), wspolnie: unit('ZDMK'), czesc: 'Czy droga zniesie dojazd?' }
    await act('ewa', url(paths.advicePart, { id }), part)
    const made = await house.db.selectFrom('advice').select('id').where('leading_id', '=', id).executeTakeFirstOrThrow()
    await act('adam', url(paths.adviceAssignment, { id: made.id }), { osoba: who('irena').id })
    return { id, subject, part: made.id }
  }
  await settle({ version: '0', wydaje: 'tak' })
  for (const life of lives.filter(life => life !== 'queued')) {
    const joint = ['joint', 'part', 'ready'].includes(life)
    const place: Place = joint ? await joined() : await born()
    const { id } = place
    places.set(life, place)
    if (life === 'ready') await act('irena', url(paths.adviceAnswer, { id: place.part ?? '' }), answer)
    if (joint || life === 'asked') continue
    if (life === 'withdrawn') await act('marta', url(paths.adviceWithdrawal, { id }), { 'powod-wycofania': 'Już wiemy.' })
    else await assign(id)
    if (life === 'asked-back') await act('ewa', url(paths.adviceQuery, { id }), { key: newId('key'), 'do-autorow': 'Ile drzew?' })
    if (life === 'drafted' || life === 'answered') await act('ewa', url(paths.adviceAnswer, { id }), answer)
    if (life === 'answered') await act('roman', url(paths.adviceRelease, { id }))
  }
  await settle({ version: '1', wydaje: 'tak', limit: '1' })
  places.set('queued', await born())
}, 400_000)
afterAll(() => here.house.close())

function decisionsOf(life: Life): Decisions<Role> {
  const { id: whole, subject, part } = places.get(life) ?? { id: '', subject: '' }
  const id = (life === 'part' || life === 'ready' ? part : undefined) ?? whole
  const page = url(paths.advice, { id })
  const [head, expert] = part && id === part ? (['otherHead', 'otherExpert'] as const) : (['head', 'expert'] as const)
  const open = !['answered', 'withdrawn'].includes(life)
  const over = open ? undefined : /odpowiedź jest|wycofane/
  // whose turn it is to release reads the answer and decides on it first
  const releasing = /Zgoda na wydanie opinii/
  const of = (...asked: readonly Role[]) => (open ? asked : [])
  return {
    assign: {
      said: releasing,
      page,
      path: url(paths.adviceAssignment, { id }),
      fields: { osoba: here.who(head === 'head' ? 'ewa' : 'irena').id },
      whose: of(head),
    },
    pass: {
      said: releasing,
      page,
      path: url(paths.adviceReturn, { id }),
      fields: { jednostka: here.unit('ZTP'), powod: 'To ich sprawa.' },
      whose: of(head, expert),
    },
    answer: { page, path: url(paths.adviceAnswer, { id }), fields: answer, whose: [expert], said: over },
    askBack: { page, path: url(paths.adviceQuery, { id }), fields: { key: newId('key'), 'do-autorow': 'Ile drzew?' }, whose: of(expert) },
    reply: { page, path: url(paths.adviceReply, { id }), fields: { 'dla-jednostki': 'Dziewięć.' }, whose: life === 'asked-back' ? ['author'] : [] },
    release: { page, path: url(paths.adviceRelease, { id }), whose: life === 'drafted' ? ['head', 'expert'] : [] },
    reject: {
      page,
      path: url(paths.adviceRejection, { id }),
      fields: { poprawki: 'Dopisz gazociąg.' },
      whose: life === 'drafted' ? ['head', 'expert'] : [],
    },
    admit: { page, path: url(paths.adviceAdmission, { id }), whose: life === 'queued' ? ['head', 'expert'] : [] },
    note: { page, path: url(paths.adviceNote, { id }), fields: { key: newId('key'), notatka: 'Pamiętać o gazie.' }, whose: [head, expert] },
    join: {
      said: releasing,
      page,
      path: url(paths.advicePart, { id }),
      fields: { key: newId('key'), wspolnie: here.unit('ZTP'), czesc: 'Co z ruchem?' },
      whose: part && id === part ? [] : of('head', 'expert'),
    },
    drop: { page: url(paths.advice, { id: whole }), path: url(paths.advicePartEnd, { id: part ?? whole }), whose: part ? ['head', 'expert'] : [] },
    withdraw: {
      page,
      path: url(paths.adviceWithdrawal, { id }),
      fields: { 'powod-wycofania': 'Już wiemy.' },
      whose: part && id === part ? [] : ['author'],
      said: over,
    },
    ask: {
      page: url(paths.adviceQueue, undefined, { o: subject }),
      path: paths.adviceNew,
      link: url(paths.adviceNew, undefined, { o: subject }),
      fields: { key: newId('key'), o: subject, jednostka: here.unit('ZTP'), pytanie: 'Co z ruchem?' },
      whose: ['author', 'ambassador', 'coordinator', 'resident'],
    },
    askOnDraft: {
      page: url(paths.project, { id: subject }),
      path: paths.adviceNew,
      link: url(paths.adviceNew, undefined, { o: subject }),
      fields: { key: newId('key'), o: subject, jednostka: here.unit('ZTP'), pytanie: 'Co z ruchem?' },
      whose: ['author', 'ambassador', 'coordinator'],
    },
    releaseSeveral: {
      page: url(paths.deskRelease, { id: here.unit('ZZM') }),
      path: url(paths.deskRelease, { id: here.unit('ZZM') }),
      fields: { 'opinie[]': [places.get('drafted')?.id ?? ''] },
      whose: ['head', 'expert'],
      said: /czeka na zgodę kierownictwa/,
    },
  }
}

test.each(lives)('a question that is %s: each decision is there and accepted, or the page says why not, to everybody', async life => {
  expect(await walk({ house: here.house, roles, decisions: decisionsOf(life) })).toEqual([])
})

test('a draft that only its authors see, and one that is no longer written: who may ask reads why not', async () => {
  const { as, aDraft } = here
  const [hidden, ended] = [await aDraft('private'), await aDraft()]
  expectDone(await as('marta').post(url(paths.projectWithdrawal, { id: ended }), { powod: 'Zmieniły się plany.' }))
  const ask = (o: string, page: string, said?: RegExp) => ({
    page,
    path: paths.adviceNew,
    link: url(paths.adviceNew, undefined, { o }),
    fields: { key: newId('key'), o, jednostka: here.unit('ZTP'), pytanie: 'Co z ruchem?' },
    whose: ['author'] as const,
    ...(said && { said }),
  })
  const decisions = {
    hidden: ask(hidden, url(paths.project, { id: hidden })),
    ended: ask(ended, url(paths.project, { id: ended }), /Projekt wycofano/),
    endedAdvice: ask(ended, url(paths.adviceQueue, undefined, { o: ended })),
  }
  expect(await walk({ house: here.house, roles, decisions })).toEqual([])
})

test('when no more questions are taken, whoever might ask reads since when', async () => {
  const before = here.house.now
  here.house.now = new Date('2026-06-20T10:00:00Z')
  const { ask, askOnDraft } = decisionsOf('asked')
  expect(await walk({ house: here.house, roles, decisions: ask && askOnDraft ? { ask, askOnDraft } : {} })).toEqual([])
  here.house.now = before
})

test('a missing button, a planted one and a missing reason are found', async () => {
  const [assigned, drafted] = [decisionsOf('assigned'), decisionsOf('drafted')]
  if (!assigned.answer || !drafted.answer) throw new Error('answer')
  await expectTeeth({ house: here.house, roles }, { offered: ['expert', assigned.answer], refused: ['expert', drafted.answer] })
})
