import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { formatMoney } from '#kit/money.ts'
import { commentLimits } from '#modules/discussions/discussions.rules.ts'
import { KindPrompt, PinnedRules } from '#modules/moderation/moderation.parts.tsx'
import { behalfIn } from '#modules/people/office/behalf.parts.tsx'
import { type changeKinds, typeRow } from '#modules/proposals/cost/cost-changes.rules.ts'
import { amountWords, costSuggestionsWords, RowFields, rowWords } from '#modules/proposals/cost/cost-suggestions.parts.tsx'
import { ownLines } from '#modules/proposals/cost/estimate.rules.ts'
import { type CostLine, costTotal } from '#modules/proposals/drafting/drafting.rules.ts'
import { projectTitle } from '#modules/proposals/proposals.parts.tsx'
import { closedBy } from '#modules/proposals/suggestions/changes.parts.tsx'
import type { ProjectTalkView } from '#modules/proposals/suggestions/changes.rules.ts'
import { AgreementLine, suggestionsWords } from '#modules/proposals/suggestions/suggestions.parts.tsx'
import { degrees } from '#modules/proposals/suggestions/suggestions.rules.ts'
import { paths, url } from '#paths'
import { Button, Form, Hidden, Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Row, Rows, Why } from '#ui/parts.tsx'

/** What is asked for: a row more, or something about one that stands there. */
export type Asked = { readonly kind: 'add' } | { readonly kind: Exclude<(typeof changeKinds)[number], 'add'>; readonly row: CostLine }
type Props = {
  readonly frame: Frame
  readonly talk: ProjectTalkView
  readonly costs: readonly CostLine[]
  readonly asked: Asked
  readonly why?: string | undefined
}

/** The costs as they stand, row by row with what may be suggested, and the form of the suggestion. */
export const CostSuggestPage = ({ frame, talk, costs, asked, why }: Props) => {
  const t = costSuggestionsWords(frame)
  const here = (query: Record<string, string>) => `${url(paths.projectCostSuggestions, { id: talk.project.id }, query)}#propozycja`
  const { closed, note } = { closed: undefined, note: undefined, ...closedBy(frame, talk) }
  return (
    <Layout
      frame={frame}
      title={t.title}
      lead={t.lead}
      kicker={<a href={url(paths.project, { id: talk.project.id })}>{projectTitle(frame.locale, talk.project)}</a>}
    >
      {why && <Why>{why}</Why>}
      <section class="stack">
        <h2>{t.now}</h2>
        {costs.length === 0 ? (
          <p class="muted">{t.empty}</p>
        ) : (
          <>
            <Rows plain>
              {ownLines(costs).map(row => (
                <Row title={row.name} note={amountWords(frame, row)}>
                  {!closed && (
                    <p class="acts">
                      {(['change', 'remove'] as const).map(kind => (
                        <a href={here({ co: kind, pozycja: row.id })}>
                          {t.ways[kind]}
                          <span class="visually-hidden">: {row.name}</span>
                        </a>
                      ))}
                    </p>
                  )}
                </Row>
              ))}
            </Rows>
            <p>
              <b>{t.total(formatMoney(costTotal(costs), frame.locale))}</b>
            </p>
          </>
        )}
        <AgreementLine frame={frame} talk={talk} section="costs" />
        {!closed && asked.kind !== 'add' && (
          <p>
            <a href={here({ co: 'add' })}>{t.ways.add}</a>
          </p>
        )}
      </section>
      {note}
      {closed ? <Why>{closed}</Why> : <SuggestForm frame={frame} talk={talk} asked={asked} />}
    </Layout>
  )
}

const SuggestForm = ({ frame, talk, asked }: Pick<Props, 'frame' | 'talk' | 'asked'>) => {
  const [t, words] = [costSuggestionsWords(frame), suggestionsWords(frame)]
  const { project } = talk
  const form = startOf(asked, talk.form)
  return (
    <section class="stack" id="propozycja">
      <h2>{asked.kind === 'add' ? t.heads.add : t.heads[asked.kind](asked.row.name)}</h2>
      {asked.kind === 'remove' && <p>{rowWords(frame, asked.row)}</p>}
      <PinnedRules frame={frame} />
      <Form
        action={url(paths.projectCostSuggestions, { id: project.id })}
        form={form}
        keep={`propozycja-${project.id}-koszty-${asked.kind === 'add' ? '' : asked.row.id}`}
      >
        <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
        <Hidden name="zmiana" value={asked.kind} />
        {asked.kind !== 'add' && <Hidden name="pozycja" value={asked.row.id} />}
        <Hidden name="rewizja" value={project.costsRevision} />
        {asked.kind !== 'remove' && <RowFields frame={frame} form={form} />}
        <TextArea name="text" label={t.words} form={form} rows={4} required max={commentLimits.max} />
        <Radios
          name="degree"
          label={words.degree}
          form={form}
          required
          options={degrees.map(value => ({ value, label: words.degrees[value].option }))}
        />
        {behalfIn(frame, talk.assisted).behalf?.(form)}
        <KindPrompt frame={frame} form={form} />
        <Acts>
          <Button>{words.send}</Button>
        </Acts>
      </Form>
    </section>
  )
}

/** A change starts from the row as it is. */
const startOf = (asked: Asked, form: FormState | undefined): FormState => form ?? (asked.kind === 'change' ? typeRow(asked.row) : emptyForm)
