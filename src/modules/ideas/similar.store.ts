import { sql } from 'kysely'
import type { SimilarThings } from '#modules/ideas/similar.rules.ts'
import { listArchivedLines } from '#modules/programme/archive/archive-lines.store.ts'
import { type Alike, type AlikeSearch, findAlike } from '#platform/alike.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'
import { type AlikeKind, findThings, type ThingKind } from '#platform/things.ts'

export const needsAlike: AlikeKind = { rows: sql`needs`, where: sql`t.state <> 'closed' and ${notHidden('t.id')}` }
export const ideasAlike: AlikeKind = { rows: sql`ideas`, where: sql`t.state not in ('dropped', 'continued') and ${notHidden('t.id')}` }

type Asked = Pick<AlikeSearch, 'words' | 'point' | 'territoryId' | 'not'>

/** Needs, ideas, drafts and projects of now and of the past that resemble what is being written, by their words and by where they lie. */
export async function listSimilarThings(ctx: Ctx, kinds: readonly ThingKind[], asked: Asked): Promise<SimilarThings> {
  const found = await findAlike(ctx, kinds, { ...asked, limit: 12 })
  const things = await findThings(
    ctx,
    kinds,
    found.map(({ id }) => id),
  )
  const past = await listArchivedLines(
    ctx,
    found.flatMap(({ id }) => (id.startsWith('archived_') ? [id] : [])),
  )
  const of = (prefix: string) =>
    found
      .filter(({ id }) => id.startsWith(`${prefix}_`))
      .flatMap(({ id, metres }) => {
        const thing = things.get(id)
        return thing?.isPublic ? [{ id, title: thing.title, path: thing.path, metres: metres ?? undefined }] : []
      })
      .slice(0, 5)
  return {
    needs: of('need'),
    ideas: of('idea'),
    projects: of('project'),
    past: found.flatMap(({ id }) => past.find(line => line.id === id) ?? []).slice(0, 5),
  }
}

/** Of one kind, the best first. */
export const listSimilarOf = (ctx: Ctx, kinds: readonly ThingKind[], prefix: string, asked: Asked): Promise<Alike[]> =>
  findAlike(ctx, kinds, { ...asked, only: [prefix], limit: 5 })
