import type { Child } from 'hono/jsx'
import { dateAndTime, shortDate } from '#kit/dates.ts'
import { type FormState, typedOne } from '#kit/form.ts'
import type { CaseState } from '#modules/moderation/cases.rules.ts'
import type { Posting, PostVerdict, SlowMode } from '#modules/moderation/limits.rules.ts'
import { moderationTextsEn } from '#modules/moderation/moderation.texts.en.ts'
import { moderationTexts } from '#modules/moderation/moderation.texts.ts'
import { numberOf, type TalkRule, talkRules } from '#modules/moderation/talk-rules.rules.ts'
import { paths, url } from '#paths'
import { Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, LinkButton, Now, Tag } from '#ui/parts.tsx'

const texts = { pl: moderationTexts, en: moderationTextsEn }
export const moderationWords = (frame: Pick<Frame, 'locale'>): typeof moderationTexts => texts[frame.locale]

/** "Report": stands beside whatever people write. Nothing to those who are not signed in would be a dead end, so it leads them in. */
export const ReportLink = ({ frame, id, title }: { frame: Frame; id: string; title?: string }) => {
  const { report: t } = moderationWords(frame)
  return (
    <a class="small muted" href={url(paths.reportNew, undefined, { o: id })} rel="nofollow" aria-label={title && t.linkAbout({ title })}>
      {t.link}
    </a>
  )
}

/** Why a thing is out of sight, as its stub says it. */
export type HidingSaid = {
  readonly since: Date
  readonly caseId: string
  readonly state: CaseState
  readonly rule: TalkRule | undefined
  readonly statement: string | undefined
}
const isDecided = ({ state }: HidingSaid) => state === 'hidden' || state === 'appealed' || state === 'upheld'

/** What stands where a hidden thing stood: since when, which rule, and for its author the way to appeal. */
export const HiddenStub = ({ frame, hiding, mine }: { frame: Frame; hiding: HidingSaid; mine: boolean }) => {
  const t = moderationWords(frame)
  const { rule, since } = hiding
  const date = shortDate(since, frame.locale)
  return (
    <Now title={t.stub.title} tone="no">
      <p>{isDecided(hiding) ? t.stub.decided({ date }) : t.stub.review({ date })}</p>
      {isDecided(hiding) && rule && <p>{t.ruleQuoted({ number: numberOf(rule), title: t.rules[rule].title, text: t.rules[rule].text })}</p>}
      <Acts>
        {mine && (
          <LinkButton href={url(paths.moderationCase, { id: hiding.caseId })}>{isDecided(hiding) ? t.stub.mine : t.stub.mineReview}</LinkButton>
        )}
        <a href={paths.moderationLog}>{t.stub.log}</a>
      </Acts>
    </Now>
  )
}

/** What stands at the address of a thing that moderation has taken out of sight: no title, no words. */
export const HiddenPage = ({ frame, kicker, hiding, mine }: { frame: Frame; kicker?: Child; hiding: HidingSaid; mine: boolean }) => (
  <Layout frame={frame} title={moderationWords(frame).stub.title} kicker={kicker}>
    <HiddenStub frame={frame} hiding={hiding} mine={mine} />
  </Layout>
)

/** The same in one line, for a voice in a talk. */
export const HiddenVoice = ({ frame, hiding, mine }: { frame: Frame; hiding: HidingSaid; mine: boolean }) => {
  const t = moderationWords(frame)
  const { rule } = hiding
  return (
    <p class="muted small">
      <Tag kind="no">{t.stub.short}</Tag>{' '}
      {isDecided(hiding) && rule ? t.ruleShort({ number: numberOf(rule), title: t.rules[rule].title }) : t.states.open}
      {mine && (
        <>
          {' · '}
          <a href={url(paths.moderationCase, { id: hiding.caseId })}>{isDecided(hiding) ? t.stub.mine : t.stub.mineReview}</a>
        </>
      )}
    </p>
  )
}

/** The rules above the box, with the numbers by which decisions quote them. */
export const PinnedRules = ({ frame }: { frame: Frame }) => {
  const t = moderationWords(frame)
  return (
    <div class="summary-box tight">
      <h3>{t.rulesPage.title}</h3>
      <div class="prose">
        <ol>
          {talkRules.map(rule => (
            <li>{t.rules[rule].title}</li>
          ))}
        </ol>
      </div>
      <p class="small">
        <a href={paths.talkRules}>{t.rulesPage.all}</a>
      </p>
    </div>
  )
}

/** Why somebody may not post now, and until when: a whole sentence. */
export function postWhyWords(verdict: PostVerdict, frame: Frame): string {
  if (verdict.ok) return ''
  const t = moderationWords(frame)
  const until = verdict.until ? dateAndTime(verdict.until, frame.locale) : ''
  return t.post[verdict.why]({ until, reason: verdict.reason || t.slow.burst })
}

/** Above the box while a talk is slowed down. */
export const SlowNote = ({ frame, modes }: { frame: Frame; modes: readonly SlowMode[] }) => {
  const { slow: t } = moderationWords(frame)
  const [mode] = modes
  if (!mode) return null
  return (
    <p class="why">
      {t.now({ minutes: mode.minutes, date: dateAndTime(mode.until, frame.locale) })} {mode.reason || t.burst}
    </p>
  )
}

/** What a talk shows a visitor who may not post now, or only slowly: `closed` and `note` of its box. */
export const postingWords = (frame: Frame, { verdict, slow }: Posting) =>
  verdict.ok ? { note: <SlowNote frame={frame} modes={slow} /> } : { closed: postWhyWords(verdict, frame) }

/** The kind question before something harsh is sent: inside the form, above its button. `field` is where the words are. */
export const KindPrompt = ({ frame, form, field = 'text', button }: { frame: Frame; form: FormState; field?: string; button?: boolean }) => {
  const { kind: t } = moderationWords(frame)
  const asked = typedOne(form, 'asked')
  return (
    <>
      {asked && <Hidden name="asked" value={asked} />}
      {typedOne(form, 'harsh') && (
        <section class="now wait" aria-labelledby={`${field}-zycliwie`} tabindex={-1} autofocus>
          <h3 class="what" id={`${field}-zycliwie`}>
            {t.title}
          </h3>
          <p>{t.lead}</p>
          <p class="small muted">{t.local}</p>
          <Acts>
            <LinkButton href={`#${field}`} quiet>
              {t.change}
            </LinkButton>
            {button !== false && (
              <button class="btn" type="submit">
                {t.send}
              </button>
            )}
          </Acts>
        </section>
      )}
    </>
  )
}
