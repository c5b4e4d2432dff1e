import type { Child, PropsWithChildren } from 'hono/jsx'
import { longDate } from '#kit/dates.ts'
import { paths } from '#paths'
import { Emblem } from '#ui/emblem.tsx'
import type { Frame, MenuItem } from '#ui/frame.ts'
import { Tongue, wordsOf } from '#ui/tongue.ts'

type Props = PropsWithChildren<{
  frame: Frame
  title: string
  /** One sentence: what this page is for. Also the description for search engines, unless `description` says otherwise. */
  lead?: string | undefined
  kicker?: Child
  description?: string | undefined
  /** The whole width instead of one column for reading. */
  wide?: boolean
  /** A column beside the main one. */
  aside?: Child
  /** What a link to this page shows elsewhere; only of what everybody may read. */
  preview?: Preview | undefined
  /** No heading and no band: the page brings its own, with its own h1. */
  bare?: boolean
}>

/** `alt`: the picture is a large one, made for this page, and says so. */
export type Preview = { readonly address: string; readonly image: string; readonly alt?: string }

/** The whole document around a page. */
export const Layout = ({ frame, title, lead, kicker, description, wide, aside, preview, bare, children }: Props) => {
  const t = wordsOf(frame.locale)
  return (
    <Tongue.Provider value={frame.locale}>
      <html lang={frame.locale} data-posted={frame.posted ? '' : undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title === t.name ? title : `${title} · ${t.name}`}</title>
          {(description ?? lead) && <meta name="description" content={description ?? lead} />}
          {preview && (
            <>
              <meta property="og:type" content="article" />
              <meta property="og:site_name" content={t.name} />
              <meta property="og:title" content={title} />
              {(description ?? lead) && <meta property="og:description" content={description ?? lead} />}
              <meta property="og:url" content={preview.address} />
              <meta property="og:image" content={preview.image} />
              {preview.alt && (
                <>
                  <meta property="og:image:width" content="1200" />
                  <meta property="og:image:height" content="630" />
                  <meta property="og:image:alt" content={preview.alt} />
                </>
              )}
              <meta name="twitter:card" content={preview.alt ? 'summary_large_image' : 'summary'} />
            </>
          )}
          <meta name="theme-color" content="#b23c22" />
          <link rel="stylesheet" href={frame.asset('theme.css')} />
          <link rel="icon" href={frame.asset('emblem.svg')} type="image/svg+xml" />
          <script type="module" src={frame.asset('main.js')} />
        </head>
        <body>
          <a class="skip" href="#tresc">
            {t.skip}
          </a>
          {frame.strip && (
            <aside class="above" aria-label={t.strip}>
              <div class="wide">{frame.strip}</div>
            </aside>
          )}
          <Masthead frame={frame} />
          {frame.flash && (
            <div class="flash" role="status">
              <div class="wide">
                <p>{frame.flash}</p>
              </div>
            </div>
          )}
          <main id="tresc" tabindex={-1}>
            {bare ? (
              children
            ) : (
              <div class="band">
                <div class={aside ? 'wide split page' : 'wide'}>
                  <div class={wide || aside ? 'stack' : 'stack column'}>
                    <div class="tight">
                      {kicker && <p class="kicker">{kicker}</p>}
                      <h1>{title}</h1>
                    </div>
                    {lead && <p class="lead">{lead}</p>}
                    {children}
                  </div>
                  {aside && <div class="stack aside">{aside}</div>}
                </div>
              </div>
            )}
          </main>
          <Footer frame={frame} />
          {preview && (
            <div class="only-print printed-foot">
              <span>{`${preview.address} · ${longDate(frame.now, frame.locale)}`}</span>
            </div>
          )}
        </body>
      </html>
    </Tongue.Provider>
  )
}

const Masthead = ({ frame }: { frame: Frame }) => {
  const t = wordsOf(frame.locale)
  return (
    <header class="mast">
      <div class="wide">
        <a class="name" href={paths.home}>
          <Emblem />
          {t.name}
        </a>
        <nav class="spread" aria-label={t.mainMenu}>
          <Menu frame={frame} />
        </nav>
        <div class="me spread">
          <Me frame={frame} />
        </div>
        <details class="folded">
          <summary>
            {t.menu}
            <Waiting frame={frame} />
          </summary>
          <div class="unfolded">
            <nav aria-label={t.menu}>
              <Menu frame={frame} />
            </nav>
            <div class="me">
              <Me frame={frame} />
            </div>
          </div>
        </details>
      </div>
    </header>
  )
}

const Menu = ({ frame }: { frame: Frame }) => (
  <ul>
    {frame.menu.map(item => (
      <li>
        <a href={item.href} aria-current={standing(frame, item)}>
          {item.label}
        </a>
      </li>
    ))}
  </ul>
)

const standing = ({ path }: Frame, { href }: MenuItem) => (path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined)

const Me = ({ frame }: { frame: Frame }) => {
  const t = wordsOf(frame.locale)
  return (
    <>
      {frame.person ? (
        <>
          <a href={paths.myMatters} aria-current={frame.path === paths.myMatters ? 'page' : undefined}>
            {t.myMatters}
            <Waiting frame={frame} />
          </a>
          <a href={paths.profile}>{frame.person.name}</a>
        </>
      ) : (
        <>
          <a href={paths.signIn}>{t.signIn}</a>
          <Language frame={frame} />
        </>
      )}
    </>
  )
}

const Waiting = ({ frame }: { frame: Frame }) => {
  const waiting = frame.person?.waiting ?? 0
  if (waiting === 0) return null
  return (
    <>
      <span class="count" aria-hidden="true">
        {waiting}
      </span>
      <span class="visually-hidden">{wordsOf(frame.locale).waiting(waiting)}</span>
    </>
  )
}

/** Choosing a language is kept, so it is a POST; without it the browser would prefetch its way into another language. */
const Language = ({ frame }: { frame: Frame }) => {
  const other = frame.locale === 'pl' ? 'en' : 'pl'
  return (
    <form class="tongue" method="post" action={paths.language}>
      <input type="hidden" name="jezyk" value={other} />
      <input type="hidden" name="powrot" value={frame.here} />
      <button type="submit" lang={other}>
        {wordsOf(frame.locale).otherLanguage}
      </button>
    </form>
  )
}

const Footer = ({ frame }: { frame: Frame }) => {
  const t = wordsOf(frame.locale)
  return (
    <footer class="foot band">
      <div class="wide three small">
        <div class="tight">
          <p>
            <b>{t.name}</b>
            <br />
            {frame.cityName}
          </p>
          {frame.person && (
            <>
              <form method="post" action={paths.signOut}>
                <button class="linklike" type="submit">
                  {t.signOut}
                </button>
              </form>
              <Language frame={frame} />
            </>
          )}
        </div>
        {frame.footer.map(column => (
          <ul>
            {column.map(item => (
              <li>
                <a href={item.href}>{item.label}</a>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </footer>
  )
}
