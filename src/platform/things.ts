import type { Ctx } from '#platform/context.ts'

/** Whatever has an id that others point at: in reports, follows, digests and life lines. `path` is its address, with the place on the page where it has one. */
export type Thing = {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly territoryId: string | undefined
  readonly authorIds: readonly string[]
  /** Everybody may read it now: neither private nor hidden by a moderator. */
  readonly isPublic: boolean
}
/** One kind of thing, by the prefix of its ids. `find` answers the existing ones in one or a few statements, whoever asks. */
export type ThingKind = { readonly prefix: string; readonly find: (ctx: Ctx, ids: readonly string[]) => Promise<readonly Thing[]> }

/** The things behind these ids, by id; each kind is asked once. */
export async function findThings(ctx: Ctx, kinds: readonly ThingKind[], ids: readonly string[]): Promise<Map<string, Thing>> {
  const found = await Promise.all(
    kinds.map(({ prefix, find }) => {
      const mine = [...new Set(ids.filter(id => id.startsWith(`${prefix}_`)))]
      return mine.length === 0 ? [] : find(ctx, mine)
    }),
  )
  return new Map(found.flat().map(thing => [thing.id, thing]))
}
