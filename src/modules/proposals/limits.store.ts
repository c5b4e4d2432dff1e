import { sql } from 'kysely'
import type { Verdict } from '#kit/verdict.ts'
import { mayNow, type Openness, opennessOf, type PhaseWhy } from '#modules/programme/calendar.rules.ts'
import { loadEdition } from '#modules/programme/editions/editions.store.ts'
import type { Edition, Pool } from '#modules/programme/programme.rules.ts'
import { type Limits, textMax } from '#modules/proposals/drafting/drafting.rules.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Ctx } from '#platform/context.ts'

/** Everything the edition says about one project: limits, money, and whether submitting is open. */
export type Terms = {
  readonly edition: Edition
  readonly limits: Limits
  readonly pool?: Pool
  readonly submission: Openness
  readonly maySubmitNow: Verdict<PhaseWhy>
}

export const limitsOf = (edition: Edition, territoryId: string): Limits => {
  const pool = poolOf(edition, territoryId)
  const { titleMax, summaryMin, summaryMax, costOptional } = edition.rules.submission
  return { titleMax, summaryMin, summaryMax, costOptional, textMax, ...(pool && { costMin: pool.costMin, costMax: pool.costMax }) }
}
export const poolOf = (edition: Edition, territoryId: string): Pool | undefined => edition.pools.find(pool => pool.territoryId === territoryId)

export async function termsOf(ctx: Ctx, project: Pick<Project, 'editionId' | 'territoryId'>): Promise<Terms> {
  const edition = await loadEdition(ctx, project.editionId)
  return {
    edition,
    limits: limitsOf(edition, project.territoryId),
    pool: poolOf(edition, project.territoryId),
    submission: opennessOf(edition.phases, 'submission', ctx.now),
    maySubmitNow: mayNow(edition.phases, 'submission', ctx.now),
  }
}

/** Whether this person has led as many projects to the office as the rules of the edition give one person. */
export async function hasSubmittedEnough({ db }: Ctx, edition: Edition, personId: string): Promise<boolean> {
  const most = edition.rules.submission.perPerson
  if (most === null) return false
  const rows = await db
    .selectFrom('projects')
    .select('id')
    .where('edition_id', '=', edition.id)
    .where('lead_id', '=', personId)
    .where('state', '=', 'submitted')
    .limit(most)
    .execute()
  return rows.length >= most
}
/** Until the end of this transaction nobody else counts what this person has submitted. */
export const holdSubmissionsOf = async ({ db }: Ctx, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`submissions:${personId}`}))`.execute(db)
}
