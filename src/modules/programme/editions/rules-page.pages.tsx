import { rulesPageTextsEn } from '#modules/programme/editions/rules-page.texts.en.ts'
import { rulesPageTexts } from '#modules/programme/editions/rules-page.texts.ts'
import { RuleSentences } from '#modules/programme/editions/sentences.parts.tsx'
import type { Chapter } from '#modules/programme/editions/sentences.rules.ts'
import type { Edition, Pool } from '#modules/programme/programme.rules.ts'
import { type Territory, territoryTitle, whereOf } from '#modules/programme/territories/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Money } from '#ui/parts.tsx'

const texts = { pl: rulesPageTexts, en: rulesPageTextsEn }
export type PoolLine = Pool & { readonly territory: Territory }
type Props = {
  frame: Frame
  edition: Edition
  chapters: readonly Chapter[]
  pools: readonly PoolLine[]
  changes: readonly { readonly at: string; readonly words: string }[]
}

export const NoRulesPage = ({ frame }: { frame: Frame }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title}>
      <Empty title={t.empty}>
        <p>{t.emptyNext}</p>
      </Empty>
    </Layout>
  )
}

export const RulesPage = ({ frame, edition, chapters, pools, changes }: Props) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={edition.title}>
      <RuleSentences chapters={chapters} locale={frame.locale} />
      <p>
        <a href={paths.calendarIcs}>{t.calendar}</a>
      </p>
      {edition.rules.count.ties.includes('lot') && (
        <p>
          <a href={paths.draw}>{t.draw}</a>
        </p>
      )}
      <PoolsTable frame={frame} pools={pools} />
      {edition.rules.legalActs.length > 0 && (
        <section class="part stack">
          <h2>{t.legalActs}</h2>
          <ul class="prose">
            {edition.rules.legalActs.map(act => (
              <li lang="pl">{act}</li>
            ))}
          </ul>
        </section>
      )}
      {changes.length > 0 && (
        <section class="part stack">
          <h2>{t.changes}</h2>
          <ul class="prose">
            {changes.map(({ at, words }) => (
              <li>
                {at}: {words}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  )
}

const PoolsTable = ({ frame, pools }: { frame: Frame; pools: readonly PoolLine[] }) => {
  const t = texts[frame.locale]
  return (
    <section class="part stack" id="pule">
      <h2>{t.pools}</h2>
      <section class="scroll stacked" tabindex={0} aria-label={t.poolsCaption}>
        <table>
          <caption class="visually-hidden">{t.poolsCaption}</caption>
          <thead>
            <tr>
              {[t.place, t.amount, t.min, t.max].map(title => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pools.map(({ territory, amount, costMin, costMax }) => (
              <tr>
                <th scope="row">
                  {territory.kind === 'city' ? (
                    <a href={paths.city}>{t.city}</a>
                  ) : (
                    <a href={url(paths.district, { number: whereOf(territory) })}>{territoryTitle(territory)}</a>
                  )}
                </th>
                {[
                  { term: t.amount, grosze: amount },
                  { term: t.min, grosze: costMin },
                  { term: t.max, grosze: costMax },
                ].map(({ term, grosze }) => (
                  <td class="num" data-term={term}>
                    <Money grosze={grosze} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
