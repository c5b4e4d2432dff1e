import { deleteCookie, setCookie } from 'hono/cookie'
import { sql } from 'kysely'
import { ownPath } from '#kit/own-path.ts'
import { locales } from '#kit/texts.ts'
import { paths } from '#paths'
import { Layout } from '#ui/layout.tsx'
import { get, page, post, type Route } from '#web/http.ts'
import { labelsIn } from '#web/labels.ts'
import { takeParked } from '#web/parked.ts'
import { ParkedFields } from '#web/parked-form.tsx'
import { languageCookie } from '#web/session.ts'
import { webTextsEn } from '#web/web.texts.en.ts'
import { webTexts } from '#web/web.texts.ts'

const texts = { pl: webTexts, en: webTextsEn }

/** The doors of the house itself, before any module. */
export const houseRoutes: readonly Route[] = [
  get(paths.health, 'everyone', async c => {
    await sql`select 1`.execute(c.var.ctx.db)
    return c.json({ ok: true }, 200, { 'Cache-Control': 'no-store' })
  }),
  get(paths.robots, 'everyone', c => c.text('User-agent: *\nDisallow: /logowanie\nDisallow: /profil\nDisallow: /urzad\nDisallow: /demo\n')),
  post(paths.language, 'everyone', { noFact: 'a choice of this browser' }, async c => {
    const body = await c.req.parseBody()
    const chosen = locales.find(locale => locale === body.jezyk)
    if (chosen) setCookie(c, languageCookie, chosen, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' })
    else deleteCookie(c, languageCookie)
    return c.redirect(ownPath(typeof body.powrot === 'string' ? body.powrot : undefined, paths.home), 303)
  }),
  get(paths.parked, 'signed-in', async c => {
    const { frame } = c.var
    const t = texts[frame.locale].parked
    const parked = await takeParked(c, c.req.param('id') ?? '')
    if (!parked) return page(c, <Layout frame={frame} title={t.title} lead={t.gone} />, 404)
    const labels = labelsIn(parked.page ? await c.var.look(parked.page) : '', parked.action)
    return page(
      c,
      <Layout frame={frame} title={t.title} lead={t.lead}>
        <ParkedFields parked={parked} labels={labels} words={t} />
      </Layout>,
    )
  }),
]
