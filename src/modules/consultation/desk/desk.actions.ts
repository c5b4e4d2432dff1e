import { type Day, dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { admitWaiting } from '#modules/consultation/advice.actions.ts'
import { type Desk, mayKeepDesk, mayNameDeputy } from '#modules/consultation/desk/desk.rules.ts'
import { deleteAbsence, findAbsence, insertAbsence, putDesk } from '#modules/consultation/desk/desk.store.ts'
import { peopleWithRole } from '#modules/people/people.store.ts'
import { loadUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** The head says how the unit works. A higher cap lets in whoever waits. */
export async function changeDesk(ctx: Ctx, desk: Desk): Promise<Verdict<'not-yours' | 'changed-meanwhile'>> {
  const verdict = mayKeepDesk(ctx.actor, desk.unitId)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const { id, code } = await loadUnit(ctx, desk.unitId)
    if (!(await putDesk(ctx, desk))) return no('changed-meanwhile')
    await record(ctx, 'desk.changed', id, { unit: code })
    await admitWaiting(ctx, id)
    return yes
  })
}

/** Everybody who works in the unit, its heads first. */
export async function peopleOf(ctx: Ctx, unitId: string): Promise<{ id: string; name: string; head: boolean }[]> {
  const heads = (await peopleWithRole(ctx, 'unit-head', { unitId })).map(person => ({ ...person, head: true }))
  const experts = (await peopleWithRole(ctx, 'unit-expert', { unitId })).filter(({ id }) => !heads.some(head => head.id === id))
  return [...heads, ...experts.map(person => ({ ...person, head: false }))]
}

export type Standing = {
  readonly unitId: string
  readonly personId: string
  readonly deputyId: string
  readonly firstDay: Day
  readonly lastDay: Day
}
/** From one day to another somebody of the unit stands in for somebody. The deputy of a head may what the head may. */
export async function nameDeputy(
  ctx: Ctx,
  key: string,
  standing: Standing,
): Promise<Verdict<'not-yours' | 'not-in-unit' | 'same-person' | 'days-wrong'>> {
  const verdict = mayNameDeputy(ctx.actor, standing)
  if (!verdict.ok) return verdict
  if (standing.personId === standing.deputyId) return no('same-person')
  if (standing.lastDay < standing.firstDay || standing.lastDay < dayOf(ctx.now)) return no('days-wrong')
  return inTransaction(ctx, async ctx => {
    const people = await peopleOf(ctx, standing.unitId)
    const person = people.find(({ id }) => id === standing.personId)
    if (!person || !people.some(({ id }) => id === standing.deputyId)) return no('not-in-unit')
    if (await insertAbsence(ctx, { id: newId('deputy'), ...standing, head: person.head }, key))
      await record(ctx, 'deputy.named', standing.unitId, { unit: (await loadUnit(ctx, standing.unitId)).code })
    return yes
  })
}

export async function endAbsence(ctx: Ctx, id: string): Promise<Verdict<'not-yours'> & { readonly unitId: string }> {
  return inTransaction(ctx, async ctx => {
    const absence = (await findAbsence(ctx, id)) ?? notFound('absence')
    const { unitId } = absence
    const verdict = mayNameDeputy(ctx.actor, absence)
    if (!verdict.ok) return { ...verdict, unitId }
    if (await deleteAbsence(ctx, id)) await record(ctx, 'deputy.ended', unitId, { unit: (await loadUnit(ctx, unitId)).code })
    return { ...yes, unitId }
  })
}
