import { z } from 'zod'
import { type FormState, filled } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { FieldErrors } from '#modules/programme/editions/edition-forms.rules.ts'
import { many, one, readPhases, readPools, type Typed, typePhases, typePools } from '#modules/programme/editions/edition-forms.rules.ts'
import { RulesFormPage } from '#modules/programme/editions/edition-rules.pages.tsx'
import { LintPage, PartsPage, PhasesPage, PoolsPage } from '#modules/programme/editions/edition-sections.pages.tsx'
import { changeEdition, type EditionChange, explainWarnings, lintOf } from '#modules/programme/editions/editions.actions.ts'
import { type EditorProps, type Section, sectionUrl } from '#modules/programme/editions/editions.pages.tsx'
import { loadEdition, reasonsOf } from '#modules/programme/editions/editions.store.ts'
import { editionsTextsEn } from '#modules/programme/editions/editions.texts.en.ts'
import { editionsTexts } from '#modules/programme/editions/editions.texts.ts'
import { type Finding, reasonKey, reasonMax } from '#modules/programme/editions/lint.rules.ts'
import { readRules, typeRules } from '#modules/programme/editions/rules-form.rules.ts'
import { type Edition, mayEdit, partsOfProgramme } from '#modules/programme/programme.rules.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { findCity, listDistricts, listTerritories } from '#modules/programme/territories/territories.store.ts'
import { paths } from '#paths'
import type { Ctx } from '#platform/context.ts'
import { readForm } from '#web/forms.ts'
import { done, get, page, post, type Route, type Visit } from '#web/http.ts'

const texts = { pl: editionsTexts, en: editionsTextsEn }
const coordinators = ['coordinator'] as const
const idIn = (c: Visit) => c.req.param('id') ?? ''
type Edited = Exclude<Section, 'overview'>
type Why = keyof typeof editionsTexts.why

/** What a screen's form holds for the edition as it is saved. */
async function typedOf(ctx: Ctx, edition: Edition, section: Edited): Promise<Typed> {
  if (section === 'phases') return typePhases(edition.phases)
  if (section === 'pools') return typePools(edition.pools, edition.rules.legal.expenditure)
  if (section === 'rules') return typeRules(edition)
  if (section === 'parts') return { parts: edition.parts }
  return Object.fromEntries(await reasonsOf(ctx, edition.id))
}

const poolTerritories = async (ctx: Ctx) => {
  const [city, districts] = await Promise.all([findCity(ctx), listDistricts(ctx)])
  return city ? [city, ...districts] : districts
}

type Shown = { readonly form?: FormState; readonly why?: Why; readonly status?: 409 | 422 }

async function show(c: Visit, section: Edited, { form, why, status }: Shown = {}): Promise<Response> {
  const { ctx, frame } = c.var
  const edition = await loadEdition(ctx, idIn(c))
  const saved = await typedOf(ctx, edition, section)
  const props: EditorProps = {
    frame,
    edition,
    form: form ?? filled(saved),
    why,
    saved: why === 'changed-meanwhile' ? saved : undefined,
    editable: mayEdit(ctx.actor, edition),
  }
  return page(c, await screenOf(ctx, section, props), status ?? 200)
}

async function screenOf(ctx: Ctx, section: Edited, props: EditorProps) {
  if (section === 'phases') return <PhasesPage {...props} />
  if (section === 'pools') return <PoolsPage {...props} territories={await poolTerritories(ctx)} />
  if (section === 'rules') return <RulesFormPage {...props} />
  if (section === 'parts') return <PartsPage {...props} />
  return <LintPage {...props} findings={await namedFindings(ctx, props.edition)} />
}

async function namedFindings(ctx: Ctx, edition: Edition): Promise<readonly Finding[]> {
  const territories = await listTerritories(ctx)
  const named = (ids: readonly string[] = []) =>
    territories.filter(territory => ids.includes(territory.id)).map(territory => territoryTitle(territory))
  return (await lintOf(ctx, edition)).map(finding => ({
    ...finding,
    about: { ...finding.about, territories: named(finding.about.territories) },
  }))
}

type Read = { readonly ok: true; readonly change: EditionChange } | { readonly ok: false; readonly errors: FieldErrors }
type Reader = (typed: Typed, edition: Edition, ctx: Ctx) => Promise<Read> | Read
const anything = z.record(z.string(), z.union([z.string().max(4000), z.array(z.string().max(4000))]))
const readTyped = async (c: Visit) => (await readForm(c, anything, {})).form.typed

const readers: Readonly<Record<Exclude<Edited, 'lint'>, Reader>> = {
  phases: typed => {
    const read = readPhases(typed)
    return read.ok ? { ok: true, change: { section: 'phases', phases: read.value } } : read
  },
  pools: async (typed, _, ctx) => {
    const territories = await poolTerritories(ctx)
    const read = readPools(
      typed,
      territories.map(territory => territory.id),
    )
    return read.ok ? { ok: true, change: { section: 'pools', ...read.value } } : read
  },
  rules: (typed, edition) => {
    const read = readRules(typed, edition.rules)
    return read.ok ? { ok: true, change: { section: 'rules', ...read.value } } : read
  },
  parts: typed => ({ ok: true, change: { section: 'parts', parts: partsOfProgramme.filter(part => many(typed, 'parts').includes(part)) } }),
}

function tooLong(c: Visit, typed: Typed, names: readonly string[]): FormState | undefined {
  const long = names.filter(name => one(typed, name).length > reasonMax)
  const sentence = texts[c.var.frame.locale].errors['reason-long']
  return long.length === 0 ? undefined : { typed, errors: Object.fromEntries(long.map(name => [name, sentence])) }
}

const save = (section: Exclude<Edited, 'lint'>) => async (c: Visit) => {
  const { ctx, frame } = c.var
  const typed = await readTyped(c)
  const read = await readers[section](typed, await loadEdition(ctx, idIn(c)), ctx)
  const t = texts[frame.locale]
  if (!read.ok) {
    const errors = Object.fromEntries(Object.entries(read.errors).map(([name, error]) => [name, t.errors[error]]))
    return show(c, section, { form: { typed, errors }, status: 422 })
  }
  const long = tooLong(c, typed, ['reason'])
  if (long) return show(c, section, { form: long, status: 422 })
  const verdict = await changeEdition(ctx, idIn(c), { ...read.change, version: Number(one(typed, 'version')), reason: one(typed, 'reason') })
  return answer(c, section, typed, verdict)
}

async function explain(c: Visit): Promise<Response> {
  const { ctx } = c.var
  const typed = await readTyped(c)
  const edition = await loadEdition(ctx, idIn(c))
  const warnings = (await lintOf(ctx, edition)).filter(finding => finding.level === 'warn')
  const reasons = new Map(warnings.map(finding => [reasonKey(finding), one(typed, reasonKey(finding))]))
  const long = tooLong(c, typed, [...reasons.keys()])
  if (long) return show(c, 'lint', { form: long, status: 422 })
  return answer(c, 'lint', typed, await explainWarnings(ctx, idIn(c), Number(one(typed, 'version')), reasons))
}

function answer(c: Visit, section: Edited, typed: Typed, verdict: Verdict<Why>): Response | Promise<Response> {
  const t = texts[c.var.frame.locale]
  if (verdict.ok) return done(c, sectionUrl(idIn(c), section), t.saved)
  if (verdict.why === 'reason-missing') return show(c, section, { form: { typed, errors: { reason: t.errors['reason-missing'] } }, status: 422 })
  return show(c, section, { form: filled(typed), why: verdict.why, status: 409 })
}

export const editionSectionsRoutes: readonly Route[] = [
  get(paths.editionPhases, coordinators, c => show(c, 'phases')),
  post(paths.editionPhases, coordinators, 'edition.changed', save('phases')),
  get(paths.editionPools, coordinators, c => show(c, 'pools')),
  post(paths.editionPools, coordinators, 'edition.changed', save('pools')),
  get(paths.editionRules, coordinators, c => show(c, 'rules')),
  post(paths.editionRules, coordinators, 'edition.changed', save('rules')),
  get(paths.editionParts, coordinators, c => show(c, 'parts')),
  post(paths.editionParts, coordinators, 'edition.changed', save('parts')),
  get(paths.editionLint, coordinators, c => show(c, 'lint')),
  post(paths.editionLint, coordinators, 'edition.explained', explain),
]
