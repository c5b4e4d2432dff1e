import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type Decision, type Decisions, expectTeeth, type Roles, walk } from '#modules/city/buttons/testing-buttons.ts'
import { type DraftingHouse, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

const castOf = {
  visitor: undefined,
  resident: 'tadeusz',
  proposer: 'jurij',
  author: 'marta',
  otherAuthor: 'olga',
  ambassador: 'bartek',
  clerk: 'celina',
  moderator: 'monika',
} as const satisfies Record<string, CastKey | undefined>
type Role = keyof typeof castOf

const lives = ['proposed', 'late', 'agreed', 'refused', 'withdrawn', 'undone', 'split', 'divided'] as const
type Life = (typeof lives)[number]
type Place = { readonly id: string; readonly sources: readonly string[]; readonly results: readonly string[] }
const places = new Map<Life, Place>()

let here: DraftingHouse
let roles: Roles<Role>
const last = (location: string) => location.split('/').at(-1) ?? ''
const reason = 'Jednak to dwie różne rzeczy.'
const chosen = { 'wybor-title': 'own', 'wlasne1-title': 'Ławki i drzewa razem', 'wybor-text': 'both', 'wybor-place': 'left', 'wybor-where': 'left' }
const divided = { 'wybor-title': 'own', 'wlasne1-title': 'Same ławki', 'wlasne2-title': 'Same drzewa', 'wybor-text': 'both', 'wybor-place': 'both' }

beforeAll(async () => {
  here = await openDraftingHouse()
  roles = Object.fromEntries(Object.entries(castOf).map(([role, key]) => [role, key && here.who(key)])) as Roles<Role>
  const { as, house } = here
  const act = async (key: CastKey, path: string, fields = {}) => expectDone(await as(key).post(path, fields))
  const anIdea = async (by: CastKey, title: string) =>
    last(await act(by, paths.ideas, { key: newId('key'), title, text: `${title}: szczegóły tego, co zrobić i dlaczego.`, where: '13' }))
  for (const life of lives) {
    const alone = life === 'split' || life === 'divided'
    const a = await anIdea('marta', `Ławki na skwerze ${life}`)
    const sources = alone ? [a] : [a, await anIdea('olga', `Drzewa na skwerze ${life}`)]
    const about = { key: newId('key'), words: 'To ten sam skwer i te same ławki.', days: '14', a, ...(sources[1] && { b: sources[1] }) }
    const proposed = await act('jurij', paths.mergings, { ...about, kind: alone ? 'split' : 'join', ...(alone ? divided : chosen) })
    const id = last(proposed)
    const answer = (by: CastKey, fields = {}) => act(by, url(paths.mergingAnswer, { id }), { revision: '1', answer: 'yes', ...fields })
    if (life === 'refused') await answer('marta', { answer: 'no', reason })
    if (life === 'withdrawn') await act('jurij', url(paths.mergingEnd, { id }))
    if (life === 'agreed' || life === 'undone' || life === 'divided') await answer('marta')
    if (life === 'agreed' || life === 'undone') await answer('olga')
    if (life === 'undone') await act('marta', url(paths.mergingUndoing, { id }), { heir: a, reason })
    const made = await house.db.selectFrom('mergings').select('result_ids').where('id', '=', id).executeTakeFirstOrThrow()
    places.set(life, { id, sources, results: made.result_ids })
  }
}, 400_000)
afterAll(() => here.house.close())

function decisionsOf(life: Life): Decisions<Role> {
  const { id, sources, results } = places.get(life) ?? { id: '', sources: [], results: [] }
  const page = url(paths.merging, { id })
  const alone = sources.length === 1
  const open = life === 'proposed' || life === 'late' || life === 'split'
  const authors = alone ? (['author'] as const) : (['author', 'otherAuthor'] as const)
  const of = (when: boolean, ...asked: readonly Role[]) => (when ? asked : [])
  const action = url(paths.mergingAnswer, { id })
  const ended = /Wszyscy autorzy się zgodzili|nie zgodziła się|została wycofana|To zostało cofnięte|Termin odpowiedzi minął/
  const proposing = (about: string): Decision<Role> => ({
    page: url(paths.idea, { id: about }),
    path: paths.mergings,
    link: url(paths.mergingNew, undefined, { a: about }),
    fields: { key: newId('key'), kind: 'split', a: about, words: 'To dwie różne rzeczy w jednym.', days: '14', ...divided },
    whose: ['resident', 'author', 'otherAuthor', 'ambassador'],
    said: /Autorzy dostali propozycję|Dalej jako|Podzielone na|zostało cofnięte/,
  })
  return {
    agree: { page, path: action, fields: { answer: 'yes', revision: '1' }, whose: of(true, ...authors), shows: 'value="yes"', said: ended },
    refuse: { page, path: action, fields: { answer: 'no', revision: '1', reason }, whose: of(true, ...authors), shows: 'value="no"', said: ended },
    rewrite: {
      page,
      path: url(paths.mergingChoices, { id }),
      fields: { revision: '1', ...(alone ? divided : chosen) },
      whose: of(open, ...authors),
      said: ended,
    },
    withdraw: { page, path: url(paths.mergingEnd, { id }), whose: ['proposer'], said: ended },
    undo: {
      page,
      path: url(paths.mergingUndoing, { id }),
      fields: { heir: sources[0] ?? '', reason },
      whose: of(life === 'agreed' || life === 'divided', ...authors),
    },
    ...Object.fromEntries([...sources, ...results].map((about, at) => [`propose ${at}`, proposing(about)])),
  }
}

test.each(lives)('joining that is %s: each decision is there and accepted, or the page says why not, to everybody', async life => {
  here.house.now = life === 'late' ? new Date(today.getTime() + 15 * 86_400_000) : today
  expect(await walk({ house: here.house, roles, decisions: decisionsOf(life) })).toEqual([])
})

test('a missing button, a planted one and a missing reason are found', async () => {
  here.house.now = new Date(today.getTime() + 15 * 86_400_000)
  const { agree: tooLate } = decisionsOf('late')
  const { undo } = decisionsOf('agreed')
  if (!tooLate || !undo) throw new Error('agree')
  await expectTeeth({ house: here.house, roles }, { offered: ['author', undo], refused: ['author', tooLate] })
})
