import type { Child } from 'hono/jsx'
import type { Channel } from '#kit/channels.ts'
import { dateAndTime } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { type Comment, commentKinds, commentLimits, type Thread, threadsOf } from '#modules/discussions/discussions.rules.ts'
import { discussionsTextsEn } from '#modules/discussions/discussions.texts.en.ts'
import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import { paths } from '#paths'
import { Button, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Empty, Fold, LinkButton, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: discussionsTexts, en: discussionsTextsEn }
export const discussionsWords = (frame: Pick<Frame, 'locale'>): typeof discussionsTexts => texts[frame.locale]

type Props = {
  frame: Frame
  comments: readonly Comment[]
  names: ReadonlyMap<string, string>
  /** Where a new comment is posted. */
  action: string
  /** Why nobody may speak now (a whole sentence), or nothing. */
  closed?: Child
  /** Where a visitor signs in to speak; shown instead of a reason. */
  signIn?: string | undefined
  /** What was typed in a comment that could not be kept. */
  form?: FormState | undefined
}

/** The talk about one thing: both sides with the same room, questions and changes below, answers under each. */
export const Discussion = ({ frame, comments, names, action, closed, signIn, form }: Props) => {
  const t = texts[frame.locale]
  const threads = threadsOf(comments)
  const said = { frame, names, action, closed: Boolean(closed ?? signIn), form }
  return (
    <section class="part stack" id="rozmowa" aria-labelledby="rozmowa-tytul">
      <h2 id="rozmowa-tytul">
        {t.title} <span class="muted small">{t.sum(comments.length)}</span>
      </h2>
      {threads.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <>
          <div class="sides">
            {(['for', 'against'] as const).map(kind => (
              <div class="tight">
                <h3>
                  {t.groups[kind]} <span class="muted">{threads.filter(({ comment }) => comment.kind === kind).length}</span>
                </h3>
                {threads.some(({ comment }) => comment.kind === kind) ? (
                  <Threads {...said} threads={threads.filter(({ comment }) => comment.kind === kind)} />
                ) : (
                  <p class="muted">{t.none[kind]}</p>
                )}
              </div>
            ))}
          </div>
          {(['question', 'change'] as const)
            .filter(kind => threads.some(({ comment }) => comment.kind === kind))
            .map(kind => (
              <div class="tight">
                <h3>{t.groups[kind]}</h3>
                <Threads {...said} threads={threads.filter(({ comment }) => comment.kind === kind)} />
              </div>
            ))}
        </>
      )}
      {signIn ? (
        <Acts>
          <LinkButton href={signIn} quiet>
            {t.signIn}
          </LinkButton>
        </Acts>
      ) : closed ? (
        <Why>{closed}</Why>
      ) : (
        <Composer frame={frame} action={action} form={form && !typedOne(form, 'replyTo') ? form : undefined} />
      )}
    </section>
  )
}

type Said = { frame: Frame; names: ReadonlyMap<string, string>; action: string; closed: boolean; form: FormState | undefined }

const Threads = ({ threads, ...said }: Said & { threads: readonly Thread[] }) => (
  <ul class="stack">
    {threads.map(({ comment, replies }) => (
      <li class="tight" id={comment.id}>
        <Words {...said} comment={comment} />
        {replies.length > 0 && <p class="visually-hidden">{texts[said.frame.locale].answers}</p>}
        {replies.length > 0 && (
          <ul class="replies tight">
            {replies.map(reply => (
              <li id={reply.id}>
                <Words {...said} comment={reply} />
              </li>
            ))}
          </ul>
        )}
        {!said.closed && <Reply {...said} to={comment} />}
      </li>
    ))}
  </ul>
)

const Words = ({ frame, names, comment }: Pick<Said, 'frame' | 'names'> & { comment: Comment }) => {
  const t = texts[frame.locale]
  const via = t.via[comment.channel as Channel]
  return (
    <div class="said tight">
      <p class="small">
        <b>{names.get(comment.authorId) ?? '—'}</b> {comment.replyTo === null && <Tag kind={toneOf[comment.kind]}>{t.kinds[comment.kind]}</Tag>}
        <br />
        <span class="muted">
          {dateAndTime(comment.at, frame.locale)}
          {via && ` · ${via}`}
        </span>
      </p>
      <p>{comment.text || <em class="muted">{t.erased}</em>}</p>
    </div>
  )
}
const toneOf = { for: 'good', against: 'no', question: 'wait', change: 'plain' } as const

/** An answer to one comment, folded away; unfolded again when it could not be kept. */
const Reply = ({ frame, action, form, to }: Said & { to: Comment }) => {
  const t = texts[frame.locale]
  const mine = form && typedOne(form, 'replyTo') === to.id ? form : undefined
  return (
    <Fold summary={t.answer} open={mine !== undefined}>
      <Form action={action} class="form plain" {...(mine ? { form: mine } : {})}>
        <Hidden name="key" value={mine ? typedOne(mine, 'key') : newId('key')} />
        <Hidden name="replyTo" value={to.id} />
        <Hidden name="kind" value={to.kind} />
        <TextArea
          id={`odpowiedz-${to.id}`}
          name="text"
          label={t.answerLabel}
          form={mine ?? emptyForm}
          rows={3}
          required
          maxlength={commentLimits.max}
        />
        <Acts>
          <Button small>{t.sendAnswer}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}

const Composer = ({ frame, action, form = emptyForm }: { frame: Frame; action: string; form?: FormState | undefined }) => {
  const t = texts[frame.locale]
  return (
    <div class="stack" id="zabierz-glos">
      <div class="summary-box tight">
        <h3>{t.rulesTitle}</h3>
        <div class="prose">
          <ul>
            {t.rules.split('\n').map(rule => (
              <li>{rule}</li>
            ))}
          </ul>
        </div>
      </div>
      <kept-form name={action}>
        <Form action={action} form={form}>
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <Radios
            name="kind"
            label={t.kindLabel}
            form={form}
            required
            options={commentKinds.map(kind => ({ value: kind, label: `${t.kinds[kind]}: ${t.kindHints[kind].toLowerCase()}` }))}
          />
          <TextArea name="text" label={t.textLabel} hint={t.textHint} form={form} rows={4} required maxlength={commentLimits.max} />
          <p class="small muted">
            {t.publicly} <a href={paths.privacy}>{t.privacy}</a>
          </p>
          <Acts>
            <Button>{t.send}</Button>
          </Acts>
        </Form>
      </kept-form>
    </div>
  )
}
