import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState, filled, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { Verdict } from '#kit/verdict.ts'
import { type Before, type EditWhy, editLimits } from '#modules/ideas/edits.rules.ts'
import { ideasWords } from '#modules/ideas/space.parts.tsx'
import type { Said } from '#modules/ideas/space.rules.ts'
import { WordsFields } from '#modules/ideas/space-form.parts.tsx'
import { KindPrompt } from '#modules/moderation/moderation.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { Button, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

export type EditView = {
  readonly kind: 'need' | 'idea'
  readonly said: Said
  readonly paths: { readonly here: string; readonly edit: string; readonly addition: string }
  readonly editing: Verdict<EditWhy>
  readonly extending: Verdict<'not-author' | 'ended' | 'too-many-additions'>
  readonly before: Before | undefined
  readonly editForm?: FormState | undefined
  readonly additionForm?: FormState | undefined
  readonly refused?: string | undefined
}

/** For the author: mend it once, or add to it with the time. */
export const EditPage = ({ frame, view }: { frame: Frame; view: EditView }) => {
  const all = ideasWords(frame)
  const { edits: t } = all
  const { said, editing, extending, additionForm = emptyForm } = view
  const editForm = view.editForm ?? filled({ title: said.title, text: said.text })
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={view.paths.here}>{said.title}</a>}>
      {view.refused && <Why>{view.refused}</Why>}
      <section class="tight" id="poprawka">
        <h2>{t.edit}</h2>
        {editing.ok ? (
          <Form action={view.paths.edit} form={editForm}>
            <WordsFields frame={frame} form={editForm} t={view.kind === 'need' ? all.needForm : all.ideaForm} />
            <ProcessingNote of="space" />
            <Acts>
              <Button>{t.editSend}</Button>
            </Acts>
          </Form>
        ) : (
          <Why>{all.why[editing.why]}</Why>
        )}
      </section>
      <section class="part tight" id="dopisek">
        <h2>{t.addition}</h2>
        {extending.ok ? (
          <Form action={view.paths.addition} form={additionForm}>
            <Hidden name="key" value={typedOne(additionForm, 'key') || newId('key')} />
            <TextArea
              id="addition"
              name="addition"
              label={t.additionLabel}
              hint={t.additionHint}
              form={additionForm}
              rows={4}
              required
              max={editLimits.additionMax}
            />
            <KindPrompt frame={frame} form={additionForm} field="addition" />
            <Acts>
              <Button quiet>{t.additionSend}</Button>
            </Acts>
          </Form>
        ) : (
          <Why>{all.why[extending.why]}</Why>
        )}
      </section>
      {view.before && (
        <section class="part tight">
          <h2>{t.before}</h2>
          <p class="small muted">{t.beforeUntil({ date: dateAndTime(view.before.until, frame.locale) })}</p>
          <p>
            <b>{view.before.title}</b>
          </p>
          <p>{view.before.text}</p>
        </section>
      )}
    </Layout>
  )
}
