import { dateAndTime } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { Page, PageVersion, Publication } from '#modules/programme/pages/pages.rules.ts'
import { pagesTextsEn } from '#modules/programme/pages/pages.texts.en.ts'
import { pagesTexts } from '#modules/programme/pages/pages.texts.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Fold, Now, Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: pagesTexts, en: pagesTextsEn }
export type WhyText = keyof typeof pagesTexts.why

export type KeptPicture = { readonly id: string; readonly alt: string; readonly line: string }
export type EditorState = {
  readonly page: Page
  readonly title: string
  readonly versions: readonly PageVersion[]
  readonly shown: Publication | undefined
  readonly planned: Publication | undefined
  readonly pictures: readonly KeptPicture[]
  readonly publishing: Verdict<WhyText>
}
/** Beside the editor: what is seen of the page, what is planned, its pictures and versions, each with its act. */
export const PageState = ({ frame, state, planning }: { frame: Frame; state: EditorState; planning: FormState }) => {
  const t = texts[frame.locale]
  const { id, slug, version } = state.page
  return (
    <>
      <Now
        kicker={t.editor.state}
        title={state.shown?.version === undefined ? t.editor.stateDraft : t.editor.stateShown(state.shown.version)}
        tone={state.shown ? 'good' : 'wait'}
      >
        <p>{t.editor.newest(version)}</p>
        {state.planned?.version !== undefined && <p>{t.editor.planned(state.planned.version, dateAndTime(state.planned.publishAt, frame.locale))}</p>}
        {state.publishing.ok ? (
          <ActButton action={url(paths.officePagePublication, { id })} label={t.editor.publish(version)} fields={{ version, when: 'now' }} />
        ) : (
          <Why>{t.why[state.publishing.why]}</Why>
        )}
        {state.shown && (
          <p>
            <a href={url(paths.page, { slug })}>{t.editor.see}</a>
          </p>
        )}
      </Now>
      <Form action={url(paths.officePagePublication, { id })} form={planning} class="form plain">
        <Hidden name="version" value={version} />
        <Hidden name="when" value="later" />
        <Field name="day" type="date" label={t.editor.day} form={planning} required />
        <Field name="time" type="time" label={t.editor.time} form={planning} required value="08:00" />
        <Button quiet small>
          {t.editor.plan(version)}
        </Button>
      </Form>
      {state.planned && <ActButton action={url(paths.officePagePublicationEnd, { id })} label={t.editor.callOff} quiet small />}
      {state.shown && <ActButton action={url(paths.officePageRemoval, { id })} label={t.editor.takeOff} quiet small />}
      {state.pictures.length > 0 && (
        <Fold summary={t.pictures.kept}>
          <p class="small muted">{t.pictures.keptLead}</p>
          {state.pictures.map(picture => (
            <figure>
              <img src={`${url(paths.file, { id: picture.id })}?rozmiar=640`} alt={picture.alt} loading="lazy" />
              <figcaption>
                <code>{picture.line}</code>
              </figcaption>
            </figure>
          ))}
        </Fold>
      )}
      <section class="tight" aria-labelledby="wersje">
        <h2 id="wersje" class="what">
          {t.editor.versions}
        </h2>
        <Versions frame={frame} state={state} />
      </section>
    </>
  )
}

const Versions = ({ frame, state: { page, versions } }: { frame: Frame; state: EditorState }) => {
  const t = texts[frame.locale].editor
  return (
    <Rows plain>
      {versions.map(one => (
        <Row
          title={t.read(one.version)}
          href={url(paths.pageVersion, { slug: page.slug, version: one.version })}
          note={t.versionBy(one.editorName, dateAndTime(one.at, frame.locale))}
        >
          {one.restoredFrom !== undefined && <p class="small">{t.restored(one.restoredFrom)}</p>}
          {one.note && <p class="small">{one.note}</p>}
          {one.version < page.version && (
            <ActButton
              action={url(paths.officePageRestoration, { id: page.id, version: one.version })}
              label={t.restore(one.version)}
              fields={{ base: page.version }}
              quiet
              small
            />
          )}
        </Row>
      ))}
    </Rows>
  )
}
