import { type FormState, typedOne } from '#kit/form.ts'
import { placeByWhere, readSeason } from '#modules/ideas/season.actions.ts'
import { SimilarList } from '#modules/ideas/similar.parts.tsx'
import type { SimilarThings } from '#modules/ideas/similar.rules.ts'
import { listSimilarThings } from '#modules/ideas/similar.store.ts'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { pointOf } from '#modules/ideas/view.routes.tsx'
import { paths } from '#paths'
import { Layout } from '#ui/layout.tsx'
import { get, page, type Visit } from '#web/http.ts'

/** What resembles the form as far as it is filled in; undefined while it has no title. */
export async function similarTyped(c: Visit, form: FormState, territoryId: string | undefined): Promise<SimilarThings | undefined> {
  const words = typedOne(form, 'title')
  const point = pointOf({ lon: typedOne(form, 'lon'), lat: typedOne(form, 'lat') })
  return words === '' ? undefined : listSimilarThings(c.var.ctx, c.var.things, { words, point, territoryId })
}

export const similarRoutes = [
  get(paths.similar, 'everyone', async c => {
    const { ctx, frame, things: kinds } = c.var
    const place = placeByWhere(await readSeason(ctx), c.req.query('gdzie'))
    const words = (c.req.query('tytul') ?? '').slice(0, 200)
    const point = pointOf({ lon: c.req.query('lon'), lat: c.req.query('lat') })
    const things = await listSimilarThings(ctx, kinds, { words, point, territoryId: place?.id })
    if (c.req.query('fragment')) return c.html(<SimilarList frame={frame} things={things} />)
    return page(
      c,
      <Layout frame={frame} title={ideasWords(frame).similar.title}>
        <h2>{words}</h2>
        <SimilarList frame={frame} things={things} />
      </Layout>,
    )
  }),
]
