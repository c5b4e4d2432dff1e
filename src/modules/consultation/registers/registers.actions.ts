import { no, type Verdict, yes } from '#kit/verdict.ts'
import type { AdviceSubject } from '#modules/consultation/advice.rules.ts'
import {
  type Competence,
  type CompetenceFault,
  type CompetenceRow,
  mayKeepCompetences,
  type Proposal,
  proposeUnits,
  readCompetences,
  sameLine,
} from '#modules/consultation/registers/competences.rules.ts'
import { deleteCompetences, insertCompetence, listCompetences } from '#modules/consultation/registers/competences.store.ts'
import {
  mayImportPlots,
  type Plot,
  type PlotChanges,
  type PlotFault,
  plotChanges,
  plotsMeant,
  readPlots,
} from '#modules/consultation/registers/plots.rules.ts'
import { listPlots, listPlotsAbout, putPlots, removePlots } from '#modules/consultation/registers/plots.store.ts'
import { wordsAbout } from '#modules/consultation/registers/subjects.store.ts'
import { listUnits } from '#modules/programme/registers/units.store.ts'
import { listTerritories, theCity } from '#modules/programme/territories/territories.store.ts'
import type { Spot } from '#modules/proposals/place/spots.rules.ts'
import { spotOf } from '#modules/proposals/place/spots.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { readTable } from '#platform/tables.ts'
import { lemmasOf } from '#platform/words.ts'

// which unit is in charge

export type CompetenceChanges = { readonly added: readonly CompetenceRow[]; readonly gone: readonly Competence[]; readonly same: number }

/** What a table would change, without changing anything: it stands in the place of the one there is. */
export async function previewCompetences(
  ctx: Ctx,
  text: string,
): Promise<{ readonly faults: readonly CompetenceFault[]; readonly changes: CompetenceChanges }> {
  const table = readTable(text)
  const [before, units, territories] = [await listCompetences(ctx), await listUnits(ctx), await listTerritories(ctx)]
  const { lines, faults } = 'why' in table ? { lines: [], faults: [table] } : readCompetences(table, { units, territories })
  const [there, wanted] = [new Set(before.map(sameLine)), new Set(lines.map(sameLine))]
  const added = lines.filter(line => !there.has(sameLine(line)))
  const gone = faults.length > 0 ? [] : before.filter(line => !wanted.has(sameLine(line)))
  return { faults, changes: { added, gone, same: lines.length - added.length } }
}

/** Takes the table whole or not at all; the same one again changes nothing. */
export async function importCompetences(
  ctx: Ctx,
  text: string,
): Promise<Verdict<'not-yours' | 'broken'> & { readonly changes?: CompetenceChanges; readonly faults?: readonly CompetenceFault[] }> {
  const verdict = mayKeepCompetences(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const { faults, changes } = await previewCompetences(ctx, text)
    if (faults.length > 0) return { ...no('broken'), faults }
    await deleteCompetences(
      ctx,
      changes.gone.map(({ id }) => id),
    )
    for (const line of changes.added) await insertCompetence(ctx, line)
    if (changes.added.length + changes.gone.length > 0) await told(ctx, changes.added.length, changes.gone.length)
    return { ok: true, changes }
  })
}
const told = async (ctx: Ctx, added: number, removed: number) => record(ctx, 'competences.changed', (await theCity(ctx)).id, { added, removed })

export async function addCompetence(ctx: Ctx, line: CompetenceRow): Promise<Verdict<'not-yours' | 'open-line'>> {
  const verdict = mayKeepCompetences(ctx.actor)
  if (!verdict.ok) return verdict
  if (line.topics.length === 0 && line.manager === '' && line.territoryId === undefined) return no('open-line')
  return inTransaction(ctx, async ctx => {
    if (await insertCompetence(ctx, line)) await told(ctx, 1, 0)
    return yes
  })
}
export async function removeCompetence(ctx: Ctx, id: string): Promise<Verdict<'not-yours'>> {
  const verdict = mayKeepCompetences(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    if ((await deleteCompetences(ctx, [id])) > 0) await told(ctx, 0, 1)
    return yes
  })
}

/** Which units the table leads to, for a thing and what is asked about it, with the plots it lies on. */
export async function proposeFor(ctx: Ctx, subject: AdviceSubject, question = ''): Promise<Proposal[]> {
  const lines = await listCompetences(ctx)
  if (lines.length === 0) return []
  const managers = (await plotsOf(ctx, subject, question)).map(({ manager }) => manager)
  const lemmas = new Set(lemmasOf(`${await wordsAbout(ctx, subject)} ${question}`))
  const read = lines.map(line => ({ ...line, topics: line.topics.map(topic => ({ topic, lemmas: lemmasOf(topic) })) }))
  return proposeUnits(read, { lemmas, territoryId: subject.territoryId, managers })
}

// whose land it is

export const spotOfSubject = async (ctx: Ctx, { kind, id, point }: AdviceSubject): Promise<Spot> => (kind === 'project' ? spotOf(ctx, id) : { point })

/** The plots that a thing and the question about it are on, as far as the office's table knows them. */
export async function plotsOf(ctx: Ctx, subject: AdviceSubject, question = ''): Promise<Plot[]> {
  const about = { text: `${await wordsAbout(ctx, subject)} ${question}`, spot: await spotOfSubject(ctx, subject) }
  return plotsMeant(await listPlotsAbout(ctx, about), about)
}

export async function previewPlots(
  ctx: Ctx,
  text: string,
  removing: boolean,
): Promise<{ readonly faults: readonly PlotFault[]; readonly changes: PlotChanges }> {
  const table = readTable(text)
  const { plots, faults } = 'why' in table ? { plots: [], faults: [table] } : readPlots(table)
  return { faults, changes: plotChanges(plots, await listPlots(ctx), removing && faults.length === 0) }
}

/** Takes the table whole or not at all; the same one again changes nothing. */
export async function importPlots(
  ctx: Ctx,
  text: string,
  removing: boolean,
): Promise<Verdict<'not-yours' | 'broken'> & { readonly changes?: PlotChanges; readonly faults?: readonly PlotFault[] }> {
  const verdict = mayImportPlots(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const { faults, changes } = await previewPlots(ctx, text, removing)
    if (faults.length > 0) return { ...no('broken'), faults }
    const rows = [...changes.added, ...changes.changed]
    await putPlots(ctx, rows)
    await removePlots(ctx, changes.gone)
    if (rows.length + changes.gone.length > 0)
      await record(ctx, 'plots.imported', (await theCity(ctx)).id, { rows: rows.length, removed: changes.gone.length })
    return { ok: true, changes }
  })
}
