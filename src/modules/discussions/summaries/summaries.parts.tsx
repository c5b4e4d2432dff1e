import { longDate } from '#kit/dates.ts'
import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type Sentence, type Summary, type SummaryView, summaryLimits } from '#modules/discussions/summaries/summaries.rules.ts'
import { summariesTextsEn } from '#modules/discussions/summaries/summaries.texts.en.ts'
import { summariesTexts } from '#modules/discussions/summaries/summaries.texts.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, LinkButton, Why } from '#ui/parts.tsx'

export const summariesWords = (frame: Pick<Frame, 'locale'>): typeof summariesTexts => ({ pl: summariesTexts, en: summariesTextsEn })[frame.locale]

export type SummaryShown = {
  readonly talkId: string
  readonly newest: Summary | undefined
  readonly versions: number
  readonly views: readonly SummaryView[]
  readonly names: ReadonlyMap<string, string>
  /** The number of each contribution, from the oldest. */
  readonly numbers: ReadonlyMap<string, number>
  readonly viewing: Verdict<string>
  readonly mine: boolean | undefined
  readonly mayWrite: boolean
  readonly form?: FormState | undefined
}

/** What has been agreed so far, who agrees, and who does not and why. */
export const SummaryPart = ({ frame, view }: { frame: Frame; view: SummaryShown }) => {
  const t = summariesWords(frame)
  const { newest, talkId } = view
  return (
    <section class="part stack" id="ustalenia" aria-labelledby="ustalenia-tytul">
      <h2 id="ustalenia-tytul">{t.title}</h2>
      {newest ? (
        <>
          <Sentences frame={frame} sentences={newest.sentences} numbers={view.numbers} />
          <p class="small muted">
            {t.version({ version: newest.version, date: longDate(newest.at, frame.locale), by: view.names.get(newest.byId) ?? '—' })}
          </p>
          <Views frame={frame} view={view} newest={newest} />
        </>
      ) : (
        <p class="muted">{t.none}</p>
      )}
      <Acts>
        {view.mayWrite && (
          <LinkButton href={url(paths.talkSummaryNew, { id: talkId })} quiet>
            {newest ? t.writeNext : t.write}
          </LinkButton>
        )}
        {newest && <a href={url(paths.talkSummary, { id: talkId })}>{t.history}</a>}
      </Acts>
    </section>
  )
}

/** Each sentence with links to what it leans on. */
export const Sentences = ({ frame, sentences, numbers }: { frame: Frame; sentences: readonly Sentence[]; numbers: ReadonlyMap<string, number> }) => {
  const t = summariesWords(frame)
  return (
    <ol class="count-steps">
      {sentences.map(({ text, cites }) => (
        <li>
          <span>
            {text}{' '}
            <span class="small muted">
              <span class="visually-hidden">{t.cites} </span>
              {cites.map((id, i) => (
                <>
                  {i > 0 && ', '}
                  <a href={url(paths.comment, { id })}>{t.cite(numbers.get(id) ?? 0)}</a>
                </>
              ))}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

const Views = ({ frame, view, newest }: { frame: Frame; view: SummaryShown; newest: Summary }) => {
  const t = summariesWords(frame)
  const objecting = view.views.filter(({ agrees }) => !agrees)
  const agree = view.views.length - objecting.length
  const action = url(paths.talkSummaryViews, { id: view.talkId })
  const { form = emptyForm } = view
  return (
    <>
      <p>{view.views.length === 0 ? t.nobody : t.counts({ agree, object: objecting.length })}</p>
      {view.mine !== undefined && (
        <p>
          <b>{view.mine ? t.mine.yes : t.mine.no}</b>
        </p>
      )}
      {view.viewing.ok ? (
        <div class="stack">
          {view.mine !== true && <ActButton action={action} label={t.agree} fields={{ wersja: newest.version, zdanie: 'tak' }} />}
          <Fold summary={t.object} open={Object.keys(form.errors).length > 0}>
            <Form action={action} form={form} class="form plain">
              <Hidden name="wersja" value={newest.version} />
              <Hidden name="zdanie" value="nie" />
              <TextArea name="powod" label={t.objectTitle} form={form} rows={3} required max={summaryLimits.reasonMax} />
              <Acts>
                <Button quiet>{t.object}</Button>
              </Acts>
            </Form>
          </Fold>
        </div>
      ) : view.viewing.why === 'sign-in' ? (
        <Acts>
          <LinkButton href={url(paths.signIn, undefined, { powrot: frame.path })} quiet>
            {t.agree}
          </LinkButton>
        </Acts>
      ) : (
        <Why>{t.why[view.viewing.why as keyof typeof t.why]}</Why>
      )}
      {objecting.length > 0 && (
        <Fold summary={`${t.objections} (${objecting.length})`}>
          <ul class="stack">
            {objecting.map(({ personId, reason }) => (
              <li>
                <b>{view.names.get(personId) ?? '—'}</b>: {reason}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}
