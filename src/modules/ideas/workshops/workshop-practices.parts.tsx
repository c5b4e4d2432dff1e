import { emptyForm, type FormState } from '#kit/form.ts'
import { GoodPracticeRows, type ShownPractice } from '#modules/ambassadors/workspace/practices.parts.tsx'
import { here, workshopsWords } from '#modules/ideas/workshops/workshops.parts.tsx'
import type { Workshop } from '#modules/meetings/workshops/workshops.rules.ts'
import { paths, url } from '#paths'
import { ActButton, Button, Form, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold } from '#ui/parts.tsx'

/** `others`: what may still be attached, for those who may. */
export type PracticesView = { readonly attached: readonly ShownPractice[]; readonly others: readonly ShownPractice[] | undefined }
type Props = { frame: Frame; workshop: Workshop; practices: PracticesView; form?: FormState | undefined }

/** Examples that were chosen for this workshop, and the form of those who may choose them. */
export const WorkshopPractices = ({ frame, workshop, practices: { attached, others }, form = emptyForm }: Props) => {
  const { practice: t } = workshopsWords(frame)
  const action = url(paths.workshopPractices, here(workshop))
  if (attached.length === 0 && others === undefined) return null
  return (
    <section class="stack" id="praktyki">
      <h2>{t.title}</h2>
      {attached.length === 0 && <p class="muted">{t.none}</p>}
      {attached.length > 0 && <GoodPracticeRows frame={frame} practices={attached} />}
      {others && (
        <Fold summary={t.choose} open={form !== emptyForm}>
          {others.length === 0 ? (
            <p class="muted">{t.nothing}</p>
          ) : (
            <Form action={action} form={form} class="form plain">
              <Select name="practice" label={t.which} form={form} required options={others.map(({ id, title }) => ({ value: id, label: title }))} />
              <Acts>
                <Button quiet>{t.attach}</Button>
              </Acts>
            </Form>
          )}
          {attached.map(({ id, title }) => (
            <ActButton action={action} label={t.detach(title)} quiet small fields={{ practice: id, act: 'odlacz' }} />
          ))}
        </Fold>
      )}
    </section>
  )
}
