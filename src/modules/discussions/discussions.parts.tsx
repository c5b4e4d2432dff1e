import type { Child } from 'hono/jsx'
import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import type { CommentActs } from '#modules/discussions/comments/comment-acts.rules.ts'
import { discussionsWords, Threads } from '#modules/discussions/comments/comments.parts.tsx'
import { type Comment, type CommentKind, commentKinds, commentLimits, threadsOf } from '#modules/discussions/discussions.rules.ts'
import { type Order, orders, shuffled } from '#modules/discussions/talks.rules.ts'
import { KindPrompt, PinnedRules } from '#modules/moderation/moderation.parts.tsx'
import { paths } from '#paths'
import { Button, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Empty, LinkButton, Tabs, Why } from '#ui/parts.tsx'

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
  /** For whoever writes down the words of others: whose words these are. */
  behalf?: ((form: FormState) => Child) | undefined
  /** Said above the box: that the talk is slowed down. */
  note?: Child
  /** What was typed in a comment that could not be kept. */
  form?: FormState | undefined
  /** What may be said now; everything unless a round says otherwise. */
  kinds?: readonly CommentKind[]
  acts?: ((comment: Comment) => CommentActs) | undefined
  extra?: ((comment: Comment) => Child) | undefined
  /** Never "hottest": as they came, or random and the same for this visitor all day. */
  order?: { readonly by: Order; readonly seed: string; readonly href: (order: Order) => string }
}

/** The talk about one thing: both sides with the same room, questions, changes and experiences below, answers under each. */
export const Discussion = ({
  frame,
  comments,
  names,
  action,
  closed,
  signIn,
  note,
  behalf,
  form,
  kinds = commentKinds,
  acts,
  extra,
  order,
}: Props) => {
  const t = discussionsWords(frame)
  const came = threadsOf(comments)
  const all = order?.by === 'losowo' ? shuffledThreads(came, order.seed) : came
  const said = { frame, names, action, closed: Boolean(closed ?? signIn), form, acts, extra }
  const of = (kind: CommentKind) => all.filter(({ comment }) => comment.kind === kind)
  return (
    <section class="part stack" id="rozmowa" aria-labelledby="rozmowa-tytul">
      <h2 id="rozmowa-tytul">
        {t.title} <span class="muted small">{t.sum(comments.length)}</span>
      </h2>
      {order && came.length > 1 && (
        <Tabs label={t.order} tabs={orders.map(by => ({ label: t.orders[by], href: order.href(by), current: by === order.by }))} />
      )}
      {all.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <>
          <div class="sides">
            {(['for', 'against'] as const).map(kind => (
              <div class="tight">
                <h3>
                  {t.groups[kind]} <span class="muted">{of(kind).length}</span>
                </h3>
                {of(kind).length > 0 ? <Threads {...said} id={`glosy-${kind}`} threads={of(kind)} /> : <p class="muted">{t.none[kind]}</p>}
              </div>
            ))}
          </div>
          {(['question', 'change', 'experience'] as const)
            .filter(kind => of(kind).length > 0)
            .map(kind => (
              <div class="tight">
                <h3>
                  {t.groups[kind]} <span class="muted">{of(kind).length}</span>
                </h3>
                <Threads {...said} id={`glosy-${kind}`} threads={of(kind)} />
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
        <>
          {note}
          <Composer frame={frame} action={action} kinds={kinds} behalf={behalf} form={form && !typedOne(form, 'replyTo') ? form : undefined} />
        </>
      )}
    </section>
  )
}

const shuffledThreads = (threads: ReturnType<typeof threadsOf>, seed: string) =>
  shuffled(
    threads.map(thread => ({ ...thread, id: thread.comment.id })),
    seed,
  )

type ComposerProps = { frame: Frame; action: string; kinds: readonly CommentKind[]; behalf: Props['behalf']; form?: FormState | undefined }
const Composer = ({ frame, action, kinds, behalf, form = emptyForm }: ComposerProps) => {
  const t = discussionsWords(frame)
  return (
    <div class="stack" id="zabierz-glos">
      <PinnedRules frame={frame} />
      <kept-form name={action}>
        <Form action={action} form={form}>
          <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
          <Radios
            name="kind"
            label={t.kindLabel}
            form={form}
            required
            options={kinds.map(kind => ({ value: kind, label: `${t.kinds[kind]}: ${t.kindHints[kind].toLowerCase()}` }))}
          />
          <TextArea name="text" label={t.textLabel} hint={t.textHint} form={form} rows={4} required max={commentLimits.max} />
          {behalf?.(form)}
          <KindPrompt frame={frame} form={form} />
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
