import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kit/ids.ts'
import { type Decisions, expectTeeth, type Roles, walk } from '#modules/city/buttons/testing-buttons.ts'
import { findOpenElection } from '#modules/proposals/authors/elections.store.ts'
import { findOffer } from '#modules/proposals/authors/offers.store.ts'
import { listWaitingRequests } from '#modules/proposals/authors/requests.store.ts'
import { type DraftingHouse, inSubmission, openDraftingHouse, today } from '#modules/proposals/testing-projects.ts'
import { paths, url } from '#paths'
import type { CastKey } from '#seeds/cast.ts'
import { expectDone } from '#web/testing.ts'

const castOf = {
  visitor: undefined,
  resident: 'tadeusz',
  suggester: 'olga',
  asker: 'edyta',
  coauthor: 'jurij',
  otherCoauthor: 'bartek',
  lead: 'marta',
  clerk: 'celina',
  moderator: 'monika',
} as const satisfies Record<string, CastKey | undefined>
type Role = keyof typeof castOf

const lives = ['draft', 'agreeing', 'submitted', 'withdrawn'] as const
type Life = (typeof lives)[number]
type Place = { readonly id: string; readonly fresh: string; readonly settled: string }
const places = new Map<Life, Place>()

let here: DraftingHouse
let roles: Roles<Role>
const act = async (key: CastKey, path: string, fields = {}) => expectDone(await here.as(key).post(path, fields))
const said = () => ({ key: newId('key'), degree: 'must', text: 'Ławki muszą mieć oparcia.' })
const quick = async () => {
  await sql`delete from slow_modes`.execute(here.house.db)
  await sql`delete from posts_counted`.execute(here.house.db)
}
async function team() {
  const id = await here.aWholeDraft()
  for (const key of ['jurij', 'bartek'] as const) await here.join(id, key)
  return id
}
beforeAll(async () => {
  here = await openDraftingHouse()
  roles = Object.fromEntries(Object.entries(castOf).map(([role, key]) => [role, key && here.who(key)])) as Roles<Role>
  for (const life of lives) {
    const id = await team()
    const suggest = async () => {
      await quick()
      return (await act('olga', url(paths.projectSuggestions, { id, section: 'opis' }), said())).split('#')[1] ?? ''
    }
    const place = { id, fresh: await suggest(), settled: await suggest() }
    places.set(life, place)
    await act('marta', url(paths.projectChange, { id, comment: place.settled }), { outcome: 'accepted', why: 'Dopisujemy to do opisu.' })
    await act('marta', url(paths.projectNamedVersions, { id }), { key: newId('key'), nazwa: 'Przed zmianą' })
    if (life === 'withdrawn') await act('marta', url(paths.projectWithdrawal, { id }), { powod: 'Zmieniły się plany.' })
    if (life === 'draft' || life === 'withdrawn') continue
    await act('marta', url(paths.projectFreeze, { id }))
    if (life === 'submitted')
      await sql`update projects set state = 'submitted', public_no = ${id}, submitted_at = ${inSubmission} where id = ${id}`.execute(here.house.db)
  }
}, 400_000)
afterAll(() => here.house.close())
beforeEach(quick)

const ended = /Złożono pod numerem|Projekt wycofano|Wersja czeka/
const over = /jest już złożony i nie można go zmieniać|Tego szkicu już się nie pisze/
const closed = /Zamknięte|rozmowa jest zamknięta|Zmian już się teraz nie proponuje/
const settledAs = /Projekt jest złożony|rozmowa jest zamknięta/
function decisionsOf(life: Life): Decisions<Role> {
  const { id, fresh, settled } = places.get(life) ?? { id: '', fresh: '', settled: '' }
  const page = url(paths.project, { id })
  const form = url(paths.projectSuggestions, { id, section: 'opis' })
  const change = url(paths.projectChange, { id, comment: fresh })
  const history = url(paths.projectHistory, { id })
  const burst = url(paths.projectHistory, { id }, { czesc: 'description', od: 0, do: 1 })
  const version = url(paths.projectVersion, { id, version: 1 })
  const authors = ['lead', 'coauthor', 'otherCoauthor'] as const
  const people = ['resident', 'suggester', 'asker', 'moderator', ...authors] as const
  const living = life === 'draft' || life === 'agreeing'
  const comment = { key: newId('key'), kind: 'question', text: 'Kto podleje drzewa latem?' }
  return {
    comment: { page, path: url(paths.projectComments, { id }), fields: comment, whose: people, said: closed },
    suggest: { page, path: form, fields: said(), whose: living ? people : [], said: ended },
    suggestForm: { page: form, path: form, fields: said(), whose: people, said: closed },
    settle: { page, path: change, fields: { outcome: 'partly', why: 'Sześć z ośmiu ławek będzie miało oparcia.' }, whose: living ? authors : [] },
    settleForm: { said: settledAs, page: change, path: change, fields: { outcome: 'partly', why: 'Sześć z ośmiu będzie miało.' }, whose: authors },
    mark: {
      page,
      path: url(paths.projectSuggestionMark, { id, comment: settled }),
      fields: { met: 'yes', revision: '1' },
      whose: ['suggester'],
      said: ended,
    },
    markFresh: {
      page,
      path: url(paths.projectSuggestionMark, { id, comment: fresh }),
      fields: { met: 'yes', revision: '1' },
      whose: ['suggester'],
      said: ended,
    },
    name: {
      said: over,
      page: history,
      path: url(paths.projectNamedVersions, { id }),
      fields: { key: newId('key'), nazwa: 'Po zmianie' },
      whose: authors,
    },
    restore: {
      said: over,
      page: burst,
      path: history,
      fields: { czesc: 'description', rewizja: '0' },
      whose: authors,
      shows: 'name="rewizja" value="0"',
    },
    ...(life === 'agreeing' && {
      accept: { page: version, path: url(paths.projectAcceptance, { id, version: 1 }), whose: authors, said: /[Pp]rzyję/ },
      reopen: { page: version, path: url(paths.projectReopening, { id }), fields: { powod: 'Poprawimy koszty.' }, whose: authors },
    }),
  }
}

test.each(lives)('talk and versions of a project that is %s: each decision is there and accepted, or the page says why not', async life => {
  here.house.now = life === 'submitted' ? inSubmission : today
  expect(await walk({ house: here.house, roles, decisions: decisionsOf(life) })).toEqual([])
})

test.each(['2026-02-01', '2026-07-20'])('on %s no round is open: whoever would speak reads from when or since when', async day => {
  here.house.now = new Date(`${day}T10:00:00Z`)
  const { comment, suggestForm } = decisionsOf('draft')
  expect(await walk({ house: here.house, roles, decisions: comment && suggestForm ? { comment, suggestForm } : {} })).toEqual([])
})

// who leads, who joins

const silent = new Date(today.getTime() + 22 * 86_400_000)
const stages = ['lead present', 'lead silent', 'offered', 'election', 'asked to join', 'helper asked'] as const
type Stage = (typeof stages)[number]

async function teamIn(stage: Stage): Promise<Decisions<Role>> {
  here.house.now = today
  const id = await team()
  await here.house.settle()
  if (stage === 'offered') await act('marta', url(paths.projectLead, { id }), { osoba: here.who('jurij').id })
  if (stage === 'asked to join' || stage === 'helper asked')
    await act('edyta', url(paths.projectRequests, { id }), { rola: stage === 'asked to join' ? 'author' : 'helper', zdanie: 'Mieszkam obok.' })
  if (stage === 'lead silent' || stage === 'election') here.house.now = silent
  if (stage === 'election') await act('jurij', url(paths.projectElection, { id }))
  const election = (await findOpenElection(here.ctx('jurij'), id))?.id ?? 'election_none'
  const offer = (await findOffer(here.ctx('marta'), id))?.id ?? 'offer_none'
  const request = (await listWaitingRequests(here.ctx('marta'), [id]))[0]?.id ?? 'request_none'
  const page = url(paths.projectAuthors, { id })
  const others = ['coauthor', 'otherCoauthor'] as const
  const authors = ['lead', ...others] as const
  const [electing, asked] = [stage === 'election', request !== 'request_none']
  const answer = url(paths.projectRequestAnswer, { id, request })
  return {
    offerLead: { page, path: url(paths.projectLead, { id }), fields: { osoba: here.who('bartek').id }, whose: ['lead'] },
    acceptLead: {
      page,
      path: url(paths.projectLeadAnswer, { id, offer }),
      fields: { odpowiedz: 'tak' },
      whose: stage === 'offered' ? ['coauthor'] : [],
    },
    takeBackLead: { page, path: url(paths.projectLeadOfferEnd, { id, offer }), whose: stage === 'offered' ? ['lead'] : [] },
    openElection: { said: /Będzie to możliwe od/, page, path: url(paths.projectElection, { id }), whose: electing ? [] : authors },
    vote: { page, path: url(paths.projectElectionVote, { id, election }), fields: { osoba: here.who('jurij').id }, whose: electing ? others : [] },
    object: { page, path: url(paths.projectElectionObjection, { id, election }), whose: electing ? ['lead'] : [] },
    takeIn: { page, path: answer, fields: { odpowiedz: 'tak' }, whose: asked ? authors : [] },
    turnAway: { page, path: answer, fields: { odpowiedz: 'nie', powod: 'Jest nas już dość.' }, whose: asked ? authors : [], shows: 'value="nie"' },
    ask: {
      page: url(paths.projectRequests, { id }),
      path: url(paths.projectRequests, { id }),
      fields: { rola: 'helper', zdanie: 'Pomogę liczyć koszty.' },
      whose: ['resident', 'asker', 'moderator', ...authors],
      said: /Twoja prośba o dołączenie czeka|jest już wśród autorów/,
    },
    takeBackRequest: { page: url(paths.project, { id }), path: url(paths.projectRequestEnd, { id, request }), whose: asked ? ['asker'] : [] },
  }
}

test.each(stages)('the team, %s: each decision is there and accepted, or the page says why not, to everybody', async stage => {
  expect(await walk({ house: here.house, roles, decisions: await teamIn(stage) })).toEqual([])
})

test('a missing button, a planted one and a missing reason are found in each family', async () => {
  const { openElection: early } = await teamIn('lead present')
  const { openElection } = await teamIn('lead silent')
  const { settle, mark, markFresh, restore, name } = decisionsOf('draft')
  const { name: over } = decisionsOf('submitted')
  if (!openElection || !early || !settle || !mark || !markFresh || !restore || !name || !over) throw new Error('decisions')
  const teeth = { house: here.house, roles }
  here.house.now = silent
  await expectTeeth(teeth, { offered: ['coauthor', openElection], refused: ['lead', openElection] })
  here.house.now = today
  await expectTeeth(teeth, { offered: ['lead', settle], refused: ['coauthor', early] })
  await expectTeeth(teeth, { offered: ['suggester', mark], refused: ['suggester', markFresh] })
  await expectTeeth(teeth, { offered: ['lead', restore], refused: ['lead', over] })
  await expectTeeth(teeth, { offered: ['coauthor', name], refused: ['coauthor', over] })
})
