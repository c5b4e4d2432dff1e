import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { type Decisions, expectTeeth, type Roles, walk } from '#modules/city/buttons/testing-buttons.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { closeCalls } from '#modules/submission/completion/completion.actions.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

const castOf = { visitor: undefined, neighbour: 'tadeusz', lead: 'marta', coauthor: 'jurij', clerk: 'celina', moderator: 'monika' } as const
type Role = keyof typeof castOf

// the first is over before the others are called: what closes calls closes all that are late
const lives = ['lapsed', 'never called', 'open', 'written', 'agreeing', 'accepted', 'answered', 'late', 'complied', 'not complied'] as const
type Life = (typeof lives)[number]
const due = '2026-04-20'
const afterwards = new Date('2026-04-22T10:00:00Z')
const nowOf = (life: Life) => (life === 'late' || life === 'lapsed' ? afterwards : inSubmission)
const projects = new Map<Life, string>()

let here: DraftingHouse
let roles: Roles<Role>
beforeAll(async () => {
  here = await openDraftingHouse()
  roles = Object.fromEntries(Object.entries(castOf).map(([role, key]) => [role, key && here.who(key)])) as Roles<Role>
  for (const life of lives) projects.set(life, await aCall(life))
}, 400_000)
afterAll(() => here.house.close())

const call = () => ({ key: newId('key'), 'czesci[]': ['description', 'costs'], slowa: 'Brakuje liczby drzew.', termin: due })
const words = { rewizja: '0', tekst: 'Sześć ławek. Dwanaście drzew.' }

/** A project of two, called to complete and brought as far as this. */
async function aCall(life: Life): Promise<string> {
  here.house.now = inSubmission
  const act = async (key: CastKey, path: string, fields = {}) => expectDone(await here.as(key).post(path, fields))
  const id = await here.aWholeDraft()
  await here.join(id, 'jurij')
  await act('marta', url(paths.projectFreeze, { id }))
  await act('jurij', url(paths.projectAcceptance, { id, version: 1 }))
  await act('marta', url(paths.projectSubmission, { id }))
  if (life === 'never called') return id
  await act('celina', url(paths.projectCompletionCall, { id }), call())
  if (['open', 'late', 'lapsed'].includes(life)) {
    here.house.now = nowOf(life)
    if (life === 'lapsed') await closeCalls(here.house.ctx(), dayOf(afterwards), dayOf(afterwards))
    return id
  }
  await act('marta', url(paths.projectCompletionPart, { id, part: 'description' }), words)
  if (life === 'written') return id
  await act('marta', url(paths.projectCompletionVersion, { id }))
  if (life === 'agreeing') return id
  await act('jurij', url(paths.projectCompletionAcceptance, { id }))
  if (life === 'accepted') return id
  await act('marta', url(paths.projectCompletionAnswer, { id }))
  if (life === 'complied') await act('celina', url(paths.projectCompletionSettlement, { id }), { wynik: 'tak' })
  if (life === 'not complied') await act('celina', url(paths.projectCompletionSettlement, { id }), { wynik: 'nie', powod: 'Liczby brakuje.' })
  return id
}

function decisionsOf(life: Life): Decisions<Role> {
  const id = projects.get(life) ?? ''
  const [project, page] = [url(paths.project, { id }), url(paths.projectCompletion, { id })]
  const among = <R extends Role>(when: readonly Life[], whose: readonly R[]) => (when.includes(life) ? whose : [])
  const underWay = ['open', 'written', 'agreeing', 'accepted', 'late'] as const
  return {
    call: { page: project, path: url(paths.projectCompletionCall, { id }), fields: call(), whose: among(['never called', 'complied'], ['clerk']) },
    write: { page, path: url(paths.projectCompletionPart, { id, part: 'description' }), fields: words, whose: among(underWay, ['lead', 'coauthor']) },
    freeze: { page, path: url(paths.projectCompletionVersion, { id }), whose: among(['open', 'written', 'late'], ['lead', 'coauthor']) },
    accept: {
      page,
      path: url(paths.projectCompletionAcceptance, { id }),
      whose: among(['agreeing', 'accepted'], ['lead', 'coauthor']),
      said: /Przyjęło: [12] z 2/,
    },
    answer: { page, path: url(paths.projectCompletionAnswer, { id }), whose: among(['agreeing', 'accepted'], ['lead', 'coauthor']) },
    extend: {
      page,
      path: url(paths.projectCompletionDeadline, { id }),
      fields: { termin: addDays(due, 30), powod: 'Kwarantanna' },
      whose: among(underWay, ['clerk']),
    },
    end: { page, path: url(paths.projectCompletionEnd, { id }), fields: { powod: 'Jest na stronie 3.' }, whose: among(underWay, ['clerk']) },
    settle: {
      page: project,
      path: url(paths.projectCompletionSettlement, { id }),
      fields: { wynik: 'nie', powod: 'Liczby brakuje.' },
      whose: among(['answered', 'late', 'lapsed'], ['clerk']),
    },
  }
}

test.each(lives)('a call to complete, %s: each decision is there and accepted, or the page says why not, to everybody', async life => {
  here.house.now = nowOf(life)
  expect(await walk({ house: here.house, roles, decisions: decisionsOf(life) })).toEqual([])
})

test('a missing button, a planted one and a missing reason are found', async () => {
  here.house.now = inSubmission
  expect(dayOf(inSubmission) < due).toBe(true)
  const [{ freeze }, { accept }] = [decisionsOf('written'), decisionsOf('agreeing')]
  if (!freeze || !accept) throw new Error('freeze and accept')
  await expectTeeth({ house: here.house, roles }, { offered: ['lead', freeze], refused: ['coauthor', freeze] })
  // whoever has not accepted yet finds the button itself, not only how many have
  const { said: _, ...asked } = accept
  await expectTeeth({ house: here.house, roles }, { offered: ['coauthor', asked], refused: ['coauthor', freeze] })
})
