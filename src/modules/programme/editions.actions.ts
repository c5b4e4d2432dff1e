import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import {
  anotherRuns,
  findEditionByKey,
  insertEdition,
  loadEdition,
  moveEdition,
  replacePhases,
  replacePools,
} from '#modules/programme/editions.store.ts'
import { type PresetKey, presets, shiftPreset } from '#modules/programme/presets.rules.ts'
import { type Edition, type EditionStep, editing, mayManage } from '#modules/programme/programme.rules.ts'
import { foundCity } from '#modules/programme/territories.actions.ts'
import { listDistricts, theCity } from '#modules/programme/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

export type NewEdition = { readonly key: string; readonly preset: PresetKey; readonly days: number; readonly no?: number; readonly title?: string }

/** A draft that starts as a whole real edition, so many days later. A second post of the same form answers with the first draft. */
export async function createEdition(ctx: Ctx, wanted: NewEdition): Promise<{ ok: true; id: string } | { ok: false; why: 'not-yours' }> {
  const verdict = mayManage(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const there = await findEditionByKey(ctx, wanted.key)
    if (there) return { ok: true, id: there }
    const edition = await fromPreset(ctx, wanted)
    if (!(await insertEdition(ctx, { ...edition, key: wanted.key, createdAt: ctx.now }))) {
      return { ok: true, id: (await findEditionByKey(ctx, wanted.key)) ?? edition.id }
    }
    await replacePhases(ctx, edition.id, edition.phases)
    await replacePools(ctx, edition.id, edition.pools)
    await record(ctx, 'edition.created', edition.id, { title: edition.title })
    return { ok: true, id: edition.id }
  })
}

async function fromPreset(ctx: Ctx, wanted: NewEdition): Promise<Edition> {
  const preset = shiftPreset(presets[wanted.preset], wanted.days)
  await foundCity(ctx, preset.plan)
  const [city, districts] = await Promise.all([theCity(ctx), listDistricts(ctx)])
  const territoryOf = new Map<number | 'city', string>([['city', city.id], ...districts.map(({ number, id }) => [number ?? 0, id] as const)])
  return {
    id: newId('edition'),
    no: wanted.no ?? preset.no,
    year: preset.year,
    title: wanted.title ?? preset.title,
    state: 'draft',
    version: 1,
    publishedAt: null,
    parts: preset.parts,
    phases: preset.phases.map(([kind, from, to]) => ({ id: newId('phase'), kind, from, to, note: '' })),
    pools: preset.pools.flatMap(({ place, ...money }) => {
      const territoryId = territoryOf.get(place)
      return territoryId ? [{ id: newId('pool'), territoryId, population: null, ...money }] : []
    }),
    rules: preset.rules,
  }
}

const factOf = { publish: 'edition.published', start: 'edition.started', close: 'edition.closed', archive: 'edition.archived' } as const

export type StepWhy = 'not-yours' | 'wrong-state' | 'changed-meanwhile' | 'another-runs'

/** One step of the edition's procedure; the version says which edition the person was looking at. */
export async function stepEdition(ctx: Ctx, id: string, step: EditionStep, version?: number): Promise<Verdict<StepWhy>> {
  return inTransaction(ctx, async ctx => {
    const edition = await loadEdition(ctx, id)
    const verdict = editing.may(ctx.actor, step, edition)
    if (!verdict.ok) return verdict
    if (step === 'start' && (await anotherRuns(ctx, id))) return no('another-runs')
    if (version !== undefined && version !== edition.version) return no('changed-meanwhile')
    if (!(await moveEdition(ctx, edition, editing.steps[step].to, step === 'publish' ? ctx.now : undefined))) return no('changed-meanwhile')
    await record(ctx, factOf[step], id, { title: edition.title })
    return yes
  })
}
