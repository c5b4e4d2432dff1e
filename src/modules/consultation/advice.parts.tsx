import { shortDate, startOfDay, weekdayDate } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import type { Locale } from '#kit/texts.ts'
import { type AdviceVerdict, type Asking, type CriterionAnswer, costDiffers, type NamedAdvice } from '#modules/consultation/advice.rules.ts'
import { adviceTextsEn } from '#modules/consultation/advice.texts.en.ts'
import { adviceTexts } from '#modules/consultation/advice.texts.ts'
import { LandInAdvice } from '#modules/consultation/registers/land.parts.tsx'
import { opennessWords } from '#modules/programme/calendar.parts.tsx'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, LinkButton, Tag, type Tone, Why } from '#ui/parts.tsx'

const texts = { pl: adviceTexts, en: adviceTextsEn }
const tones: Readonly<Record<AdviceVerdict, Tone>> = { fine: 'good', 'fine-if': 'wait', not: 'no', 'not-ours': 'plain' }
type Props = { readonly frame: Frame; readonly advice: NamedAdvice }
type Said = Pick<NamedAdvice, 'answers' | 'estimate' | 'authorsSum' | 'overall' | 'remark' | 'links'>

/**
 * The answer of a unit, as a whole and criterion by criterion, with the parts of other units. A question that still waits is one quiet line, unless it
 * is shown as a draft to the people of the unit. `brief` folds the criteria: among much else the whole comes first.
 */
export const AdviceCard = ({ frame, advice, draft = false, brief = false }: Props & { draft?: boolean; brief?: boolean }) => {
  const t = texts[frame.locale]
  if (advice.answeredAt === undefined && !draft) return <AdviceWaits frame={frame} advice={advice} />
  const said = [
    advice.namesExpert && advice.expertName ? advice.expertName : t.card.role,
    advice.answeredAt && weekdayDate(advice.answeredAt, frame.locale),
    t.card.toQuestion(shortDate(advice.askedAt, frame.locale)),
    t.card.preliminary,
  ]
  return (
    <section class="advice stack">
      <div class="tight">
        <h2>{t.card.title(advice.unitName)}</h2>
        <p class="small muted">{said.filter(Boolean).join(' · ')}</p>
        {advice.meetingId && (
          <p class="small">
            <a href={url(paths.meeting, { id: advice.meetingId })}>{t.card.atMeeting}</a>
          </p>
        )}
      </div>
      <Verdicts frame={frame} said={advice} brief={brief} />
      {advice.land && !brief && <LandInAdvice frame={frame} land={advice.land} />}
      {advice.parts
        .filter(({ state }) => state === 'answered' || (draft && state === 'contributed'))
        .map(part => (
          <div class="tight">
            <h3>{t.card.part(part.unitName)}</h3>
            <Verdicts frame={frame} said={part} brief={brief} />
            {part.land && !brief && <LandInAdvice frame={frame} land={part.land} />}
          </div>
        ))}
    </section>
  )
}

const Verdicts = ({ frame, said, brief }: { frame: Frame; said: Said; brief: boolean }) => {
  const t = texts[frame.locale]
  const folded = brief && said.overall !== undefined
  const priced = said.estimate !== undefined && !said.answers.some(answer => answer.criterion === 'cost')
  const answers: readonly CriterionAnswer[] = priced ? [...said.answers, { criterion: 'cost', verdict: 'fine', remark: '', basis: '' }] : said.answers
  const rows = answers.map(answer => <CriterionRow frame={frame} said={said} answer={answer} />)
  return (
    <div>
      {!folded && rows}
      {said.overall && (
        <div class="verdict">
          <b>{t.card.overall}</b>
          <span>
            <Tag kind={tones[said.overall]}>{t.verdicts[said.overall]}</Tag>
          </span>
          <span>{said.remark}</span>
        </div>
      )}
      {said.links.length > 0 && (
        <div class="verdict">
          <b>{t.card.practices}</b>
          <span />
          <span>
            <ul class="tight">
              {said.links.map(({ url, words }) => (
                <li>
                  <a href={url} rel="nofollow">
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </span>
        </div>
      )}
      {folded && rows.length > 0 && (
        <Fold summary={t.card.criteria(rows.length)}>
          <div>{rows}</div>
        </Fold>
      )}
    </div>
  )
}

const CriterionRow = ({ frame, said, answer }: { frame: Frame; said: Said; answer: CriterionAnswer }) => {
  const t = texts[frame.locale]
  const otherwise = answer.criterion === 'cost' && costDiffers(said)
  const words =
    answer.criterion === 'cost'
      ? [costWords(said, frame.locale), answer.remark].filter(Boolean).join(otherwise && answer.remark ? ': ' : ' ')
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
function costWords(advice: Said, locale: Locale): string {
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
  const words = { unit: advice.unitName, day: weekdayDate(startOfDay(advice.dueOn), frame.locale) }
  const sentence = advice.state === 'queued' ? t.queued(words) : advice.state === 'asked-back' ? t.askedBack(words) : t.waiting(words)
  return <p class="why">{sentence}</p>
}

type AskProps = { readonly frame: Frame; readonly subjectId: string; readonly asking: Asking; readonly everybody?: boolean }
/** The way to ask, or why not. To those who could not ask at any time it is said only where `everybody` reads it. */
export const AskAdvice = ({ frame, subjectId, asking: { verdict, openness }, everybody = false }: AskProps) => {
  const { card, why } = texts[frame.locale]
  if (verdict.ok)
    return (
      <Acts>
        <LinkButton quiet href={url(paths.adviceNew, undefined, { o: subjectId })}>
          {card.ask}
        </LinkButton>
      </Acts>
    )
  const never = verdict.why === 'sign-in' || verdict.why === 'not-author'
  if ((never || verdict.why === 'closed') && !everybody) return null
  return <Why>{never ? why['not-author'] : askWhy(frame, { verdict, openness })}</Why>
}
/** Why nobody may ask now says since when, or from when. */
export const askWhy = ({ locale, now }: Pick<Frame, 'locale' | 'now'>, { verdict, openness }: Asking): string => {
  if (verdict.ok) return ''
  const { why } = texts[locale]
  return verdict.why.startsWith('phase-') ? `${why[verdict.why]} ${opennessWords(openness, locale, now)}` : why[verdict.why]
}
