import { type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { attendanceWords } from '#modules/meetings/attendance/attendance.parts.tsx'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold } from '#ui/parts.tsx'

type Props = { frame: Frame; meetingId: string; assisted: readonly { readonly id: string; readonly name: string }[]; form: FormState }
/** Somebody came by without registering and wants to be on the list by name. */
export const WalkInForm = ({ frame, meetingId, assisted, form }: Props) => {
  const { page: t } = attendanceWords(frame)
  return (
    <Fold summary={t.walkIn} open={Object.keys(form.errors).length > 0}>
      <p class="hint">{t.walkInLead}</p>
      <Form action={url(paths.meetingWalkIn, { id: meetingId })} form={form} id="bez-zapisu">
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        {assisted.length > 0 && (
          <Select
            name="person"
            label={t.walkInPerson}
            form={form}
            empty={t.walkInNobody}
            options={assisted.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div class="side-by-side">
          <Field name="name" label={t.walkInName} form={form} maxlength={60} autocomplete="off" />
          <Field name="phone" label={t.walkInPhone} form={form} type="tel" maxlength={20} autocomplete="off" />
        </div>
        <ProcessingNote of="meetings" />
        <Acts>
          <Button quiet>{t.walkInSend}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}
