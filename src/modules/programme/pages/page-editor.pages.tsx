import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { type EditorState, PageState, type WhyText } from '#modules/programme/pages/page-state.pages.tsx'
import { Article, Changes, type FieldDiff } from '#modules/programme/pages/pages.pages.tsx'
import { type Page, type PageText, type PageVersion, type Publication, pageLimits } from '#modules/programme/pages/pages.rules.ts'
import { pagesTextsEn } from '#modules/programme/pages/pages.texts.en.ts'
import { pagesTexts } from '#modules/programme/pages/pages.texts.ts'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { Button, Field, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Fold, LinkButton, Row, Rows, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: pagesTexts, en: pagesTextsEn }
const fileTexts = { pl: filesTexts, en: filesTextsEn }

export type OfficeRow = Page & { readonly title: string; readonly shown: number | undefined; readonly planned: Publication | undefined }

export const OfficePagesPage = ({ frame, pages }: { frame: Frame; pages: readonly OfficeRow[] }) => {
  const t = texts[frame.locale].office
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <p>
        <LinkButton href={paths.officePageNew}>{t.new}</LinkButton>
      </p>
      {pages.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyNext}</p>
        </Empty>
      )}
      <Rows plain>
        {pages.map(({ id, title, slug, version, shown, planned }) => (
          <Row level="h2" title={title} href={url(paths.officePage, { id })} note={url(paths.page, { slug })}>
            <p class="tags">
              {shown === undefined ? <Tag>{t.hidden}</Tag> : <Tag kind="good">{t.shown(shown)}</Tag>}
              {planned?.version !== undefined && <Tag kind="wait">{t.planned(planned.version, dateAndTime(planned.publishAt, frame.locale))}</Tag>}
              {shown !== undefined && version > shown && planned?.version !== version && <Tag kind="wait">{t.newer(version)}</Tag>}
            </p>
          </Row>
        ))}
      </Rows>
    </Layout>
  )
}

export type Preview = { readonly pl: PageText; readonly en: PageText; readonly htmlPl: string; readonly htmlEn: string }
const PreviewOf = ({ frame, preview }: { frame: Frame; preview: Preview }) => {
  const t = texts[frame.locale].editor
  const shown = [
    { lang: 'pl', words: t.polish, text: preview.pl, html: preview.htmlPl },
    { lang: 'en', words: t.english, text: preview.en, html: preview.htmlEn },
  ].filter(({ text }) => text.title || text.body)
  return (
    <section class="now wait" aria-labelledby="podglad" tabindex={-1}>
      <h2 id="podglad" class="what">
        {t.previewTitle}
      </h2>
      {shown.length === 0 && <p>{t.previewNone}</p>}
      {shown.map(({ lang, words, text, html }) => (
        <Fold summary={words} open>
          <h2 lang={lang}>{text.title}</h2>
          <Article frame={frame} text={text} html={html} lang={lang} />
        </Fold>
      ))}
    </section>
  )
}

export type Conflict = { readonly theirs: PageVersion; readonly changes: readonly FieldDiff[] }
const ConflictOf = ({ frame, conflict: { theirs, changes } }: { frame: Frame; conflict: Conflict }) => {
  const t = texts[frame.locale].editor
  return (
    <section class="errors stack" role="alert" aria-labelledby="konflikt">
      <h2 id="konflikt">{t.conflict(theirs.version, theirs.editorName)}</h2>
      <p>{t.conflictLead}</p>
      <h3>{t.difference}</h3>
      <Changes frame={frame} changes={changes} none={t.same} />
      <Fold summary={t.theirs}>
        <p>
          <b>{theirs.pl.title}</b>
        </p>
        <p>{theirs.pl.summary}</p>
        <p class="diff">{theirs.pl.body}</p>
        <p class="diff" lang="en">
          {theirs.en.body}
        </p>
      </Fold>
    </section>
  )
}

const Language = ({ frame, form, lang }: { frame: Frame; form: FormState; lang: 'Pl' | 'En' }) => {
  const t = texts[frame.locale]
  const required = lang === 'Pl'
  return (
    <fieldset class="stack">
      <legend>{required ? t.editor.polish : t.editor.english}</legend>
      {!required && <p class="hint">{t.hint.english}</p>}
      <Field name={`title${lang}`} label={t.field[`title${lang}`]} form={form} required={required} maxlength={pageLimits.title} />
      <TextArea
        name={`summary${lang}`}
        label={t.field[`summary${lang}`]}
        hint={t.hint.summary}
        form={form}
        required={required}
        rows={3}
        max={pageLimits.summary}
      />
      <TextArea
        name={`body${lang}`}
        label={t.field[`body${lang}`]}
        hint={t.hint.body}
        form={form}
        required={required}
        rows={16}
        max={pageLimits.body}
      />
      <TextArea name={`more${lang}`} label={t.field[`more${lang}`]} hint={t.hint.more} form={form} rows={3} max={pageLimits.more} />
    </fieldset>
  )
}

const Label = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = texts[frame.locale]
  return (
    <fieldset class="stack">
      <legend>{t.editor.label}</legend>
      <Field name="author" label={t.field.author} form={form} required maxlength={pageLimits.author} />
      <Field name="publishingBody" label={t.field.publishingBody} form={form} required maxlength={pageLimits.author} />
      <Field name="note" label={t.field.note} hint={t.hint.note} form={form} maxlength={pageLimits.note} />
    </fieldset>
  )
}

type NewProps = { frame: Frame; form?: FormState; formKey: string; preview?: Preview | undefined }
export const NewPagePage = ({ frame, form = emptyForm, formKey, preview }: NewProps) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.editor.newTitle} lead={t.editor.newLead} kicker={<a href={paths.officePages}>{t.office.title}</a>}>
      {preview && <PreviewOf frame={frame} preview={preview} />}
      <kept-form name="strona-nowa">
        <Form action={paths.officePages} form={form} errorTitle={t.editor.errors}>
          <Hidden name="key" value={formKey} />
          <Field name="slug" label={t.field.slug} hint={t.hint.slug} form={form} required />
          <Language frame={frame} form={form} lang="Pl" />
          <Language frame={frame} form={form} lang="En" />
          <Label frame={frame} form={form} />
          <Acts>
            <Button>{t.editor.save}</Button>
            <Button quiet action={url(paths.officePagePreview, { id: 'nowa' })}>
              {t.editor.preview}
            </Button>
          </Acts>
        </Form>
      </kept-form>
    </Layout>
  )
}

type EditorProps = {
  frame: Frame
  state: EditorState
  form: FormState
  formKey: string
  errorTitle?: string | undefined
  preview?: Preview | undefined
  conflict?: Conflict | undefined
  said?: string | undefined
  refused?: WhyText | undefined
  planning?: FormState
}

export const EditPagePage = ({ frame, state, form, formKey, errorTitle, preview, conflict, said, refused, planning = emptyForm }: EditorProps) => {
  const t = texts[frame.locale]
  const { id } = state.page
  return (
    <Layout
      frame={frame}
      title={state.title}
      kicker={<a href={paths.officePages}>{t.office.title}</a>}
      lead={t.editor.lead}
      aside={<PageState frame={frame} state={state} planning={planning} />}
    >
      {refused && <Why>{t.why[refused]}</Why>}
      {said && (
        <p class="why" role="status">
          {said}
        </p>
      )}
      {conflict && <ConflictOf frame={frame} conflict={conflict} />}
      {preview && <PreviewOf frame={frame} preview={preview} />}
      <Form action={url(paths.officePage, { id })} form={form} errorTitle={errorTitle ?? t.editor.errors} files>
        <Hidden name="base" value={(conflict ? '' : typedOne(form, 'base')) || state.page.version} />
        <Hidden name="key" value={formKey} />
        <Language frame={frame} form={form} lang="Pl" />
        <Language frame={frame} form={form} lang="En" />
        <Label frame={frame} form={form} />
        <Acts>
          <Button>{t.editor.save}</Button>
          <Button quiet action={url(paths.officePagePreview, { id })}>
            {t.editor.preview}
          </Button>
        </Acts>
        <PictureFields frame={frame} form={form} id={id} />
      </Form>
    </Layout>
  )
}

/** Part of the same form, so that adding a picture loses nothing of the text. */
const PictureFields = ({ frame, form, id }: { frame: Frame; form: FormState; id: string }) => {
  const t = texts[frame.locale].pictures
  return (
    <fieldset class="stack said">
      <legend>{t.title}</legend>
      <p class="hint">{t.lead}</p>
      <FileField name="picture" label={t.file} hint={fileTexts[frame.locale].hint} form={form} accept="image/jpeg,image/png,image/webp,image/avif" />
      <Field name="altPl" label={t.altPl} hint={t.altHint} form={form} />
      <Field name="captionPl" label={t.captionPl} hint={t.captionHint} form={form} />
      <Field name="altEn" label={t.altEn} form={form} />
      <Field name="captionEn" label={t.captionEn} form={form} />
      <Acts>
        <Button quiet action={url(paths.officePagePictures, { id })}>
          {t.add}
        </Button>
      </Acts>
    </fieldset>
  )
}
