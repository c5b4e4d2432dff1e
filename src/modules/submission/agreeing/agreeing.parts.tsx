import { longDate } from '#kit/dates.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type ProjectWhy, projectWords } from '#modules/proposals/proposals.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import type { Refusal, RemindWhy } from '#modules/submission/agreeing/agreeing.rules.ts'
import { agreeingTextsEn } from '#modules/submission/agreeing/agreeing.texts.en.ts'
import { agreeingTexts } from '#modules/submission/agreeing/agreeing.texts.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, LinkButton, Row, Rows, Why } from '#ui/parts.tsx'

export const agreeingWords = ({ locale }: Pick<Frame, 'locale'>): typeof agreeingTexts => ({ pl: agreeingTexts, en: agreeingTextsEn })[locale]
/** The sentence of a refusal, whichever module knows its words. */
export type WhyNot = keyof typeof agreeingTexts.why | ProjectWhy
export const whyNot = (frame: Pick<Frame, 'locale'>, why: WhyNot): string => ({ ...projectWords(frame).why, ...agreeingWords(frame).why })[why]

export type Missing = { readonly personId: string; readonly name: string; readonly refusal: Refusal | undefined }
export type AgreeingView = {
  readonly project: Project
  readonly missing: readonly Missing[]
  readonly leads: boolean
  /** May record a signature on paper: the lead, the office, an ambassador. */
  readonly maySign: boolean
  readonly mayRefuse: boolean
  readonly remind: Verdict<RemindWhy>
  readonly reminded: Date | undefined
}

/** For authors and those who help them: who is missing, what they say, and what can be done about it. */
export const AgreeingBeside = ({ frame, view }: { frame: Frame; view: AgreeingView }) => {
  const { beside: t } = agreeingWords(frame)
  const { project, missing, remind, reminded } = view
  const version = { id: project.id, version: project.version }
  return (
    <section class="said stack">
      <h2>{t.title(project.version)}</h2>
      <p class="small muted">{t.onlyYou}</p>
      <Rows plain>
        {missing.map(one => (
          <MissingRow frame={frame} view={view} missing={one} />
        ))}
      </Rows>
      <Acts>
        {remind.ok && <ActButton quiet action={url(paths.projectReminders, { id: project.id })} label={t.remind} />}
        {view.mayRefuse && (
          <LinkButton quiet href={url(paths.projectRefusal, version)}>
            {t.refuse}
          </LinkButton>
        )}
        <a href={url(paths.projectVersionPrint, version)}>{t.print}</a>
      </Acts>
      {view.leads && !remind.ok && <Why>{whyNot(frame, remind.why)}</Why>}
      {reminded && <p class="small muted">{t.reminded(longDate(reminded, frame.locale))}</p>}
    </section>
  )
}

const MissingRow = ({ frame, view, missing }: { frame: Frame; view: AgreeingView; missing: Missing }) => {
  const { beside: t } = agreeingWords(frame)
  const { project, leads } = view
  const { personId, refusal, name } = missing
  const at = { id: project.id, version: project.version }
  return (
    <Row title={name} note={refusal ? t.refused(refusal.reason) : t.waits}>
      {refusal?.withoutMe && <p class="small">{t.withoutMe}</p>}
      <Acts>
        {view.maySign && (
          <LinkButton small quiet href={url(paths.projectSignature, at, { osoba: personId })}>
            {t.attach}
          </LinkButton>
        )}
        {leads && refusal && (
          <LinkButton small quiet href={url(paths.projectRelease, { ...at, person: personId })}>
            {refusal.withoutMe ? t.releaseConsented : t.release}
          </LinkButton>
        )}
      </Acts>
    </Row>
  )
}
