import { type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { GoodPracticeRows, PracticeBody, type ShownPractice } from '#modules/ambassadors/workspace/practices.parts.tsx'
import { type Practice, type PracticeTopic, practiceTopics } from '#modules/ambassadors/workspace/practices.rules.ts'
import { practicesTextsEn } from '#modules/ambassadors/workspace/practices.texts.en.ts'
import { practicesTexts } from '#modules/ambassadors/workspace/practices.texts.ts'
import { ReportLink } from '#modules/moderation/moderation.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { FileField } from '#ui/file-field.tsx'
import { filesTextsEn } from '#ui/files.texts.en.ts'
import { filesTexts } from '#ui/files.texts.ts'
import { ActButton, Button, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, LinkButton, Now, Tabs, Why } from '#ui/parts.tsx'

const texts = { pl: practicesTexts, en: practicesTextsEn }
const files = { pl: filesTexts, en: filesTextsEn }

type ListProps = {
  frame: Frame
  practices: readonly ShownPractice[]
  counts: ReadonlyMap<PracticeTopic, number>
  topic: PracticeTopic | undefined
  mayAdd: boolean
}
export const PracticesPage = ({ frame, practices, counts, topic, mayAdd }: ListProps) => {
  const t = texts[frame.locale]
  const tabs = [undefined, ...practiceTopics.filter(one => counts.has(one) || one === topic)].map(one => ({
    label: one ? `${t.topics[one]} (${counts.get(one) ?? 0})` : t.all,
    href: url(paths.practices, undefined, { temat: one }),
    current: one === topic,
  }))
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {mayAdd && (
        <Acts>
          <LinkButton href={url(paths.practiceNew, undefined, { temat: topic })}>{t.add}</LinkButton>
        </Acts>
      )}
      {counts.size > 0 && <Tabs tabs={tabs} label={t.topicsLabel} />}
      {practices.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <GoodPracticeRows frame={frame} practices={practices} level="h2" />
      )}
    </Layout>
  )
}

export type PracticeView = { readonly practice: ShownPractice & Pick<Practice, 'topic'>; readonly author: string; readonly mayChange: boolean }
export const PracticePage = ({ frame, view }: { frame: Frame; view: PracticeView }) => {
  const t = texts[frame.locale]
  const { practice } = view
  return (
    <Layout
      frame={frame}
      title={practice.title}
      kicker={
        <>
          <a href={paths.practices}>{t.title}</a> ·{' '}
          <a href={url(paths.practices, undefined, { temat: practice.topic })}>{t.topics[practice.topic]}</a>
        </>
      }
    >
      <PracticeBody frame={frame} practice={practice} />
      <p class="small muted">
        {view.author && `${t.by(view.author)} · `}
        <ReportLink frame={frame} id={practice.id} title={practice.title} />
      </p>
      {view.mayChange && (
        <Acts>
          <LinkButton href={url(paths.practiceChange, { id: practice.id })} quiet>
            {t.change}
          </LinkButton>
          <ActButton action={url(paths.practiceWithdrawal, { id: practice.id })} label={t.withdraw} quiet />
        </Acts>
      )}
    </Layout>
  )
}

type FormProps = { frame: Frame; form: FormState; may: boolean; practice?: Practice | undefined; conflict?: boolean }
export const PracticeFormPage = ({ frame, form, may, practice, conflict }: FormProps) => {
  const { form: t, ...words } = texts[frame.locale]
  const title = practice ? `${words.change}: ${practice.title}` : t.newTitle
  return (
    <Layout frame={frame} title={title} lead={t.lead} kicker={<a href={paths.practices}>{words.title}</a>}>
      {!may ? (
        <Why>{words.why['not-yours']}</Why>
      ) : (
        <>
          {conflict && practice && (
            <Now title={words.why['changed-meanwhile']} tone="wait">
              <h3>{t.now}</h3>
              <p>
                <b>{practice.title}</b>
              </p>
              <p>{practice.text}</p>
            </Now>
          )}
          <Form
            action={practice ? url(paths.practiceChange, { id: practice.id }) : paths.practices}
            form={form}
            files
            keep={practice?.id ?? 'praktyka'}
          >
            <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
            {practice && <Hidden name="version" value={practice.version} />}
            <Field name="title" label={t.title} form={form} required maxlength={120} />
            <Select
              name="topic"
              label={t.topic}
              form={form}
              required
              options={practiceTopics.map(topic => ({ value: topic, label: words.topics[topic] }))}
            />
            <TextArea name="text" label={t.text} form={form} required rows={6} max={3000} />
            <Field name="source" label={t.source} hint={t.sourceHint} form={form} required maxlength={200} />
            <Field name="link" label={t.link} form={form} type="url" maxlength={500} />
            <FileField name="picture" label={t.picture} hint={files[frame.locale].hint} form={form} accept="image/jpeg,image/png,image/webp" />
            <Field name="alt" label={files[frame.locale].alt} hint={files[frame.locale].altHint} form={form} maxlength={200} />
            <ProcessingNote of="files" />
            <Button>{practice ? t.save : t.send}</Button>
          </Form>
        </>
      )}
    </Layout>
  )
}
export const typedPractice = ({ title, text, topic, source, link }: Practice): FormState => filled({ title, text, topic, source, link: link ?? '' })
