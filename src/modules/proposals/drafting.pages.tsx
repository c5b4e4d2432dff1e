import type { PropsWithChildren } from 'hono/jsx'
import { type FormState, typedOne } from '#kit/form.ts'
import { formatMoney, type Grosze } from '#kit/money.ts'
import { PracticesFold, type ShownPractice } from '#modules/ambassadors/practices.parts.tsx'
import type { PriceItem } from '#modules/programme/price-list.rules.ts'
import { boundsOf, type Limits, type SectionName } from '#modules/proposals/drafting.rules.ts'
import { PlainLanguage, plainLanguageWords } from '#modules/proposals/plain-language.parts.tsx'
import type { Project } from '#modules/proposals/proposals.rules.ts'
import { proposalsTextsEn } from '#modules/proposals/proposals.texts.en.ts'
import { proposalsTexts } from '#modules/proposals/proposals.texts.ts'
import { slugs } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import { Button, Field, Form, Hidden, Select, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Why } from '#ui/parts.tsx'

const texts = { pl: proposalsTexts, en: proposalsTextsEn }

/** Both texts of one place, as plain words. */
export type ShownConflict = { readonly base: string; readonly mine: string; readonly theirs: string }
export type Clash = { readonly by: string; readonly conflicts: readonly ShownConflict[] }

type SectionProps = {
  readonly frame: Frame
  readonly project: Project
  readonly section: SectionName
  readonly form: FormState
  readonly revision: number
  readonly limits: Limits
  readonly clash?: Clash | undefined
  /** Examples for this section, beside its guidance. */
  readonly practices?: readonly ShownPractice[]
  /** The page shows what is kept, and writing along may start. */
  readonly along?: boolean
  /** Somebody asked how plain the text is. */
  readonly checked?: boolean
}

export const SectionPage = ({ frame, project, section, form, revision, limits, clash, along, checked = false, practices = [] }: SectionProps) => {
  const t = texts[frame.locale]
  const { min = 0, max } = boundsOf(section, limits)
  const field = {
    name: 'tekst',
    label: t.sections[section].name,
    form,
    required: true,
    hint: `${t.sections[section].hint} ${t.edit.bounds({ min, max })}`,
  }
  return (
    <Layout frame={frame} title={clash ? t.edit.conflict : t.sections[section].name} kicker={t.edit.kicker(project.title)}>
      {project.state === 'agreeing' && <Why>{t.edit.reopens}</Why>}
      {clash && <Clashes frame={frame} clash={clash} lead={t.edit.conflictLead(clash.by || t.edit.somebody)} />}
      <Form action={url(paths.projectSection, { id: project.id, section: slugs[section] })} form={form} keep={`${project.id}-${section}`}>
        <Hidden name="rewizja" value={revision} />
        <Along frame={frame} project={project} section={section} on={along ?? false}>
          {section === 'title' ? <Field {...field} /> : <TextArea {...field} rows={section === 'description' ? 14 : section === 'summary' ? 4 : 7} />}
        </Along>
        <Acts>
          <Button>{t.edit.save}</Button>
          {section !== 'title' && (
            <Button quiet name="akcja" value="jezyk">
              {plainLanguageWords(frame).check}
            </Button>
          )}
          <a href={url(paths.project, { id: project.id })}>{t.page.toProject}</a>
        </Acts>
      </Form>
      {section !== 'title' && <PlainLanguage frame={frame} text={typedOne(form, 'tekst')} open={checked} />}
      <PracticesFold frame={frame} practices={practices} topic={`section-${section}`} />
    </Layout>
  )
}

type AlongProps = PropsWithChildren<{ frame: Frame; project: Project; section: SectionName; on: boolean }>

/** Around a field that several people may write at once; below it, who else is here and whether all is kept. */
const Along = ({ frame, project, section, on, children }: AlongProps) => {
  const t = texts[frame.locale].along
  if (!on) return <>{children}</>
  const address = { id: project.id, section: slugs[section] }
  return (
    <shared-text
      class="tight"
      data-key={`${project.id}-${section}`}
      data-line={url(paths.projectSectionLine, address)}
      data-people={t.people}
      data-words={JSON.stringify(t.states)}
    >
      {children}
      <p class="small" data-people hidden />
      <p class="small muted" role="status" hidden />
      <Hidden name="razem" value="" />
    </shared-text>
  )
}

const Clashes = ({ frame, clash, lead }: { frame: Frame; clash: Clash; lead: string }) => {
  const t = texts[frame.locale].edit
  return (
    <section class="stack" role="alert">
      <p>{lead}</p>
      {clash.conflicts.map(({ base, mine, theirs }) => (
        <div class="two said">
          <div class="tight">
            <h2 class="small">{t.yours}</h2>
            <p>{mine.trim() || t.removed}</p>
          </div>
          <div class="tight">
            <h2 class="small">{`${t.theirs} (${clash.by || t.somebody})`}</h2>
            <p>{theirs.trim() || t.removed}</p>
          </div>
          {base.trim() !== '' && (
            <div class="tight muted">
              <h2 class="small">{t.former}</h2>
              <p>{base.trim()}</p>
            </div>
          )}
        </div>
      ))}
    </section>
  )
}

/** One row of the cost form: what is typed, whether it makes sense or not. */
export type CostRow = {
  readonly id: string
  readonly name: string
  readonly quantity: string
  readonly unit: string
  readonly price: string
  /** Code of the price list, or nothing. */
  readonly item: string
  readonly sum?: Grosze | undefined
}

type CostsProps = {
  readonly frame: Frame
  readonly project: Project
  readonly rows: readonly CostRow[]
  readonly total: Grosze
  readonly prices: readonly PriceItem[]
  /** A year, of what came from the price list. */
  readonly upkeep: Grosze
  readonly errors: FormState['errors']
  readonly revision: number
  readonly limits: Limits
  readonly practices?: readonly ShownPractice[]
  readonly clash?: Clash | undefined
}

export const CostsPage = ({ frame, project, rows, total, prices, upkeep, errors, revision, limits, clash, practices = [] }: CostsProps) => {
  const { costs: t, edit, page } = texts[frame.locale]
  const money = (grosze: Grosze) => formatMoney(grosze, frame.locale)
  const form: FormState = {
    typed: Object.fromEntries(
      rows.flatMap((row, i) => [
        [`co-${i}`, row.name],
        [`ile-${i}`, row.quantity],
        [`jednostka-${i}`, row.unit],
        [`cena-${i}`, row.price],
      ]),
    ),
    errors,
  }
  return (
    <Layout frame={frame} title={clash ? edit.conflict : t.title} lead={t.lead} kicker={edit.kicker(project.title)} wide>
      {project.state === 'agreeing' && <Why>{edit.reopens}</Why>}
      {clash && <Clashes frame={frame} clash={clash} lead={t.conflictLead(clash.by || edit.somebody)} />}
      <Form action={url(paths.projectCosts, { id: project.id })} form={form} class="stack">
        <Hidden name="rewizja" value={revision} />
        {rows.map((row, i) => (
          <CostFields frame={frame} row={row} index={i} form={form} listed={prices.find(({ code }) => code === row.item)} />
        ))}
        {prices.length > 0 && <FromList frame={frame} prices={prices} form={form} />}
        <p>
          <b>{t.total(money(total))}</b>
        </p>
        {upkeep > 0 && <p class="small muted">{t.upkeep(money(upkeep))}</p>}
        {limits.costMin !== undefined && limits.costMax !== undefined && (
          <p class="small muted">{t.limits({ min: money(limits.costMin), max: money(limits.costMax) })}</p>
        )}
        {limits.costOptional && <p class="small muted">{t.optional}</p>}
        <Acts>
          <Button>{t.save}</Button>
          <Button quiet name="akcja" value="przelicz">
            {t.count}
          </Button>
          <Button quiet name="akcja" value="dodaj">
            {t.add}
          </Button>
          <a href={url(paths.project, { id: project.id })}>{page.toProject}</a>
        </Acts>
      </Form>
      <PracticesFold frame={frame} practices={practices} topic="section-costs" />
    </Layout>
  )
}

/** A thing from the city's price list becomes a row; its price may still be changed. */
const FromList = ({ frame, prices, form }: { frame: Frame; prices: readonly PriceItem[]; form: FormState }) => {
  const t = texts[frame.locale].costs
  const options = prices.map(item => ({
    value: item.code,
    label: `${item.category}: ${item.name}, ${formatMoney(item.price, frame.locale)} / ${item.unit}`,
  }))
  return (
    <div class="said tight">
      <Select name="cennik" label={t.fromList} form={form} options={options} empty={t.fromListNone} />
      <Acts>
        <Button quiet small name="akcja" value="cennik">
          {t.fromListAdd}
        </Button>
        <a href={paths.priceList}>{t.wholeList}</a>
      </Acts>
    </div>
  )
}

type FieldsProps = { frame: Frame; row: CostRow; index: number; form: FormState; listed: PriceItem | undefined }
const CostFields = ({ frame, row, index, form, listed }: FieldsProps) => {
  const t = texts[frame.locale].costs
  return (
    <fieldset class="tight">
      <legend>{t.line(index + 1)}</legend>
      <Hidden name={`id-${index}`} value={row.id} />
      {row.item !== '' && <Hidden name={`kod-${index}`} value={row.item} />}
      <div class="side-by-side">
        <Field name={`co-${index}`} label={t.name} form={form} required maxlength={120} {...(index === 0 ? { hint: t.nameHint } : {})} />
        <Field name={`ile-${index}`} label={t.quantity} form={form} required inputmode="decimal" />
        <Field name={`jednostka-${index}`} label={t.unit} form={form} required maxlength={20} {...(index === 0 ? { hint: t.unitHint } : {})} />
        <Field name={`cena-${index}`} label={t.price} form={form} required inputmode="decimal" />
      </div>
      <Acts>
        {row.sum !== undefined && <span>{t.lineSum(formatMoney(row.sum, frame.locale))}</span>}
        {listed && <span class="small muted">{t.listed({ price: formatMoney(listed.price, frame.locale), source: listed.source })}</span>}
        <Button quiet small name="akcja" value={`usun-${index}`}>
          {t.remove(index + 1)}
        </Button>
      </Acts>
    </fieldset>
  )
}
