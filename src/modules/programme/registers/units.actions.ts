import { newId } from '#kit/ids.ts'
import { no } from '#kit/verdict.ts'
import { mayManage } from '#modules/programme/programme.rules.ts'
import type { UnitFields } from '#modules/programme/registers/units.rules.ts'
import { findUnit, findUnitByCode, findUnitByKey, insertUnit, updateUnit } from '#modules/programme/registers/units.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

type Answer<Why extends string> = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: Why }

export async function addUnit(ctx: Ctx, key: string, fields: UnitFields): Promise<Answer<'not-yours' | 'code-taken'>> {
  const verdict = mayManage(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const id = newId('unit')
    if (!(await insertUnit(ctx, { id, key, ...fields }))) {
      const same = await findUnitByKey(ctx, key)
      return same ? { ok: true, id: same.id } : no('code-taken')
    }
    await record(ctx, 'unit.added', id, { code: fields.code, name: fields.name })
    return { ok: true, id }
  })
}

export async function changeUnit(
  ctx: Ctx,
  id: string,
  version: number,
  fields: UnitFields,
): Promise<Answer<'not-yours' | 'code-taken' | 'changed-meanwhile'>> {
  const verdict = mayManage(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const other = await findUnitByCode(ctx, fields.code)
    if (other && other.id !== id) return no('code-taken')
    const unit = await findUnit(ctx, id)
    if (!unit || unit.version !== version || !(await updateUnit(ctx, { id, version, ...fields }))) return no('changed-meanwhile')
    await record(ctx, 'unit.changed', id, { code: fields.code, name: fields.name })
    return { ok: true, id }
  })
}
