import { dayOf } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import type { Grosze } from '#kit/money.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { Phase } from '#modules/programme/calendar.rules.ts'
import {
  anotherRuns,
  bumpEdition,
  findEditionByKey,
  insertEdition,
  keepReasons,
  loadEdition,
  moveEdition,
  reasonsOf,
  replacePhases,
  replacePools,
} from '#modules/programme/editions/editions.store.ts'
import { type Finding, hasBlock, lint, unexplained } from '#modules/programme/editions/lint.rules.ts'
import { shiftPreset } from '#modules/programme/editions/preset.rules.ts'
import { type PresetKey, presets } from '#modules/programme/editions/presets.rules.ts'
import {
  type Edition,
  type EditionStep,
  editing,
  isTimeFor,
  mayEdit,
  mayManage,
  needsReason,
  type Part,
  type Pool,
  type RuleSet,
} from '#modules/programme/programme.rules.ts'
import { accessibilityStatementDate } from '#modules/programme/statements/accessibility.store.ts'
import { foundCity } from '#modules/programme/territories/territories.actions.ts'
import { listDistricts, theCity } from '#modules/programme/territories/territories.store.ts'
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

export type StepWhy = 'not-yours' | 'wrong-state' | 'changed-meanwhile' | 'another-runs' | 'too-early' | 'lint-blocks' | 'lint-unexplained'

/** One step of the edition's procedure; the version says which edition the person was looking at. */
export async function stepEdition(ctx: Ctx, id: string, step: EditionStep, version?: number): Promise<Verdict<StepWhy>> {
  return inTransaction(ctx, async ctx => {
    const edition = await loadEdition(ctx, id)
    const verdict = await mayStep(ctx, edition, step)
    if (!verdict.ok) return verdict
    if (version !== undefined && version !== edition.version) return no('changed-meanwhile')
    if (!(await moveEdition(ctx, edition, editing.steps[step].to, step === 'publish' ? ctx.now : undefined))) return no('changed-meanwhile')
    await record(ctx, factOf[step], id, { title: edition.title })
    return yes
  })
}

/** The legal check. Rules count as known from the day of publication, or from today for a draft. */
export async function lintOf(ctx: Ctx, edition: Edition): Promise<readonly Finding[]> {
  return lint(edition, { today: dayOf(edition.publishedAt ?? ctx.now), accessibilityReviewedOn: await accessibilityStatementDate(ctx) })
}

/** One edition runs at a time; one is published only when the legal check is green or each warning has a written reason. */
export async function mayStep(ctx: Ctx, edition: Edition, step: EditionStep): Promise<Verdict<StepWhy>> {
  const verdict = editing.may(ctx.actor, step, edition)
  if (!verdict.ok) return verdict
  if (!isTimeFor(step, edition, dayOf(ctx.now))) return no('too-early')
  if (step === 'start' && (await anotherRuns(ctx, edition.id))) return no('another-runs')
  if (step !== 'publish') return yes
  const findings = await lintOf(ctx, edition)
  if (hasBlock(findings)) return no('lint-blocks')
  return unexplained(findings, await reasonsOf(ctx, edition.id)).length > 0 ? no('lint-unexplained') : yes
}

/** What a coordinator may change at one go; each screen of the editor is one of these. */
export type EditionChange =
  | { readonly section: 'phases'; readonly phases: readonly Omit<Phase, 'id'>[] }
  | { readonly section: 'pools'; readonly pools: readonly Omit<Pool, 'id'>[]; readonly expenditure: Grosze | null }
  | { readonly section: 'rules'; readonly rules: RuleSet; readonly title: string; readonly no: number }
  | { readonly section: 'parts'; readonly parts: readonly Part[] }
export type ChangeWhy = 'not-yours' | 'wrong-state' | 'changed-meanwhile' | 'reason-missing' | 'lint-blocks'

/** Changes one section. After publication it needs a written reason, and may never lead out of the law. */
export async function changeEdition(
  ctx: Ctx,
  id: string,
  { version, reason, ...change }: EditionChange & { readonly version: number; readonly reason: string },
): Promise<Verdict<ChangeWhy>> {
  return inTransaction(ctx, async ctx => {
    const edition = await loadEdition(ctx, id)
    const verdict = mayEdit(ctx.actor, edition)
    if (!verdict.ok) return verdict
    if (version !== edition.version) return no('changed-meanwhile')
    if (needsReason(edition) && reason === '') return no('reason-missing')
    const after = withChange(edition, change)
    if (needsReason(edition) && hasBlock(await lintOf(ctx, after))) return no('lint-blocks')
    if (!(await bumpEdition(ctx, edition, { parts: after.parts, rules: after.rules, title: after.title, no: after.no })))
      return no('changed-meanwhile')
    if (change.section === 'phases') await replacePhases(ctx, id, after.phases)
    if (change.section === 'pools') await replacePools(ctx, id, after.pools)
    await record(ctx, 'edition.changed', id, { title: after.title, section: change.section, reason })
    return yes
  })
}

function withChange(edition: Edition, change: EditionChange): Edition {
  if (change.section === 'parts') return { ...edition, parts: change.parts }
  if (change.section === 'phases') return { ...edition, phases: change.phases.map(phase => ({ id: newId('phase'), ...phase })) }
  if (change.section === 'rules') return { ...edition, title: change.title, no: change.no, rules: change.rules }
  const idOf = new Map(edition.pools.map(pool => [pool.territoryId, pool.id]))
  const pools = change.pools.map(pool => ({ id: idOf.get(pool.territoryId) ?? newId('pool'), ...pool }))
  return { ...edition, pools, rules: { ...edition.rules, legal: { ...edition.rules.legal, expenditure: change.expenditure } } }
}

/** Why a warning of the legal check is accepted; an empty reason takes it back. */
export async function explainWarnings(
  ctx: Ctx,
  id: string,
  version: number,
  reasons: ReadonlyMap<string, string>,
): Promise<Verdict<'not-yours' | 'wrong-state' | 'changed-meanwhile'>> {
  return inTransaction(ctx, async ctx => {
    const edition = await loadEdition(ctx, id)
    const verdict = mayEdit(ctx.actor, edition)
    if (!verdict.ok) return verdict
    if (version !== edition.version || !(await bumpEdition(ctx, edition, {}))) return no('changed-meanwhile')
    await keepReasons(ctx, id, reasons)
    await record(ctx, 'edition.explained', id, { title: edition.title, points: [...reasons.keys()].filter(key => reasons.get(key)) })
    return yes
  })
}
