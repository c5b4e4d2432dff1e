import { emptyForm, type FormState } from '#kit/form.ts'
import type { Verdict } from '#kit/verdict.ts'
import type { Idea } from '#modules/ideas/ideas.rules.ts'
import { formKey, here, type WorkshopWhy, workshopsWords } from '#modules/ideas/workshops/workshops.parts.tsx'
import {
  type Card,
  type CardField,
  cardFields,
  type Group,
  type Table,
  type Workshop,
  workshopLimits,
} from '#modules/meetings/workshops/workshops.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts, Empty, Facts, Fold, LinkButton, Tag, Why } from '#ui/parts.tsx'

export type CardsView = {
  readonly workshop: Workshop
  readonly tables: readonly Table[]
  readonly cards: readonly Card[]
  readonly groups: readonly Group[]
  readonly ideas: ReadonlyMap<string, readonly Idea[]>
  readonly personId: string | undefined
  readonly adding: Verdict
  readonly arranging: boolean
  readonly mayWrite: (tableId: string) => boolean
}
export type CardsForms = {
  readonly table?: FormState
  readonly card?: { readonly id: string; readonly form: FormState; readonly theirs?: Card | undefined }
}

/** The second workshop: tables, and the cards that those at them write. */
export const CardsStage = ({ frame, view, forms }: { frame: Frame; view: CardsView; forms: CardsForms }) => {
  const words = workshopsWords(frame)
  const t = words.tables
  const { tables, workshop } = view
  return (
    <section class="stack" id="stoliki">
      <h2>{t.title}</h2>
      <p class="muted">{t.expertsLead}</p>
      {!view.adding.ok && workshop.state !== 'settled' && <Why>{words.why[view.adding.why as WorkshopWhy]}</Why>}
      {tables.length === 0 && (
        <Empty title={t.none}>
          <p>{t.noneHint}</p>
        </Empty>
      )}
      {tables.map(table => (
        <TableSection frame={frame} view={view} table={table} forms={forms} />
      ))}
      {tables.some(table => view.mayWrite(table.id)) && <ProcessingNote of="minutes" />}
      {view.arranging && <TableForm frame={frame} view={view} form={forms.table ?? emptyForm} />}
    </section>
  )
}

const TableSection = ({ frame, view, table, forms }: { frame: Frame; view: CardsView; table: Table; forms: CardsForms }) => {
  const words = workshopsWords(frame)
  const t = words.tables
  const { workshop, personId } = view
  const group = view.groups.find(one => one.id === table.groupId)
  const mine = personId !== undefined && table.memberIds.includes(personId)
  const cards = view.cards.filter(card => card.tableId === table.id)
  const fresh = forms.card?.id === table.id ? forms.card.form : undefined
  return (
    <section class="now plain" id={table.id}>
      <div class="tight">
        <h3 class="what">{table.name}</h3>
        <p class="small muted">
          {t.people(table.memberIds.length)}
          {group && ` · ${t.about}: ${group.title}`}
        </p>
      </div>
      {mine ? (
        <p>
          <Tag kind="good">{t.mine}</Tag>
        </p>
      ) : (
        view.adding.ok && <ActButton action={url(paths.workshopSeat, { ...here(workshop), table: table.id })} label={t.sit} quiet small />
      )}
      {cards.length === 0 && <p class="muted">{words.card.none}</p>}
      {cards.map(card => (
        <CardBox frame={frame} view={view} card={card} group={group} edit={forms.card?.id === card.id ? forms.card : undefined} />
      ))}
      {view.mayWrite(table.id) && (
        <Fold summary={t.card} open={fresh !== undefined}>
          <CardForm frame={frame} action={url(paths.workshopCards, here(workshop))} form={fresh ?? emptyForm} tableId={table.id} scope={table.id} />
        </Fold>
      )}
    </section>
  )
}

type BoxProps = { frame: Frame; view: CardsView; card: Card; group: Group | undefined; edit: CardsForms['card'] }
const CardBox = ({ frame, view, card, group, edit }: BoxProps) => {
  const { card: t } = workshopsWords(frame)
  const ideas = view.ideas.get(card.id) ?? []
  const needs = (group?.needIds ?? []).map(id => ['potrzeba', id] as const)
  const make = `${url(paths.ideaNew, undefined, { z: card.id })}${needs.map(([name, id]) => `&${name}=${id}`).join('')}`
  return (
    <article class="said tight" id={card.id}>
      <h4>{card.title}</h4>
      <CardFacts frame={frame} card={card} />
      {ideas.map(idea => (
        <p>
          {t.became} <a href={url(paths.idea, { id: idea.id })}>{idea.title}</a>
        </p>
      ))}
      {edit?.theirs && (
        <div class="now wait">
          <p>
            <b>{t.conflict}</b>
          </p>
          <p>{t.theirs}:</p>
          <CardFacts frame={frame} card={edit.theirs} />
        </div>
      )}
      {view.mayWrite(card.tableId) && (
        <Fold summary={t.edit} open={edit !== undefined}>
          <CardForm
            frame={frame}
            action={url(paths.workshopCard, { ...here(view.workshop), card: card.id })}
            form={edit?.form ?? emptyForm}
            card={card}
            scope={card.id}
          />
        </Fold>
      )}
      {frame.person && ideas.length === 0 && view.workshop.state !== 'planned' && (
        <Acts>
          <LinkButton href={make} small>
            {t.make}
          </LinkButton>
        </Acts>
      )}
    </article>
  )
}

const CardFacts = ({ frame, card }: { frame: Frame; card: Card }) => {
  const { fields } = workshopsWords(frame).card
  const shown = cardFields.filter((name): name is Exclude<CardField, 'title'> => name !== 'title' && card[name] !== '')
  return <Facts entries={shown.map(name => ({ term: fields[name], value: card[name] }))} />
}

const CardForm = ({
  frame,
  action,
  form,
  card,
  tableId,
  scope,
}: {
  frame: Frame
  action: string
  form: FormState
  card?: Card
  tableId?: string
  scope: string
}) => {
  const { card: t } = workshopsWords(frame)
  return (
    <Form action={action} form={form} class="form plain" keep={`karta-${scope}`}>
      {formKey(form)}
      {tableId && <Hidden name="table" value={tableId} />}
      {card && <Hidden name="version" value={card.version} />}
      <Field
        id={`title-${scope}`}
        name="title"
        label={t.fields.title}
        form={form}
        value={card?.title ?? ''}
        required
        maxlength={workshopLimits.titleMax}
      />
      {(['problem', 'forWhom', 'solution', 'place', 'askUnit'] as const).map(name => (
        <TextArea
          id={`${name}-${scope}`}
          name={name}
          label={t.fields[name]}
          form={form}
          value={card?.[name] ?? ''}
          rows={name === 'solution' ? 4 : 2}
          max={workshopLimits.fieldMax}
          required={name === 'problem' || name === 'solution'}
        />
      ))}
      <Acts>
        <Button>{t.save}</Button>
      </Acts>
    </Form>
  )
}

const TableForm = ({ frame, view, form }: { frame: Frame; view: CardsView; form: FormState }) => {
  const { tables: t } = workshopsWords(frame)
  return (
    <Fold summary={t.add} open={view.tables.length === 0 || Object.keys(form.errors).length > 0}>
      <Form action={url(paths.workshopTables, here(view.workshop))} form={form} class="form plain">
        {formKey(form)}
        <Field name="name" label={t.name} form={form} required maxlength={workshopLimits.nameMax} />
        <Select
          name="group"
          label={t.group}
          form={form}
          required
          options={[{ value: '', label: t.groupNone }, ...view.groups.map(group => ({ value: group.id, label: group.title }))]}
        />
        <Button quiet>{t.add}</Button>
      </Form>
    </Fold>
  )
}
