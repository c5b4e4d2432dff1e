import { longDate, startOfDay } from '#kit/dates.ts'
import type { FormState } from '#kit/form.ts'
import type { Draw, DrawLine } from '#modules/counting/draws/draws.rules.ts'
import { drawsTextsEn } from '#modules/counting/draws/draws.texts.en.ts'
import { drawsTexts } from '#modules/counting/draws/draws.texts.ts'
import type { Edition } from '#modules/programme/programme.rules.ts'
import { paths, url } from '#paths'
import { FigureTable } from '#ui/figure-table.tsx'
import { Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Empty, Facts, Row, Rows, Steps, Why } from '#ui/parts.tsx'

const texts = { pl: drawsTexts, en: drawsTextsEn }
export const drawWords = ({ locale }: Frame): typeof drawsTexts => texts[locale]

/** `office` is there for coordinators, and for everybody where the secret is lost: the why instead of a button, or nothing where the act may be done. */
type Props = {
  readonly frame: Frame
  readonly edition: Edition
  readonly draw: Draw | undefined
  readonly lots: readonly (readonly [string, string])[]
  /** Draws of other editions. */
  readonly others: readonly DrawLine[]
  readonly form: FormState
  readonly office: { readonly why: string | undefined } | undefined
}

export const DrawPage = (props: Props) => {
  const { frame, edition, draw, office, others } = props
  const t = drawWords(frame)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<a href={paths.rules}>{`${t.back} · ${edition.title}`}</a>}>
      {draw ? (
        <DrawFacts frame={frame} draw={draw} />
      ) : (
        <Empty title={t.none}>
          <p>{t.noneHelp}</p>
        </Empty>
      )}
      {office && <OfficePart {...props} why={office.why} />}
      <section class="part stack">
        <h2>{t.how}</h2>
        <Steps steps={t.steps} />
        <p>{t.why}</p>
      </section>
      {draw?.seed && <LotsPart {...props} seed={draw.seed} />}
      {draw && <ByHand frame={frame} draw={draw} />}
      {others.length > 0 && (
        <section class="part stack">
          <h2>{t.others}</h2>
          <Rows plain>
            {others.map(({ editionId, title, state }) => (
              <Row title={title} href={url(paths.draw, undefined, { edycja: editionId })} note={t.states[state]} />
            ))}
          </Rows>
        </section>
      )}
    </Layout>
  )
}

const DrawFacts = ({ frame, draw }: { frame: Frame; draw: Draw }) => {
  const t = drawWords(frame).terms
  const code = (value: string | undefined) => <code>{value}</code>
  return (
    <>
      {!draw.seed && <p class="said">{drawWords(frame).open(longDate(startOfDay(draw.eventOn), frame.locale))}</p>}
      <Facts
        entries={[
          { term: t.commitment, value: code(draw.commitment) },
          { term: t.committed, value: longDate(draw.committedAt, frame.locale) },
          { term: t.event, value: draw.event },
          { term: t.on, value: longDate(startOfDay(draw.eventOn), frame.locale) },
          ...(draw.secret === undefined
            ? []
            : [
                { term: t.secret, value: code(draw.secret) },
                { term: t.outcome, value: draw.outcome },
                { term: t.seed, value: code(draw.seed) },
              ]),
        ]}
      />
    </>
  )
}

const OfficePart = ({ frame, draw, form, why }: Props & { why: string | undefined }) => {
  const t = drawWords(frame)
  if (why) return <Why>{why}</Why>
  if (!draw)
    return (
      <section class="part stack">
        <h2>{t.commit.title}</h2>
        <Form action={paths.drawCommitment} form={form}>
          <Field name="wydarzenie" label={t.commit.event} hint={t.commit.eventHint} form={form} required />
          <Field name="dzien" label={t.commit.on} hint={t.commit.onHint} form={form} type="date" required short />
          <p class="small muted">{t.commit.note}</p>
          <Acts>
            <Button>{t.commit.button}</Button>
          </Acts>
        </Form>
      </section>
    )
  return (
    <section class="part stack">
      <h2>{t.reveal.title}</h2>
      <Form action={paths.drawReveal} form={form}>
        <Field name="wynik" label={t.reveal.outcome} hint={t.reveal.outcomeHint} form={form} required />
        <Acts>
          <Button>{t.reveal.button}</Button>
        </Acts>
      </Form>
    </section>
  )
}

/** The order of any projects by the published seed; the address holds their numbers. */
const LotsPart = ({ frame, edition, lots, form }: Props & { seed: string }) => {
  const t = drawWords(frame)
  return (
    <section class="part stack">
      <h2 id="kolejnosc">{t.order}</h2>
      <Form action={paths.draw} form={form} method="get">
        <Hidden name="edycja" value={edition.id} />
        <Field name="numery" label={t.numbers} hint={t.numbersHint} form={form} />
        <Acts>
          <Button quiet>{t.show}</Button>
        </Acts>
      </Form>
      {lots.length > 0 && (
        <FigureTable frame={frame} labelledBy="kolejnosc" head={[t.project, t.lot]} rows={lots.map(([id, lot]) => [id, <code>{lot}</code>])} />
      )}
    </section>
  )
}

const ByHand = ({ frame, draw: { secret, outcome, seed, commitment } }: { frame: Frame; draw: Draw }) => {
  const t = drawWords(frame)
  const lines = [
    { words: t.checkSecret, command: `printf '%s' '${secret ?? '…'}' | sha256sum`, gives: commitment },
    { words: t.checkSeed, command: `printf '%s\\n%s' '${secret ?? '…'}' '${outcome ?? '…'}' | sha256sum`, gives: seed },
    { words: t.checkLot, command: `printf '%s\\n%s' '${seed ?? '…'}' '12' | sha256sum`, gives: undefined },
  ]
  return (
    <section class="part stack">
      <h2>{t.check}</h2>
      <p>{t.checkHint}</p>
      <ul class="stack">
        {lines.map(({ words, command, gives }) => (
          <li>
            {`${words}: `}
            <code>{command}</code>
            {gives && [' = ', <code>{gives}</code>]}
          </li>
        ))}
      </ul>
    </section>
  )
}
