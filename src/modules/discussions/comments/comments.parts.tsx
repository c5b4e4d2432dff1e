import type { Child } from 'hono/jsx'
import type { Channel } from '#kit/channels.ts'
import { dateAndTime, shortDate, startOfDay, timeOfDay } from '#kit/dates.ts'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { CommentActs } from '#modules/discussions/comments/comment-acts.rules.ts'
import { type Comment, commentLimits, type Thread } from '#modules/discussions/discussions.rules.ts'
import { discussionsTextsEn } from '#modules/discussions/discussions.texts.en.ts'
import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import { isQuestionOverdue } from '#modules/discussions/questions.rules.ts'
import { HiddenVoice, KindPrompt, ReportLink } from '#modules/moderation/moderation.parts.tsx'
import { paths, url } from '#paths'
import { Button, Form, Hidden, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Fold, Tag } from '#ui/parts.tsx'

export const discussionsWords = (frame: Pick<Frame, 'locale'>): typeof discussionsTexts =>
  ({ pl: discussionsTexts, en: discussionsTextsEn })[frame.locale]

export type Said = {
  readonly frame: Frame
  readonly names: ReadonlyMap<string, string>
  /** Where an answer is posted. */
  readonly action: string
  readonly closed: boolean
  readonly form: FormState | undefined
  readonly acts?: ((comment: Comment) => CommentActs) | undefined
  /** What an upper module adds under a comment: the authors' answer to a proposed change. */
  readonly extra?: ((comment: Comment) => Child) | undefined
}

/** `id` names the list, so that new ones find their place in an open page. */
export const Threads = ({ threads, id, ...said }: Said & { threads: readonly Thread[]; id: string }) => (
  <ul class="stack" id={id}>
    {threads.map(({ comment, replies }) => (
      <li class="tight" id={comment.id}>
        <Words {...said} comment={comment} />
        {replies.length > 0 && <p class="visually-hidden">{discussionsWords(said.frame).answers}</p>}
        <ul class="replies tight" id={`odpowiedzi-${comment.id}`} hidden={replies.length === 0}>
          {replies.map(reply => (
            <li id={reply.id}>
              <Words {...said} comment={reply} />
            </li>
          ))}
        </ul>
        {!said.closed && !comment.hiding && <Reply {...said} to={comment} />}
      </li>
    ))}
  </ul>
)

const Words = ({ frame, names, comment, acts, extra }: Said & { comment: Comment }) => (
  <div class="said tight">
    <CommentHead frame={frame} names={names} comment={comment} />
    {comment.hiding ? (
      <HiddenVoice frame={frame} hiding={comment.hiding} mine={frame.person?.id === comment.authorId} />
    ) : (
      <p>{comment.text || <em class="muted">{discussionsWords(frame).erased}</em>}</p>
    )}
    {comment.question && <QuestionRoad frame={frame} comment={comment} />}
    {comment.settlement && <SettlementNote frame={frame} comment={comment} names={names} />}
    {acts && <ActLinks frame={frame} comment={comment} acts={acts(comment)} />}
    {extra?.(comment)}
  </div>
)

export const CommentHead = ({ frame, names, comment }: Pick<Said, 'frame' | 'names'> & { comment: Comment }) => {
  const t = discussionsWords(frame)
  const notes = [t.via[comment.channel as Channel], comment.editedAt && t.edited({ time: timeOfDay(comment.editedAt, frame.locale) })]
  return (
    <p class="small">
      <b>{names.get(comment.authorId) ?? '—'}</b> {comment.replyTo === null && <Tag kind={toneOf[comment.kind]}>{t.kinds[comment.kind]}</Tag>}
      <br />
      <span class="muted">{[dateAndTime(comment.at, frame.locale), ...notes].filter(Boolean).join(' · ')}</span>
      {comment.text !== '' && (
        <>
          {' · '}
          <ReportLink frame={frame} id={comment.id} title={comment.text.slice(0, 40)} />
        </>
      )}
    </p>
  )
}
const toneOf = { for: 'good', against: 'no', question: 'wait', change: 'plain', experience: 'plain' } as const

/** Who has the question and until when; the answer right under it. */
export const QuestionRoad = ({ frame, comment: { question } }: { frame: Frame; comment: Comment }) => {
  const t = discussionsWords(frame).question
  if (!question) return null
  const unit = question.unitName ?? t.office
  if (question.state === 'asked') return <p class="small muted">{t.asked}</p>
  if (question.state === 'passed') {
    const due = question.dueOn ? shortDate(startOfDay(question.dueOn), frame.locale) : ''
    const late = isQuestionOverdue(question, frame.now)
    if (!late) return <p class="small">{t.passed({ unit, due })}</p>
    return (
      <p class="small">
        <Tag kind="no">{t.late}</Tag> {t.overdue({ unit, due })}
      </p>
    )
  }
  return (
    <div class="summary-box tight">
      <p class="small">
        <b>{t.answered({ unit, date: question.answeredAt ? shortDate(question.answeredAt, frame.locale) : '' })}</b>
      </p>
      <p>{question.answer}</p>
    </div>
  )
}

export const SettlementNote = ({ frame, comment, names }: Pick<Said, 'frame' | 'names'> & { comment: Comment }) => {
  const t = discussionsWords(frame).settlement
  const { settlement } = comment
  if (!settlement) return null
  return (
    <div class="summary-box tight">
      <p>
        <Tag kind={settlement.outcome === 'not' ? 'no' : 'good'}>{t.outcomes[settlement.outcome]}</Tag>
      </p>
      <p>{settlement.why}</p>
      {settlement.outcome !== 'not' && <p class="small muted">{t.credit({ name: names.get(comment.authorId) ?? '—' })}</p>}
    </div>
  )
}

const ActLinks = ({ frame, comment, acts }: { frame: Frame; comment: Comment; acts: CommentActs }) => {
  const t = discussionsWords(frame)
  const at = url(paths.comment, { id: comment.id })
  const links = [
    acts.edit && { href: `${at}#poprawka`, words: t.edit },
    acts.pass && { href: `${at}#przekazanie`, words: t.question.pass },
    acts.answer && { href: `${at}#odpowiedz`, words: t.question.answer },
    acts.grow && { href: url(paths.needNew, undefined, { z: comment.id }), words: t.makeNeed },
  ].filter(link => link !== false && link !== undefined)
  if (links.length === 0) return null
  return (
    <ul class="acts small">
      {links.map(({ href, words }) => (
        <li>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  )
}

/** An answer to one comment, folded away; unfolded again when it could not be kept. */
const Reply = ({ frame, action, form, to }: Said & { to: Comment }) => {
  const t = discussionsWords(frame)
  const mine = form && typedOne(form, 'replyTo') === to.id ? form : undefined
  return (
    <Fold summary={t.answer} open={mine !== undefined}>
      <Form action={action} class="form plain" {...(mine ? { form: mine } : {})}>
        <Hidden name="key" value={mine ? typedOne(mine, 'key') : newId('key')} />
        <Hidden name="replyTo" value={to.id} />
        <Hidden name="kind" value={to.kind} />
        <TextArea id={`odpowiedz-${to.id}`} name="text" label={t.answerLabel} form={mine ?? emptyForm} rows={3} required max={commentLimits.max} />
        {mine && <KindPrompt frame={frame} form={mine} field={`odpowiedz-${to.id}`} />}
        <Acts>
          <Button small>{t.sendAnswer}</Button>
        </Acts>
      </Form>
    </Fold>
  )
}
