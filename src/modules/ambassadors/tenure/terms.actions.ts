import { house } from '#kit/actor.ts'
import { dayOf } from '#kit/dates.ts'
import type { Area } from '#kit/geo.ts'
import { newId } from '#kit/ids.ts'
import { assert } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { stepNews } from '#modules/ambassadors/tenure/terms.mail.tsx'
import {
  authorisationNo,
  mayAuthorise,
  mayCountResidents,
  mayTake,
  type ParticipationForm,
  type Term,
  type TermStep,
  type TermWhy,
  terming,
} from '#modules/ambassadors/tenure/terms.rules.ts'
import {
  insertTerm,
  isTrained,
  loadTerm,
  moveTerm,
  nextNumber,
  termsOf,
  writeAuthorisation,
  writeResidents,
} from '#modules/ambassadors/tenure/terms.store.ts'
import { listGrants } from '#modules/people/office/grants.store.ts'
import { endRole, grantRole } from '#modules/people/people.actions.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { tell } from '#modules/people/telling.actions.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type TermStart = {
  readonly personId: string
  readonly applicationId?: string | undefined
  readonly editionId: string
  readonly districtIds: readonly string[]
  readonly area?: Area | undefined
  readonly areaWords: string
  readonly forms: readonly ParticipationForm[]
}

/** An accepted application becomes a term: not public and without powers until its person is trained. Part of the acceptance; twice makes one. */
export async function startTerm(ctx: Ctx, start: TermStart): Promise<string> {
  return inTransaction(ctx, async ctx => {
    const id = newId('term')
    const term = { ...start, id, area: start.area, applicationId: start.applicationId }
    if (await insertTerm(ctx, term, terming.first)) {
      await record(ctx, 'term.started', id, { districts: start.districtIds })
      return id
    }
    const known = (await termsOf(ctx, start.personId)).find(one => one.editionId === start.editionId)
    assert(known, 'an application has the term of another person')
    return known.id
  })
}

/** Gives the written authorisation its number. */
export async function authoriseTerm(ctx: Ctx, id: string): Promise<Verdict<TermWhy>> {
  return inTransaction(ctx, async ctx => {
    const term = await loadTerm(ctx, id)
    const verdict = mayAuthorise(ctx.actor, term, await isTrained(ctx, term))
    if (!verdict.ok) return verdict
    const year = Number(dayOf(ctx.now).slice(0, 4))
    const number = authorisationNo(await nextNumber(ctx, 'authorisation', year), year)
    if (!(await writeAuthorisation(ctx, id, number))) return no('wrong-state')
    await record(ctx, 'term.authorised', id, { number })
    return yes
  })
}

const factOf = {
  activate: 'term.activated',
  suspend: 'term.suspended',
  resume: 'term.resumed',
  recall: 'term.recalled',
  resign: 'term.resigned',
  finish: 'term.finished',
} as const

/** One step of a term: its powers come and go in the same transaction, and the person is told. */
export async function stepTerm(ctx: Ctx, id: string, step: TermStep, reason = ''): Promise<Verdict<TermWhy>> {
  return inTransaction(ctx, async ctx => {
    const term = await loadTerm(ctx, id)
    const verdict = mayTake(ctx.actor, step, term, { trained: step !== 'activate' || (await isTrained(ctx, term)), reason })
    if (!verdict.ok) return verdict
    const { to } = terming.steps[step]
    if (!(await moveTerm(ctx, term, to, reason.trim()))) return no('wrong-state')
    await (to === 'active' ? giveRole(ctx, term) : takeRole(ctx, term))
    await record(ctx, factOf[step], id, { districts: term.districtIds })
    const coordinators = step === 'resign' ? (await peopleWithRole(ctx, 'coordinator', { editionId: term.editionId })).map(one => one.id) : []
    await tell(ctx, [...coordinators, term.personId], stepNews(factOf[step], term, reason.trim()))
    return yes
  })
}

/** Many at once, each in a transaction of its own: what cannot be done any more is left as it is. Beginning also issues the authorisation. */
export async function stepTerms(ctx: Ctx, ids: readonly string[], step: 'activate' | 'finish'): Promise<number> {
  let moved = 0
  for (const id of new Set(ids)) {
    if (step === 'activate') await authoriseTerm(ctx, id)
    if ((await stepTerm(ctx, id, step)).ok) moved += 1
  }
  return moved
}

/** How many people live in the area; nothing typed means that nobody knows. */
export async function countResidents(
  ctx: Ctx,
  id: string,
  version: number,
  residents: number | undefined,
): Promise<Verdict<'not-yours' | 'changed-meanwhile'>> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayCountResidents(ctx.actor, await loadTerm(ctx, id))
    if (!verdict.ok) return verdict
    if (!(await writeResidents(ctx, id, version, residents))) return no('changed-meanwhile')
    await record(ctx, 'residents.counted', id, { residents: residents ?? 0 })
    return yes
  })
}

async function giveRole(ctx: Ctx, term: Term): Promise<void> {
  for (const territoryId of term.districtIds) {
    const given = await grantRole(ctx, term.personId, { role: 'ambassador', editionId: term.editionId, territoryId })
    assert(given.ok, 'the role of an ambassador was refused')
  }
}

/** At once, whoever ends the term: also a resignation, and also what was granted by hand for the same districts. */
async function takeRole(ctx: Ctx, term: Term): Promise<void> {
  const running = (await listGrants(ctx, term.personId)).filter(
    grant =>
      grant.role === 'ambassador' &&
      (grant.until === undefined || grant.until > ctx.wall) &&
      (grant.editionId === undefined || grant.editionId === term.editionId) &&
      (grant.territoryId === undefined || term.districtIds.includes(grant.territoryId)),
  )
  for (const { id } of running)
    assert((await endRole({ ...ctx, actor: house }, term.personId, id)).ok, 'the role of an ambassador could not be ended')
}
