import { shortDate } from '#kit/dates.ts'
import type { Case } from '#modules/moderation/cases.rules.ts'
import { moderationWords } from '#modules/moderation/moderation.parts.tsx'
import { numberOf, talkRules } from '#modules/moderation/talk-rules.rules.ts'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, Pager, Row, Rows, Tag, type Tone } from '#ui/parts.tsx'

/** The rules of talk by number, and how moderation works. */
export const TalkRulesPage = ({ frame }: { frame: Frame }) => {
  const t = moderationWords(frame)
  return (
    <Layout frame={frame} title={t.rulesPage.title} lead={t.rulesPage.lead}>
      <div class="prose">
        <ol>
          {talkRules.map(rule => (
            <li id={`zasada-${numberOf(rule)}`}>
              <b>{t.rules[rule].title}.</b> {t.rules[rule].text}
            </li>
          ))}
        </ol>
        <h2>{t.rulesPage.how}</h2>
        <Points text={t.rulesPage.steps} />
        <h2>{t.rulesPage.limits}</h2>
        <Points text={t.rulesPage.limitsList} />
      </div>
      <Acts>
        <a href={paths.moderationLog}>{t.rulesPage.log}</a>
      </Acts>
    </Layout>
  )
}
const Points = ({ text }: { text: string }) => (
  <ul>
    {text.split('\n').map(point => (
      <li>{point}</li>
    ))}
  </ul>
)

export const toneOf = (state: Case['state']): Tone =>
  state === 'kept' || state === 'reversed' ? 'good' : state === 'open' || state === 'appealed' ? 'wait' : 'no'

type Kind = 'need' | 'idea' | 'comment' | 'other'
const kindOf = (id: string): Kind =>
  id.startsWith('need_') ? 'need' : id.startsWith('idea_') ? 'idea' : id.startsWith('comment_') ? 'comment' : 'other'

/** One decision without names and without what was written. */
const LogRow = ({ frame, one }: { frame: Frame; one: Case }) => {
  const t = moderationWords(frame)
  const { rule, decidedAt, decidedAs, settledAt, settledAs } = one
  return (
    <Row
      lead={decidedAt && shortDate(decidedAt, frame.locale)}
      title={rule ? t.ruleShort({ number: numberOf(rule), title: t.rules[rule].title }) : t.log.noRule}
      note={
        <Dots
          items={[
            t.log.kinds[kindOf(one.subjectId)],
            decidedAs && t.roles[decidedAs],
            one.hiddenAs === 'house' && t.log.byItself,
            one.hiddenAs === 'host' && t.log.byHost,
          ]}
        />
      }
      level="h2"
    >
      <p>
        <Tag kind={toneOf(one.state)}>{t.states[one.state]}</Tag>{' '}
        {settledAt && settledAs && (
          <span class="small muted">
            {shortDate(settledAt, frame.locale)} · {t.roles[settledAs]}
          </span>
        )}
      </p>
    </Row>
  )
}

export const LogPage = ({ frame, cases, older }: { frame: Frame; cases: readonly Case[]; older: string | undefined }) => {
  const t = moderationWords(frame)
  return (
    <Layout frame={frame} title={t.log.title} lead={t.log.lead}>
      <Acts>
        <a href={paths.talkRules}>{t.log.rules}</a>
      </Acts>
      {cases.length === 0 ? (
        <Empty title={t.log.empty}>
          <p>{t.log.emptyHint}</p>
        </Empty>
      ) : (
        <Rows>
          {cases.map(one => (
            <LogRow frame={frame} one={one} />
          ))}
        </Rows>
      )}
      <Pager older={older} />
    </Layout>
  )
}
