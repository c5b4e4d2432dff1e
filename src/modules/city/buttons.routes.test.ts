import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { agreementTexts } from '#modules/proposals/agreement.texts.ts'
import type { ProjectState } from '#modules/proposals/proposals.rules.ts'
import { loadProject } from '#modules/proposals/proposals.store.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { listWaitingRequests } from '#modules/proposals/requests.store.ts'
import { requestsTexts } from '#modules/proposals/requests.texts.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse } from '#modules/proposals/testing-projects.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { viewProject } from '#modules/proposals/views.store.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

/** Who looks, and under which name of the cast; the visitor is not signed in. */
const roles = {
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
type Role = keyof typeof roles
const allRoles = Object.keys(roles) as Role[]

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

type Decision = {
  readonly on: 'project' | 'team'
  /** The form's own address, or that of the page which holds it. */
  readonly path: (view: ProjectView) => string
  readonly fields?: Readonly<Record<string, string>>
  readonly may: (view: ProjectView) => { readonly ok: boolean; readonly why?: string }
  /** Where it is a question at all, and to whom. */
  readonly lives: readonly Life[]
  readonly whose: readonly Role[]
}
const open = ['draft', 'agreeing', 'agreed'] as const
type Act =
  | typeof paths.projectFreeze
  | typeof paths.projectReopening
  | typeof paths.projectSubmission
  | typeof paths.projectWithdrawal
  | typeof paths.projectInvitations
  | typeof paths.projectLeaving
  | typeof paths.projectRequests
const at = (path: Act) => (view: ProjectView) => url(path, { id: view.project.id })
const reason = { powod: 'Zmieniły się plany.' }

const decisions: Readonly<Record<string, Decision>> = {
  write: {
    on: 'project',
    path: view => url(paths.projectSection, { id: view.project.id, section: 'opis' }),
    fields: { tekst: 'Sześć ławek i stojak.', rewizja: '1' },
    may: view => view.may.write,
    lives: [...open, 'submitted', 'withdrawn', 'continued'],
    whose: ['lead', 'coauthor', 'helper'],
  },
  freeze: { on: 'project', path: at(paths.projectFreeze), may: view => view.may.freeze, lives: ['draft'], whose: ['lead', 'coauthor'] },
  accept: {
    on: 'project',
    path: view => url(paths.projectAcceptance, { id: view.project.id, version: view.project.version }),
    may: view => view.may.accept,
    lives: ['agreeing', 'agreed'],
    whose: ['lead', 'coauthor'],
  },
  reopen: {
    on: 'project',
    path: at(paths.projectReopening),
    fields: reason,
    may: view => view.may.reopen,
    lives: ['agreeing', 'agreed'],
    whose: ['lead', 'coauthor'],
  },
  submit: {
    on: 'project',
    path: at(paths.projectSubmission),
    may: view => view.may.submit,
    lives: ['agreeing', 'agreed'],
    whose: ['lead', 'coauthor'],
  },
  withdraw: {
    on: 'project',
    path: at(paths.projectWithdrawal),
    fields: reason,
    may: view => view.may.withdraw,
    lives: [...open, 'submitted'],
    whose: ['lead', 'coauthor'],
  },
  invite: {
    on: 'team',
    path: at(paths.projectInvitations),
    fields: { email: 'ktos@demo.example', nazwa: 'Ktoś' },
    may: view => view.may.invite,
    lives: open,
    whose: ['lead', 'coauthor'],
  },
  leave: { on: 'team', path: at(paths.projectLeaving), may: view => view.may.leave, lives: open, whose: ['lead', 'coauthor', 'helper'] },
  ask: {
    on: 'project',
    path: at(paths.projectRequests),
    fields: { rola: 'author', zdanie: 'Mieszkam obok.' },
    may: view => view.may.ask,
    lives: open,
    whose: ['resident', 'helper', 'moderator', 'expert'],
  },
  join: {
    on: 'project',
    path: view =>
      url(paths.projectInvitationAnswer, { id: view.project.id, invitation: view.own?.state === 'invited' ? view.own.id : 'author_none' }),
    fields: { odpowiedz: 'tak' },
    may: view => ({ ok: view.own?.state === 'invited', why: 'not-yours' }),
    lives: open,
    whose: ['invited'],
  },
}

const sentences: Readonly<Record<string, string>> = { ...requestsTexts.why, ...agreementTexts.why, ...proposalsTexts.why }
const texts = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const offers = (html: string, path: string) => html.includes(`action="${path}"`) || html.includes(`href="${path}"`)
/** The page says why not: the sentence of the rule, when it opens, what is done already, or how the draft ended. */
function explains(html: string, why: string): boolean {
  if (why.startsWith('already-')) return true
  const words = texts(html)
  if (why.startsWith('phase-')) return /od: |do: |kwietnia/.test(words)
  if (why === 'waits' && words.includes(requestsTexts.ask.helpingWaits)) return true
  if (why === 'not-lead' && words.includes(proposalsTexts.now.onlyLeadWithdraws)) return true
  if (why === 'submitted' && words.includes('Złożono pod numerem')) return true
  if (why === 'withdrawn' && words.includes(proposalsTexts.now.withdrawn)) return true
  return words.includes(sentences[why] ?? `no sentence for ${why}`)
}

const signIn = 401
/** What is wrong with one button for one person: offered and refused, refused without a word, or hidden though allowed. */
function faultOf(asked: {
  html: string
  path: string
  verdict: { ok: boolean; why?: string }
  answer: number
  concerned: boolean
}): string | undefined {
  const { html, path, verdict, answer, concerned } = asked
  const [there, accepted] = [offers(html, path), answer === 303]
  // a visitor who presses it is asked to sign in, which says why and how
  if (there && answer === signIn) return undefined
  if (there && !accepted) return `offered, and answered with ${answer}`
  if (!there && verdict.ok && concerned) return 'allowed, and not on the page'
  // doing again what is done is safe, and changes nothing
  if (accepted && verdict.why?.startsWith('already-')) return undefined
  if (accepted !== verdict.ok) return `the rule says ${verdict.ok ? 'yes' : verdict.why}, the door ${answer}`
  if (!verdict.ok && concerned && !explains(html, verdict.why ?? '')) return `refused without a word (${verdict.why})`
  return undefined
}

let here: DraftingHouse
const templates = new Map<Life, string>()
beforeAll(async () => {
  here = await openDraftingHouse()
  const { as } = here
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
    templates.set(life, id)
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
  await post('marta', paths.projectSubmission, templates.get('submitted') ?? '')
  await sql`update projects set state = 'continued' where id = ${templates.get('continued') ?? ''}`.execute(here.house.db)
})
afterAll(() => here.house.close())

/** The same draft once more, so that an act changes nothing for the next one. */
async function copyOf(life: Life): Promise<string> {
  const [from, id] = [templates.get(life) ?? '', newId('project')]
  const { db } = here.house
  const copy = async (table: string, by: string, changed: Readonly<Record<string, string>>) => {
    const { rows } = await sql<{
      row: Record<string, unknown>
    }>`select to_jsonb(t) as row from ${sql.table(table)} t where ${sql.ref(by)} = ${from}`.execute(db)
    for (const { row } of rows) {
      const made = { ...row, ...changed, ...(table === 'project_authors' && { id: newId('author') }) }
      await sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(made)}::jsonb)`.execute(
        db,
      )
    }
  }
  await copy('projects', 'id', { id, key: newId('key'), ...(life === 'submitted' && { public_no: id }) })
  for (const table of ['project_sections', 'project_revisions', 'project_cost_lines', 'project_authors', 'project_versions', 'project_acceptances'])
    await copy(table, 'project_id', { project_id: id })
  return id
}

async function look(role: Role, id: string) {
  const key = roles[role]
  const client = key ? here.as(key) : here.house.stranger
  const ctx = key ? here.ctx(key) : here.house.ctx()
  const view = await viewProject(ctx, await loadProject(ctx, id))
  return {
    client,
    view,
    page: async (on: Decision['on']) => (await client.get(url(on === 'team' ? paths.projectAuthors : paths.project, { id }))).html,
  }
}

async function faultsOf(life: Life, role: Role): Promise<string[]> {
  const faults: string[] = []
  let id = await copyOf(life)
  let seen = await look(role, id)
  const pages = { project: await seen.page('project'), team: await seen.page('team') }
  for (const [name, decision] of Object.entries(decisions)) {
    if (!decision.lives.includes(life)) continue
    const path = decision.path(seen.view)
    const verdict = decision.may(seen.view)
    const html = pages[decision.on].replaceAll(templates.get(life) ?? '', id)
    const answer = (await seen.client.post(path, decision.fields ?? {})).status
    const fault = faultOf({ html, path, verdict, answer: isSignIn(role, answer) ? signIn : answer, concerned: decision.whose.includes(role) })
    if (fault) faults.push(`${life}, ${role}, ${name}: ${fault}`)
    if (answer !== 303 || role === 'visitor') continue
    // what was done is done: the next button is tried on a draft that nobody has touched
    id = await copyOf(life)
    seen = await look(role, id)
    pages.project = await seen.page('project')
    pages.team = await seen.page('team')
  }
  return faults
}
/** A visitor is led to the sign-in, which is no answer to the act. */
const isSignIn = (role: Role, answer: number) => role === 'visitor' && answer === 303

test.each(lives)('%s: each decision is there and accepted, or the page says why not, to everybody', async life => {
  expect(stateOf[life]).toBe((await loadProject(here.ctx('marta'), templates.get(life) ?? '')).state)
  const faults: string[] = []
  for (const role of allRoles) faults.push(...(await faultsOf(life, role)))
  expect(faults).toEqual([])
})

test('the walk has teeth: a planted button, a missing one and a missing reason are found', async () => {
  const { view, page } = await look('coauthor', templates.get('draft') ?? '')
  const path = url(paths.projectFreeze, { id: view.project.id })
  const html = await page('project')
  const asked = { html, path, verdict: view.may.freeze, answer: 409, concerned: true }
  expect(faultOf(asked)).toBeUndefined()
  expect(faultOf({ ...asked, html: `${html}<form method="post" action="${path}"></form>` })).toBe('offered, and answered with 409')
  expect(faultOf({ ...asked, html: html.replaceAll(sentences['not-lead'] ?? '', '') })).toBe('refused without a word (not-lead)')
  expect(faultOf({ ...asked, verdict: { ok: true }, answer: 303 })).toBe('allowed, and not on the page')
  expect(faultOf({ ...asked, answer: 303 })).toBe('the rule says not-lead, the door 303')
})
