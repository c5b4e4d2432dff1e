import { formatMoney } from '#kit/money.ts'
import type { SimilarThing, SimilarThings } from '#modules/ideas/similar.rules.ts'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Tag } from '#ui/parts.tsx'

/** What resembles an idea: the body of the fragment that comes while one types, and of the step without script. */
export const SimilarList = ({ frame, things }: { frame: Frame; things: SimilarThings }) => {
  const { similar: t } = ideasWords(frame)
  if (Object.values(things).every(list => list.length === 0)) return <p class="muted">{t.none}</p>
  return (
    <div class="stack">
      <p class="small muted">{t.lead}</p>
      <Links frame={frame} title={t.needs} things={things.needs} />
      <Links frame={frame} title={t.ideas} things={things.ideas} />
      <Links frame={frame} title={t.projects} things={things.projects} />
      {things.past.length > 0 && (
        <div class="tight">
          <h3>{t.past}</h3>
          <PastList frame={frame} past={things.past} />
        </div>
      )}
    </div>
  )
}

const Links = ({ frame, title, things }: { frame: Frame; title: string; things: readonly SimilarThing[] }) => {
  const { similar: t } = ideasWords(frame)
  if (things.length === 0) return null
  return (
    <div class="tight">
      <h3>{title}</h3>
      <ul class="tight">
        {things.map(({ title, path, metres }) => (
          <li>
            <a href={path}>{title}</a>
            {metres !== undefined && metres < 1_000 && <span class="small muted"> {t.metres(Math.max(10, Math.round(metres / 10) * 10))}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** In a form: filled by the server, and again with every word once scripts run. */
export const SimilarAside = ({ frame, form, things, names }: SimilarAsideProps) => {
  const { similar: t } = ideasWords(frame)
  return (
    <section id="podobne" class="tight" aria-labelledby="podobne-tytul">
      <h2 id="podobne-tytul">{t.title}</h2>
      <similar-ideas data-source={paths.similar} data-form={form} data-names={names?.join(' ')} aria-live="polite">
        {things ? <SimilarList frame={frame} things={things} /> : <p class="muted">{t.waiting}</p>}
      </similar-ideas>
    </section>
  )
}
type SimilarAsideProps = {
  readonly frame: Frame
  /** Id of the form. */
  readonly form: string
  readonly things: SimilarThings | undefined
  /** Its fields of title and place, where they are not `title` and `where`. */
  readonly names?: readonly [title: string, where: string]
}

export const PastList = ({ frame, past }: { frame: Frame; past: SimilarThings['past'] }) => {
  const { similar: t } = ideasWords(frame)
  return (
    <ul class="stack">
      {past.map(({ title, year, won, votes, cost, edition, pool, slug }) => (
        <li>
          <a href={url(paths.archiveProject, { edition, pool, project: slug })}>{title}</a>
          <br />
          <span class="small muted">
            {year} · {t.votes(votes)}
            {cost === null ? '' : ` · ${formatMoney(cost, frame.locale)}`}
          </span>{' '}
          <Tag kind={won ? 'good' : 'plain'}>{won ? t.chosen : t.notChosen}</Tag>
        </li>
      ))}
    </ul>
  )
}
