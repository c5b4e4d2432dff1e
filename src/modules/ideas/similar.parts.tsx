import { formatMoney } from '#kit/money.ts'
import type { SimilarThings } from '#modules/ideas/similar.rules.ts'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Tag } from '#ui/parts.tsx'

/** What resembles an idea: the body of the fragment that comes while one types, and of the step without script. */
export const SimilarList = ({ frame, things }: { frame: Frame; things: SimilarThings }) => {
  const { similar: t } = ideasWords(frame)
  if (things.ideas.length + things.past.length === 0) return <p class="muted">{t.none}</p>
  return (
    <div class="stack">
      <p class="small muted">{t.lead}</p>
      {things.ideas.length > 0 && (
        <div class="tight">
          <h3>{t.ideas}</h3>
          <ul class="tight">
            {things.ideas.map(({ id, title }) => (
              <li>
                <a href={url(paths.idea, { id })}>{title}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {things.past.length > 0 && (
        <div class="tight">
          <h3>{t.past}</h3>
          <PastList frame={frame} past={things.past} />
        </div>
      )}
    </div>
  )
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
