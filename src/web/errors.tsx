import { randomBytes } from 'node:crypto'
import { HTTPException } from 'hono/http-exception'
import { isRefusal } from '#kit/refusal.ts'
import { paths, url } from '#paths'
import type { Log } from '#platform/log.ts'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import type { Visit } from '#web/http.ts'
import { webTextsEn } from '#web/web.texts.en.ts'
import { webTexts } from '#web/web.texts.ts'

const texts = { pl: webTexts, en: webTextsEn }
export type ErrorStatus = keyof typeof webTexts.errors

/** One friendly page for every way of going wrong. Only a true fault (500) gets a reference and a line in the log. */
export function answerError(c: Visit, error: unknown, log?: Log): Response | Promise<Response> {
  const status = statusOf(error)
  const reference = status === 500 ? randomBytes(4).toString('hex') : undefined
  if (status >= 500) log?.error({ reference, route: c.req.routePath, error: describe(error) }, 'a request failed')
  const frame = c.get('frame') ?? bareFrame(c)
  const t = texts[frame.locale]
  const { title, lead } = t.errors[status]
  c.status(status)
  return c.html(
    `<!doctype html>${(
      <Layout frame={frame} title={title} lead={lead}>
        {reference && <p class="muted">{t.reference(reference)}</p>}
        <p>
          <a class="btn" href={url(paths.home)}>
            {t.toHome}
          </a>
        </p>
      </Layout>
    )}`,
  )
}

function statusOf(error: unknown): ErrorStatus {
  if (typeof error === 'number') return error as ErrorStatus
  if (isRefusal(error)) return error.refusal
  if (error instanceof HTTPException) return error.status in webTexts.errors ? (error.status as ErrorStatus) : 500
  return isDatabaseAway(error) ? 503 : 500
}

// 57P..: the server is shutting down or starting; 08...: the connection is gone; the rest are the socket's own words
const isDatabaseAway = (error: unknown) =>
  error instanceof Error &&
  (/^(57P|08|53)/.test(String((error as { code?: string }).code)) || /ECONNREFUSED|Connection terminated|ECONNRESET/.test(error.message))

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** Before the visit is known (the database is away) the page still stands. */
const bareFrame = (c: Visit): Frame => ({
  locale: 'pl',
  path: c.req.path,
  here: c.req.path,
  now: new Date(),
  cityName: '',
  menu: [],
  footer: [],
  person: undefined,
  flash: undefined,
  strip: undefined,
  asset: name => url(paths.asset, { file: name }),
})
