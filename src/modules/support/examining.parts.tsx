import { longDate } from '#kit/dates.ts'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { type Examining, isEnough } from '#modules/support/examining.rules.ts'
import { examiningTextsEn } from '#modules/support/examining.texts.en.ts'
import { examiningTexts } from '#modules/support/examining.texts.ts'
import type { Standing } from '#modules/support/standing.rules.ts'
import { supportWords } from '#modules/support/support.parts.tsx'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Why } from '#ui/parts.tsx'

export const examiningWords = ({ locale }: Pick<Frame, 'locale'>): typeof examiningTexts => ({ pl: examiningTexts, en: examiningTextsEn })[locale]

/** What the office found, in figures alone; void while an extended deadline runs. */
export const ExaminedNote = ({ frame, standing: { examination, examined, window } }: { frame: Frame; standing: Standing }) => {
  const t = examiningWords(frame)
  if (!examination) return null
  if (window.state === 'open' && !isEnough(examination)) return <p>{t.reopened}</p>
  return (
    <section class="said tight">
      <h2>{isEnough(examination) ? t.title.enough : t.title.tooFew}</h2>
      <p>{t.found(examination)}</p>
      <p class="small muted">{t.on({ day: longDate(examination.at, frame.locale) })}</p>
      {examined === 'again' && <p>{t.again}</p>}
    </section>
  )
}

/** The clerk saves what the list says now. */
export const ExamineForm = ({ frame, project, examining }: { frame: Frame; project: Project; examining: Examining }) => {
  const t = examiningWords(frame)
  const { tally, needed, state, may } = examining
  const why = { ...supportWords(frame).why, ...t.why }
  return (
    <section class="stack">
      <h2>{t.act.title}</h2>
      <p>{t.act.lead({ ...tally, needed })}</p>
      {state === 'standing' ? (
        <p>{t.act.standing}</p>
      ) : may.ok ? (
        <ActButton action={url(paths.projectSupportResult, { id: project.id })} label={state === 'again' ? t.act.goAgain : t.act.go} />
      ) : (
        <Why>{why[may.why]}</Why>
      )}
    </section>
  )
}
