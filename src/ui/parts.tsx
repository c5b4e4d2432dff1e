import type { Child, PropsWithChildren } from 'hono/jsx'
import { formatMoney, type Grosze } from '#kit/money.ts'
import { paths } from '#paths'
import { useTongue, useWords } from '#ui/tongue.ts'

export type Tone = 'good' | 'wait' | 'no' | 'plain'

/** A word in a coloured shape; colour never stands alone. */
export const Tag = ({ kind = 'plain', children }: PropsWithChildren<{ kind?: Tone }>) => (
  <span class={kind === 'plain' ? 'tag' : `tag ${kind}`}>{children}</span>
)

/** What is going on, until when, and the one act. `kicker` says until when. */
export const Now = ({
  kicker,
  title,
  tone = 'good',
  level = 'h2',
  children,
}: PropsWithChildren<{ kicker?: Child; title: Child; tone?: Tone; level?: 'h2' | 'h3' }>) => {
  const Heading = level
  return (
    <section class={tone === 'good' ? 'now' : `now ${tone}`}>
      <div>
        {kicker && <p class="small muted kicker-line">{kicker}</p>}
        <Heading class="what">{title}</Heading>
      </div>
      {children}
    </section>
  )
}

/** Stands where a button would: why not, and when. */
export const Why = ({ children }: PropsWithChildren) => <p class="why">{children}</p>

export const Acts = ({ children }: PropsWithChildren) => <div class="acts">{children}</div>
export const LinkButton = ({ href, quiet, small, children }: PropsWithChildren<{ href: string; quiet?: boolean; small?: boolean }>) => (
  <a class={['btn', quiet && 'quiet', small && 'small'].filter(Boolean).join(' ')} href={href}>
    {children}
  </a>
)

export type LifeStep = { readonly title: Child; readonly note?: Child; readonly state: 'done' | 'now' | 'ahead'; readonly href?: string | undefined }

export const LifeLine = ({ steps }: { steps: readonly LifeStep[] }) => {
  const t = useWords()
  return (
    <ol class="life">
      {steps.map(step => (
        <li
          class={step.state === 'now' ? 'is-now' : step.state === 'ahead' ? 'ahead' : undefined}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <b>{step.href ? <a href={step.href}>{step.title}</a> : step.title}</b>
          {step.state !== 'now' && <span class="visually-hidden"> ({t[step.state]})</span>}
          {step.note && <span class="note">{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}

export type SomePerson = { readonly name: string; readonly note?: Child; readonly href?: string | undefined }

export const People = ({ people }: { people: readonly SomePerson[] }) => (
  <ul class="people">
    {people.map(person => (
      <li>
        <span class="face" aria-hidden="true">
          {[...person.name.replace(/[^\p{L}\p{N}]/gu, '')][0]?.toUpperCase() ?? '·'}
        </span>
        <span>
          {person.href ? <a href={person.href}>{person.name}</a> : person.name}
          {person.note && <span class="muted">, {person.note}</span>}
        </span>
      </li>
    ))}
  </ul>
)

/** A ruled list. `plain` has no left column for a date or a number. */
export const Rows = ({ plain, children }: PropsWithChildren<{ plain?: boolean }>) => <ul class={plain ? 'rows plain' : 'rows'}>{children}</ul>

/** `level` is h2 where the list hangs straight under the title of the page. */
type RowProps = PropsWithChildren<{ lead?: Child; title: Child; href?: string | undefined; note?: Child; level?: 'h2' | 'h3' }>
export const Row = ({ lead, title, href, note, level: Heading = 'h3', children }: RowProps) => (
  <li>
    {lead !== undefined && <p class="lead-cell">{lead}</p>}
    <div class="tight">
      <Heading class={Heading === 'h2' ? 'row-title' : undefined}>{href ? <a href={href}>{title}</a> : title}</Heading>
      {note && <p class="small muted">{note}</p>}
      {children}
    </div>
  </li>
)

export type Entry = { readonly term: string; readonly value: Child; readonly href?: string | undefined }
const Entries = ({ entries }: { entries: readonly Entry[] }) => (
  <>
    {entries.map(({ term, value, href }) => (
      <div>
        <dt>{term}</dt>
        <dd>{href ? <a href={href}>{value}</a> : value}</dd>
      </div>
    ))}
  </>
)

/** Who wrote, who publishes, when, and the history: what public bodies in Poland call the "metka". */
export const DocumentLabel = ({ entries }: { entries: readonly Entry[] }) => {
  const t = useWords()
  return (
    <section class="label" aria-label={t.label}>
      <dl>
        <Entries entries={entries} />
      </dl>
    </section>
  )
}

/** Terms and values, one under another. */
export const Facts = ({ entries }: { entries: readonly Entry[] }) => (
  <dl class="facts">
    <Entries entries={entries} />
  </dl>
)

/** An empty list teaches: what will stand here, and the first thing to do. */
export const Empty = ({ title, children }: PropsWithChildren<{ title: Child }>) => (
  <div class="empty">
    <p>
      <b>{title}</b>
    </p>
    {children}
  </div>
)

export const Pager = ({ newer, older }: { newer?: string | undefined; older?: string | undefined }) => {
  const t = useWords()
  if (!newer && !older) return null
  return (
    <nav class="pager" aria-label={t.pages}>
      {newer && (
        <a href={newer} rel="prev">
          ‹ {t.newer}
        </a>
      )}
      {older && (
        <a class="on" href={older} rel="next">
          {t.older} ›
        </a>
      )}
    </nav>
  )
}

/** Short notes in one line: "12 projektów · 3 wygrały". What is empty is left out. */
export const Dots = ({ items }: { items: readonly (Child | null | undefined | false | '')[] }) => (
  <>
    {items
      .filter(item => item !== null && item !== undefined && item !== false && item !== '')
      .map((item, i) => (
        <>
          {i > 0 && ' · '}
          {item}
        </>
      ))}
  </>
)

export const Money = ({ grosze }: { grosze: Grosze }) => <span class="num">{formatMoney(grosze, useTongue())}</span>

export const Steps = ({ steps }: { steps: readonly Child[] }) => (
  <ol class="count-steps">
    {steps.map(step => (
      <li>
        <span>{step}</span>
      </li>
    ))}
  </ol>
)

/** Stands in every form that asks for personal data, before the button. */
export const PrivacyNote = ({ who, why, howLong, publicly }: { who: Child; why: Child; howLong: Child; publicly: Child }) => {
  const { privacy: t } = useWords()
  return (
    <section class="privacy" aria-label={t.title}>
      <h2>{t.title}</h2>
      <dl class="facts">
        <Entries
          entries={[
            { term: t.publicly, value: publicly },
            { term: t.why, value: why },
            { term: t.howLong, value: howLong },
            { term: t.who, value: who },
          ]}
        />
      </dl>
      <p>
        <a href={paths.privacy}>{t.more}</a>
      </p>
    </section>
  )
}

export type StripStep = { readonly title: string; readonly note: Child; readonly state: 'done' | 'now' | 'ahead' }

export const CalendarStrip = ({ steps, label }: { steps: readonly StripStep[]; label: string }) => {
  const t = useWords()
  return (
    <ol class="strip" aria-label={label} tabindex={0}>
      {steps.map(({ title, note, state }) => (
        <li class={state === 'now' ? 'now-on' : state === 'done' ? 'done' : undefined} aria-current={state === 'now' ? 'step' : undefined}>
          <b>
            {title}
            {state === 'now' && <span class="mark"> · {t.now}</span>}
            {state === 'done' && (
              <span class="mark tick">
                <span class="visually-hidden"> ({t.done})</span>
              </span>
            )}
          </b>
          <span class="small muted">{note}</span>
        </li>
      ))}
    </ol>
  )
}

export type Tab = { readonly label: string; readonly href: string; readonly current: boolean }
export const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map(tab => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Added and removed words; said aloud too, since a screen reader does not read ins and del. */
export const Diff = ({ parts }: { parts: readonly { readonly text: string; readonly kind: 'same' | 'added' | 'removed' }[] }) => {
  const t = useWords()
  return (
    <p class="diff">
      {parts.map(({ text, kind }) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          <ins>
            <span class="visually-hidden">{t.added} </span>
            {text}
          </ins>
        ) : (
          <del>
            <span class="visually-hidden">{t.removed} </span>
            {text}
          </del>
        ),
      )}
    </p>
  )
}

/** A share of a whole, 0 to 1, beside words that say the same. */
export const Bar = ({ from = 0, share, not }: { from?: number; share: number; not?: boolean }) => (
  <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    {from > 0 && <rect class="before" x="0" y="0" width={(from * 100).toFixed(2)} height="4" />}
    <rect class={not ? 'not' : undefined} x={(from * 100).toFixed(2)} y="0" width={(Math.min(1 - from, share) * 100).toFixed(2)} height="4" />
  </svg>
)

/** Something longer that is folded away until asked for. */
export const Fold = ({ summary, open, children }: PropsWithChildren<{ summary: Child; open?: boolean }>) => (
  <details class="fold" open={open}>
    <summary>{summary}</summary>
    <div class="stack">{children}</div>
  </details>
)

/** A few figures in a row: what and how many. */
export const Figures = ({
  figures,
}: {
  figures: readonly { readonly figure: Child; readonly words: Child; readonly href?: string | undefined }[]
}) => (
  <ul class="figures">
    {figures.map(({ figure, words, href }) => (
      <li>
        <b>{href ? <a href={href}>{figure}</a> : figure}</b>
        <span class="small muted">{words}</span>
      </li>
    ))}
  </ul>
)
