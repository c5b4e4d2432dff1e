import { shortDate, startOfDay, weekdayDate } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import type { Locale } from '#kit/texts.ts'
import { type AdviceVerdict, type CriterionAnswer, costDiffers, type NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { LinkButton, Tag, type Tone } from '#ui/parts.tsx'

const texts = { pl: adviceTexts, en: adviceTextsEn }
const tones: Readonly<Record<AdviceVerdict, Tone>> = { fine: 'good', 'fine-if': 'wait', not: 'no', 'not-ours': 'plain' }
type Props = { readonly frame: Frame; readonly advice: NamedAdvice }

/** The answer of a unit, criterion by criterion. A question that still waits is one quiet line. */
export const AdviceCard = ({ frame, advice }: Props) => {
  const t = texts[frame.locale]
  if (advice.answeredAt === undefined) return <AdviceWaits frame={frame} advice={advice} />
  const said = [
    advice.expertName,
    weekdayDate(advice.answeredAt, frame.locale),
    t.card.toQuestion(shortDate(advice.askedAt, frame.locale)),
    t.card.preliminary,
  ]
  return (
    <section class="advice stack">
      <div class="tight">
        <h2>{t.card.title(advice.unitName)}</h2>
        <p class="small muted">{said.filter(Boolean).join(' · ')}</p>
      </div>
      <div>
        {advice.answers.map(answer => (
          <CriterionRow frame={frame} advice={advice} answer={answer} />
        ))}
        {advice.estimate !== undefined && !advice.answers.some(answer => answer.criterion === 'cost') && (
          <CriterionRow frame={frame} advice={advice} answer={{ criterion: 'cost', verdict: 'fine', remark: '', basis: '' }} />
        )}
        {advice.overall && (
          <div class="verdict">
            <b>{t.card.overall}</b>
            <span>
              <Tag kind={tones[advice.overall]}>{t.verdicts[advice.overall]}</Tag>
            </span>
            <span>{advice.remark}</span>
          </div>
        )}
      </div>
    </section>
  )
}

const CriterionRow = ({ frame, advice, answer }: Props & { answer: CriterionAnswer }) => {
  const t = texts[frame.locale]
  const otherwise = answer.criterion === 'cost' && costDiffers(advice)
  const words =
    answer.criterion === 'cost'
      ? [costWords(advice, frame.locale), answer.remark].filter(Boolean).join(otherwise && answer.remark ? ': ' : ' ')
      : answer.remark
  return (
    <div class="verdict">
      <b>{t.criteria[answer.criterion].name}</b>
      <span>
        <Tag kind={otherwise && answer.verdict === 'fine' ? 'wait' : tones[answer.verdict]}>
          {otherwise && answer.verdict === 'fine' ? t.card.otherwise : t.verdicts[answer.verdict]}
        </Tag>
      </span>
      <span>
        {words}
        {answer.basis && <span class="small muted"> {t.card.basis(answer.basis)}</span>}
      </span>
    </div>
  )
}

/** The unit's sum beside the authors', with the difference. */
function costWords(advice: NamedAdvice, locale: Locale): string {
  const t = texts[locale].card
  if (advice.estimate === undefined) return ''
  const unit = formatMoney(advice.estimate, locale)
  if (advice.authorsSum === undefined) return t.estimate({ unit })
  if (advice.authorsSum === advice.estimate) return t.sameCost({ unit })
  const difference = formatMoney(Math.abs(advice.estimate - advice.authorsSum), locale)
  return t.costs({ authors: formatMoney(advice.authorsSum, locale), unit, difference })
}

const AdviceWaits = ({ frame, advice }: Props) => {
  const t = texts[frame.locale].card
  return <p class="why">{t.waiting({ unit: advice.unitName, day: weekdayDate(startOfDay(advice.dueOn), frame.locale) })}</p>
}

/** The way to ask, for those who may. */
export const AskAdvice = ({ frame, subjectId }: { frame: Frame; subjectId: string }) => (
  <LinkButton quiet href={url(paths.adviceNew, undefined, { o: subjectId })}>
    {texts[frame.locale].card.ask}
  </LinkButton>
)
