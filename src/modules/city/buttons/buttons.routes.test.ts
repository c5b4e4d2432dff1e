import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Decisions, expectTeeth, type Roles, walk } from '#modules/city/buttons/testing-buttons.ts'
import { listWaitingRequests } from '#modules/proposals/authors/requests.store.ts'
import type { ProjectState } from '#modules/proposals/proposals.rules.ts'
import { authorsOf, loadProject } from '#modules/proposals/proposals.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

const castOf = {
  visitor: undefined,
  resident: 'tadeusz',
  invited: 'edyta',
  helper: 'olga',
  coauthor: 'jurij',
  lead: 'marta',
  clerk: 'celina',
  moderator: 'monika',
  expert: 'ewa',
} as const satisfies Record<string, CastKey | undefined>
type Role = keyof typeof castOf

/** The lives of a draft. `agreed`: every author has accepted. */
const lives = ['draft', 'agreeing', 'agreed', 'submitted', 'withdrawn', 'continued'] as const
type Life = (typeof lives)[number]
const stateOf: Record<Life, ProjectState> = {
  draft: 'draft',
  agreeing: 'agreeing',
  agreed: 'agreeing',
  submitted: 'submitted',
  withdrawn: 'withdrawn',
  continued: 'continued',
}
type Act =
  | typeof paths.projectFreeze
  | typeof paths.projectReopening
  | typeof paths.projectSubmission
  | typeof paths.projectWithdrawal
  | typeof paths.projectInvitations
  | typeof paths.projectLeaving
  | typeof paths.projectRequests
const reason = { powod: 'Zmieniły się plany.' }
const authors = ['lead', 'coauthor'] as const
const writers = ['lead', 'coauthor', 'helper'] as const
/** When it opens or closed, what is done already, how the draft ended. */
const ended = /Złożono pod numerem|Projekt wycofano|Tego szkicu już się nie pisze|Wersja czeka na zgodę autorów, więc teraz nie można pisać/
const byPhase = /od: |do: |kwietnia/
const onlyLead = /tylko osoba, która (go )?prowadzi/

async function decisionsOf(life: Life, id: string): Promise<Decisions<Role>> {
  const { version } = await loadProject(here.ctx('marta'), id)
  const invitation = (await authorsOf(here.ctx('marta'), id)).find(({ personId }) => personId === here.who('edyta').id)?.id ?? ''
  const page = url(paths.project, { id })
  const team = url(paths.projectAuthors, { id })
  const at = (path: Act) => url(path, { id })
  const living = ['draft', 'agreeing', 'agreed'].includes(life)
  const agreeing = life === 'agreeing' || life === 'agreed'
  const nobody: readonly Role[] = []
  return {
    write: {
      page,
      path: url(paths.projectSection, { id, section: 'opis' }),
      fields: { tekst: 'Sześć ławek i stojak.', rewizja: '1' },
      whose: writers,
      said: ended,
    },
    freeze: { page, path: at(paths.projectFreeze), whose: life === 'draft' ? authors : nobody },
    accept: {
      page,
      path: url(paths.projectAcceptance, { id, version }),
      whose: agreeing ? authors : nobody,
      said: /przyję/,
    },
    reopen: { page, path: at(paths.projectReopening), fields: reason, whose: agreeing ? authors : nobody },
    submit: { page, path: at(paths.projectSubmission), whose: agreeing ? authors : nobody, said: byPhase },
    withdraw: { page, path: at(paths.projectWithdrawal), fields: reason, whose: living || life === 'submitted' ? authors : nobody, said: onlyLead },
    invite: {
      page: team,
      path: at(paths.projectInvitations),
      fields: { email: 'ktos@demo.example', nazwa: 'Ktoś', rola: 'author' },
      whose: living ? authors : nobody,
      said: onlyLead,
    },
    leave: { page: team, path: at(paths.projectLeaving), whose: living ? writers : nobody },
    ask: {
      page,
      path: at(paths.projectRequests),
      fields: { rola: 'author', zdanie: 'Mieszkam obok.' },
      whose: living ? ['resident', 'helper', 'moderator', 'expert'] : nobody,
    },
    join: { page, path: url(paths.projectInvitationAnswer, { id, invitation }), fields: { odpowiedz: 'tak' }, whose: living ? ['invited'] : nobody },
  }
}

let here: DraftingHouse
let roles: Roles<Role>
const drafts = new Map<Life, string>()
beforeAll(async () => {
  here = await openDraftingHouse()
  const { as } = here
  roles = Object.fromEntries(Object.entries(castOf).map(([role, key]) => [role, key && here.who(key)])) as Roles<Role>
  const whole = async () => {
    const id = await here.aWholeDraft()
    await here.join(id, 'jurij')
    expectDone(await as('olga').post(url(paths.projectRequests, { id }), { rola: 'helper', zdanie: 'Pomogę.' }))
    const [request] = await listWaitingRequests(here.ctx('marta'), [id])
    expectDone(await as('marta').post(url(paths.projectRequestAnswer, { id, request: request?.id ?? '' }), { odpowiedz: 'tak' }))
    expectDone(await as('marta').post(url(paths.projectInvitations, { id }), { email: 'edyta@demo.example', nazwa: 'Edyta' }))
    return id
  }
  const post = async (key: CastKey, path: Act, id: string, fields = {}) => expectDone(await as(key).post(url(path, { id }), fields))
  for (const life of lives) {
    const id = await whole()
    drafts.set(life, id)
    if (life === 'draft' || life === 'continued') continue
    if (life === 'withdrawn') {
      await post('marta', paths.projectWithdrawal, id, reason)
      continue
    }
    await post('marta', paths.projectFreeze, id)
    if (life !== 'agreeing') expectDone(await as('jurij').post(url(paths.projectAcceptance, { id, version: 1 })))
  }
  await sql`update project_authors set expires_at = '2026-05-01' where state = 'invited'`.execute(here.house.db)
  here.house.now = inSubmission
  await post('marta', paths.projectSubmission, drafts.get('submitted') ?? '')
  await sql`update projects set state = 'continued' where id = ${drafts.get('continued') ?? ''}`.execute(here.house.db)
})
afterAll(() => here.house.close())

test.each(lives)('%s: each decision is there and accepted, or the page says why not, to everybody', async life => {
  const id = drafts.get(life) ?? ''
  expect(stateOf[life]).toBe((await loadProject(here.ctx('marta'), id)).state)
  expect(await walk({ house: here.house, roles, decisions: await decisionsOf(life, id) })).toEqual([])
})

test('a missing button, a planted one and a missing reason are found', async () => {
  const { freeze } = await decisionsOf('draft', drafts.get('draft') ?? '')
  if (!freeze) throw new Error('freeze')
  await expectTeeth({ house: here.house, roles }, { offered: ['lead', freeze], refused: ['coauthor', freeze] })
})
