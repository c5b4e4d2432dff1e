import { dateAndTime } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import { officeTextsEn } from '#modules/people/office/office.texts.en.ts'
import { officeTexts } from '#modules/people/office/office.texts.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Checkbox, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: officeTexts, en: officeTextsEn }

export const EnteringPage = ({ frame, form, id }: { frame: Frame; form: FormState; id: string }) => {
  const { entering: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      <section class="stack">
        <h2>{t.readOut}</h2>
        <p class="said">{t.readOutText}</p>
      </section>
      <Form action={paths.personNew} form={form}>
        <Hidden name="key" value={id} />
        <Field name="name" label={t.name} hint={t.nameHint} form={form} required autocomplete="off" maxlength={60} />
        <Field name="phone" type="tel" label={t.phone} hint={t.phoneHint} form={form} autocomplete="off" inputmode="tel" maxlength={30} />
        <Checkbox name="consent" label={t.consent} form={form} required />
        <ProcessingNote of="assisted" />
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}

type TakeoverProps = { frame: Frame; name: string; code: string; address: string }

/** For the printer; shown once. */
export const TakeoverCodePage = ({ frame, name, code, address }: TakeoverProps) => {
  const { takeover: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead(name)}>
      <p class="display num">{code}</p>
      <p>{t.how(address)}</p>
      <p>{t.keep}</p>
      <p class="why">{t.once}</p>
    </Layout>
  )
}

export type NewsLine = {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly since: Date
  /** A line each: what it is about, then what to say. */
  readonly words: string
  readonly phone: string | undefined
}
type PhoneProps = { frame: Frame; lines: readonly NewsLine[]; numbers: boolean; printedAt: Date }

export const PhoneListPage = ({ frame, lines, numbers, printedAt }: PhoneProps) => {
  const { phone: t } = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {numbers && <p class="muted">{t.printed(dateAndTime(printedAt, frame.locale))}</p>}
      {lines.length === 0 && (
        <Empty title={t.empty.title}>
          <p>{t.empty.first}</p>
        </Empty>
      )}
      {lines.length > 0 && !numbers && (
        <>
          <ActButton action={paths.phoneListNumbers} label={t.numbers} quiet />
          <p class="small muted">{t.numbersHint}</p>
        </>
      )}
      <Rows plain>
        {firstOfEach(lines).map(({ personId, name, since, phone }) => (
          <Row level="h2" title={name} href={url(paths.person, { id: personId })} note={t.since(dateAndTime(since, frame.locale))}>
            {numbers && <p class="num">{phone ?? t.noPhone}</p>}
            {lines
              .filter(line => line.personId === personId)
              .map(line => (
                <OneNews frame={frame} line={line} />
              ))}
          </Row>
        ))}
      </Rows>
    </Layout>
  )
}

/** One call tells a person everything, so each stands once, by the longest wait. */
const firstOfEach = (lines: readonly NewsLine[]) => [...new Map(lines.toReversed().map(line => [line.personId, line])).values()].toReversed()

/** What to say, line by line, and that it has been said. */
const OneNews = ({ frame, line: { id, name, words } }: { frame: Frame; line: NewsLine }) => {
  const [about = '', ...said] = words.split('\n').filter(Boolean)
  return (
    <section class="said tight">
      <h3>{about}</h3>
      {said.map(one => (
        <p>{one}</p>
      ))}
      <form method="post" action={url(paths.phoneListDone, { id })}>
        <Button quiet small>
          {texts[frame.locale].phone.told}
          <span class="visually-hidden">{`: ${name}, ${about}`}</span>
        </Button>
      </form>
    </section>
  )
}
