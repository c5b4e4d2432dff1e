import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { findCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { type ForkWhy, mayFork } from '#modules/proposals/alone/forking.rules.ts'
import { type SectionName, sectionNames } from '#modules/proposals/drafting/drafting.rules.ts'
import { sectionNow, writeCosts, writeSection } from '#modules/proposals/drafting/drafting.store.ts'
import { spotOf, writeSpot } from '#modules/proposals/place/spots.store.ts'
import { startProject } from '#modules/proposals/proposals.actions.ts'
import { costsOf, loadProject, sectionsOf } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { addOrigin } from '#platform/origins.ts'

type StartWhy = Exclude<Awaited<ReturnType<typeof startProject>>, { ok: true }>['why']

/** A past project of mine as a new draft that only I see: its text, place and costs, and nobody else of those who wrote it. The same form twice is one draft. */
export async function forkProject(
  ctx: Ctx,
  { key, sourceId }: { key: string; sourceId: string },
): Promise<Verdict<ForkWhy | StartWhy> & { readonly id?: string | undefined }> {
  return inTransaction(ctx, async ctx => {
    const [source, edition] = [await loadProject(ctx, sourceId), await findCurrentEdition(ctx)]
    if (!edition) return no('no-edition')
    const verdict = mayFork(ctx.actor, source, edition.id)
    if (!verdict.ok) return verdict
    const { path, territoryId, title, point } = source
    const started = await startProject(ctx, { key, path, territoryId, title, visibility: 'private', ...(point && { point }) })
    if (!started.ok || started.id === undefined) return started
    await copyTexts(ctx, sourceId, started.id)
    const spot = await spotOf(ctx, sourceId)
    if (spot.line || spot.area) await writeSpot(ctx, started.id, spot)
    await addOrigin(ctx, sourceId, started.id)
    return { ...yes, id: started.id }
  })
}

async function copyTexts(ctx: Ctx, from: string, to: string): Promise<void> {
  const [sections, costs] = [await sectionsOf(ctx, from), await costsOf(ctx, from)]
  const copied = sectionNames.filter(name => name !== 'title' && sections[name] !== '')
  // a second post of the same form finds them written
  const fresh: SectionName[] = []
  for (const name of copied) if ((await sectionNow(ctx, to, name)).revision === 0) fresh.push(name)
  for (const name of fresh) await writeSection(ctx, to, name, 0, sections[name])
  if (costs.length > 0)
    await writeCosts(
      ctx,
      to,
      0,
      costs.map(line => ({ ...line, id: newId('line') })),
    )
}
