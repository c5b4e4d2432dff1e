import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type Decisions, expectTeeth, type Roles, walk } from '#modules/city/buttons/testing-buttons.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

const castOf = {
  visitor: undefined,
  neighbour: 'jurij',
  elsewhere: 'tadeusz',
  homeless: 'edyta',
  supporter: 'bartek',
  lead: 'marta',
  clerk: 'celina',
  moderator: 'monika',
} as const satisfies Record<string, CastKey | undefined>
type Role = keyof typeof castOf

const lives = ['draft', 'agreeing', 'submitted', 'withdrawn', 'paper only', 'over', 'not asked for'] as const
type Life = (typeof lives)[number]
const projects = new Map<Life, string>()
const setRules = (channels: string, count = '15') =>
  sql`update editions set rules = jsonb_set(jsonb_set(rules, '{support,channels}', ${channels}::jsonb), '{support,count}', ${count}::jsonb)`.execute(
    here.house.db,
  )

let here: DraftingHouse
let roles: Roles<Role>
let renewal: string
beforeAll(async () => {
  here = await openDraftingHouse()
  roles = Object.fromEntries(Object.entries(castOf).map(([role, key]) => [role, key && here.who(key)])) as Roles<Role>
  here.house.now = inSubmission
  const act = async (key: CastKey, path: string, fields = {}) => expectDone(await here.as(key).post(path, fields))
  await setRules('["paper","online"]')
  for (const life of lives) {
    const id = await here.aWholeDraft({ sciezka: 'individual' })
    projects.set(life, id)
    if (life === 'withdrawn') await act('marta', url(paths.projectWithdrawal, { id }), { powod: 'Zmieniły się plany.' })
    if (life === 'draft' || life === 'withdrawn') continue
    await act('marta', url(paths.projectFreeze, { id }))
    // one person may hand in only so many
    if (life !== 'agreeing')
      await sql`update projects set state = 'submitted', public_no = ${life}, submitted_at = ${inSubmission} where id = ${id}`.execute(here.house.db)
    await act('bartek', url(paths.projectEndorsement, { id }))
    await act('celina', url(paths.projectSupportKeying, { id }), { numer: '1', nazwa: 'Anna Żak', adres: 'ul. Łąkowa 5/3', wplynelo: '2026-04-05' })
  }
  renewal = newId('renewal')
  await sql`insert into renewals (id, project_id, person_id, kind, state, what, moment_at, asked_at)
    values (${renewal}, ${projects.get('submitted') ?? ''}, ${here.who('jurij').id}, 'backing', 'waiting', '{cost}', ${inSubmission}, ${inSubmission})`.execute(
    here.house.db,
  )
}, 400_000)
afterAll(() => here.house.close())

async function decisionsOf(life: Life): Promise<Decisions<Role>> {
  const id = projects.get(life) ?? ''
  const page = url(paths.projectSupport, { id })
  const desk = url(paths.projectSupportKeying, { id })
  const line =
    (await here.house.db.selectFrom('support_lines').select('id').where('project_id', '=', id).where('number', '=', 1).executeTakeFirst())?.id ??
    'support_none'
  const listed = !['draft', 'withdrawn'].includes(life)
  const people = ['neighbour', 'elsewhere', 'homeless', 'lead', 'moderator', 'clerk'] as const
  const scan = new File([new TextEncoder().encode('%PDF-1.4\n%âãÏÓ\n')], 'lista.pdf', { type: 'application/pdf' })
  return {
    endorse: { page, path: url(paths.projectEndorsement, { id }), whose: people },
    // taking back what was not given changes nothing
    takeBack: { page, path: url(paths.projectEndorsementEnd, { id }), whose: listed ? ['supporter'] : [] },
    toKeying: {
      page,
      path: desk,
      fields: { numer: '2', nazwa: 'Jan Lis', adres: 'ul. Nowa 1', wplynelo: '2026-04-05' },
      whose: ['clerk'],
      said: /gdy wersja projektu jest zamrożona/,
    },
    keyIn: {
      page: desk,
      path: desk,
      fields: { numer: '2', nazwa: 'Jan Lis', adres: 'ul. Nowa 1', wplynelo: '2026-04-05' },
      whose: ['clerk'],
      said: /gdy wersja projektu jest zamrożona/,
    },
    judge: { page: desk, path: url(paths.projectSupportLine, { id, line }), fields: { zmiana: 'unsigned' }, whose: listed ? ['clerk'] : [] },
    scan: {
      page: desk,
      path: url(paths.projectSupportScans, { id }),
      fields: { key: newId('key'), strony: 'Strona 1', skan: scan },
      whose: ['clerk'],
      said: /gdy wersja projektu jest zamrożona/,
    },
    extend: {
      page: desk,
      path: url(paths.projectSupportDeadline, { id }),
      fields: { dzien: '2026-12-31', powod: 'Kwarantanna' },
      whose: ['clerk'],
      said: /gdy wersja projektu jest zamrożona/,
    },
  }
}

test.each(lives)('support, %s: each decision is there and accepted, or the page says why not, to everybody', async life => {
  await setRules(life === 'paper only' ? '["paper"]' : '["paper","online"]')
  if (life === 'not asked for') await setRules('["paper"]', '0')
  here.house.now = life === 'over' ? new Date('2026-11-20T10:00:00Z') : inSubmission
  expect(await walk({ house: here.house, roles, decisions: await decisionsOf(life) })).toEqual([])
})

test('the list to sign is there for everybody as soon as it can be printed, and never before', async () => {
  await setRules('["paper"]')
  for (const life of lives) {
    const id = projects.get(life) ?? ''
    const list = url(paths.projectSupportList, { id })
    const { html } = await here.house.stranger.get(url(paths.projectSupport, { id }))
    const printed = (await here.house.stranger.get(list)).status === 200
    expect([life, html.includes(`href="${list}"`)]).toEqual([life, printed])
    if (!printed) expect(html).toContain('gdy wersja projektu jest zamrożona')
  }
})

async function askedAgain(state: 'waiting' | 'kept' | 'withdrawn' | 'lapsed') {
  here.house.now = inSubmission
  const at = state === 'waiting' ? null : inSubmission
  await sql`update renewals set state = ${state}, answered_at = ${at} where id = ${renewal}`.execute(here.house.db)
  const page = url(paths.renewal, { id: renewal })
  const said = /dalej popierasz ten projekt|Twoje poparcie jest wycofane|Nic nie trzeba robić/
  const about = { page, path: page, whose: ['neighbour'] as const, said }
  return {
    keep: { ...about, fields: { odpowiedz: 'tak' }, shows: 'value="tak"' },
    withdraw: { ...about, fields: { odpowiedz: 'nie' }, shows: 'value="nie"' },
  }
}
test.each(['waiting', 'kept', 'withdrawn', 'lapsed'] as const)('a supporter who is asked again, %s: keeping and withdrawing', async state => {
  expect(await walk({ house: here.house, roles, decisions: await askedAgain(state) })).toEqual([])
})

test('a missing button, a planted one and a missing reason are found', async () => {
  here.house.now = inSubmission
  await setRules('["paper","online"]')
  const { endorse } = await decisionsOf('submitted')
  if (!endorse) throw new Error('endorse')
  await expectTeeth({ house: here.house, roles }, { offered: ['neighbour', endorse], refused: ['elsewhere', endorse] })
  const { keep } = await askedAgain('waiting')
  const asked = { house: here.house, roles }
  await expectTeeth(asked, { offered: ['neighbour', keep], refused: ['elsewhere', endorse] })
})
