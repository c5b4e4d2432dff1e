import { dateAndTime } from '#kit/dates.ts'
import { type FormState, filled } from '#kit/form.ts'
import { WorkLink } from '#modules/ambassadors/ambassadors.parts.tsx'
import type { Message } from '#modules/ambassadors/workspace/messages.rules.ts'
import { messagesTextsEn } from '#modules/ambassadors/workspace/messages.texts.en.ts'
import { messagesTexts } from '#modules/ambassadors/workspace/messages.texts.ts'
import { paths, url } from '#paths'
import { Button, Form, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: messagesTexts, en: messagesTextsEn }
export type NamedMessage = Message & { readonly name: string }
type Props = {
  frame: Frame
  messages: readonly NamedMessage[]
  may: boolean
  refused?: string | undefined
  form?: (FormState & { readonly id: string }) | undefined
}

/** What residents have written to one ambassador, and the answers. */
export const MessagesPage = ({ frame, messages, may, refused, form }: Props) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<WorkLink frame={frame} />}>
      {!may && <Why>{t.why['not-active']}</Why>}
      {refused && <Why>{refused}</Why>}
      {messages.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      )}
      <Rows plain>
        {messages.map(message => (
          <Row level="h2" title={message.name} note={dateAndTime(message.at, frame.locale)}>
            <p class="pre">{message.text}</p>
            {message.reply ? (
              <p class="pre">
                <b>{t.answered}:</b> {message.reply}
              </p>
            ) : (
              may && <Reply frame={frame} message={message} form={form?.id === message.id ? form : filled({})} />
            )}
          </Row>
        ))}
      </Rows>
      <p class="small muted">{t.goes}</p>
    </Layout>
  )
}

const Reply = ({ frame, message, form }: { frame: Frame; message: Message; form: FormState }) => {
  const t = texts[frame.locale]
  return (
    <Form action={url(paths.messageReply, { id: message.id })} form={form}>
      <TextArea id={`odpowiedz-${message.id}`} name="odpowiedz" label={t.reply} form={form} required rows={3} max={3000} />
      <Button small>{t.sendReply}</Button>
    </Form>
  )
}
