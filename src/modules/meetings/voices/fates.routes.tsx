import { type Fate, fateKindOf, fateKinds } from '#modules/meetings/voices/voices.rules.ts'
import { offspringOf } from '#platform/origins.ts'
import { findThings } from '#platform/things.ts'
import type { Visit } from '#web/http.ts'

const order = ({ kind }: Fate) => (fateKinds as readonly string[]).indexOf(kind)

/** What grew out of each of these, as far as everybody may read it; the number of statements does not depend on how much grew. */
export async function fatesOf(c: Visit, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Fate[]>> {
  const { ctx, things } = c.var
  const grown = await offspringOf(ctx, ids)
  const found = await findThings(ctx, things, [...grown.values()].flat())
  return new Map(
    [...grown].map(([root, children]) => [
      root,
      children
        .flatMap((id): Fate[] => {
          const [thing, kind] = [found.get(id), fateKindOf(id)]
          return thing?.isPublic && kind ? [{ id, title: thing.title, path: thing.path, kind }] : []
        })
        .sort((a, b) => order(a) - order(b)),
    ]),
  )
}
