import { publicThings } from '#modules/city/news.store.ts'
import { RegisterPage } from '#modules/city/office/register.pages.tsx'
import { isInner } from '#modules/city/office/register.rules.ts'
import { linksOf } from '#modules/city/office/register.store.ts'
import { titledIn, veiled } from '#modules/moderation/veil.rules.ts'
import { paths, url } from '#paths'
import { hiddenAmong } from '#platform/hidings.ts'
import { latestFacts } from '#platform/ledger.ts'
import { get, page, type Route } from '#web/http.ts'

const onPage = 50

export const registerRoutes: readonly Route[] = [
  get(paths.register, 'everyone', async c => {
    const { ctx, frame, sentence } = c.var
    const before = readNumber(c.req.query('przed'))
    const facts = await latestFacts(ctx, { limit: onPage + 1, ...(before === undefined ? {} : { before }) })
    const shown = facts.slice(0, onPage)
    const [things, links, hidden] = await Promise.all([
      publicThings(
        ctx,
        shown.map(({ subject }) => subject),
      ),
      linksOf(
        ctx,
        shown.map(({ seq }) => seq),
      ),
      hiddenAmong(ctx, shown.flatMap(titledIn)),
    ])
    const lines = shown.map(fact => ({
      seq: fact.seq,
      at: fact.at,
      sentence: isInner(fact.fact) ? undefined : sentence(veiled(fact, hidden), frame.locale),
      // that somebody reported a thing is no mark on it
      thing: isInner(fact.fact) ? undefined : things.get(fact.subject)?.id,
      digest: links.get(fact.seq) ?? '',
    }))
    const last = shown.at(-1)?.seq
    const older = facts.length > onPage ? url(paths.register, undefined, { przed: last }) : undefined
    return page(c, <RegisterPage frame={frame} lines={lines} newer={before === undefined ? undefined : paths.register} older={older} />)
  }),
]

const readNumber = (typed: string | undefined) => (typed && /^\d{1,12}$/.test(typed) ? Number(typed) : undefined)
