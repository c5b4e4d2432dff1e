import type { RawBuilder } from 'kysely'
import type { Thing } from '#kit/things.ts'
import type { Ctx } from '#platform/context.ts'
import { hiddenAmong } from '#platform/hidings.ts'

/**
 * What a kind of thing is compared by: rows with id, title, plain_title, words, territory_id, lon and lat, called `t`; only public ones, by `where`.
 * A table, or a select in brackets that joins one.
 */
export type AlikeKind = {
  readonly rows: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
  /** The same rows for whoever asks by place, where `rows` are joined so as to be found by words. */
  readonly around?: RawBuilder<unknown>
}

/** One kind of thing, by the prefix of its ids. `find` answers the existing ones in one or a few statements, whoever asks. */
export type ThingKind = {
  readonly prefix: string
  readonly find: (ctx: Ctx, ids: readonly string[]) => Promise<readonly Thing[]>
  /** What it is found by when something like it is written; absent: it is not compared. */
  readonly alike?: AlikeKind
  /** Names of people on pages about one of them, where more than each one's own choice decides. */
  readonly names?: (ctx: Ctx, id: string, personIds: readonly string[]) => Promise<Map<string, string>>
}

/** The things behind these ids, by id; each kind is asked once. What moderation has hidden is public no longer, whatever its kind says. */
export async function findThings(ctx: Ctx, kinds: readonly ThingKind[], ids: readonly string[]): Promise<Map<string, Thing>> {
  const found = await Promise.all(
    kinds.map(({ prefix, find }) => {
      const mine = [...new Set(ids.filter(id => id.startsWith(`${prefix}_`)))]
      return mine.length === 0 ? [] : find(ctx, mine)
    }),
  )
  const things = found.flat()
  const hidden = await hiddenAmong(
    ctx,
    things.map(({ id }) => id),
  )
  return new Map(things.map(thing => [thing.id, hidden.has(thing.id) ? { ...thing, isPublic: false } : thing]))
}
