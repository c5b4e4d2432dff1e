import { formatMoney } from '#kit/money.ts'
import { type PhaseKind, phaseKinds } from '#modules/programme/calendar.rules.ts'
import { calendarTextsEn } from '#modules/programme/calendar.texts.en.ts'
import { calendarTexts } from '#modules/programme/calendar.texts.ts'
import { type PhaseRow, phaseRows } from '#modules/programme/editions/edition-forms.rules.ts'
import { EditorPage, type EditorProps, SectionForm, savedHint, sectionUrl } from '#modules/programme/editions/editions.pages.tsx'
import { editionsTextsEn } from '#modules/programme/editions/editions.texts.en.ts'
import { editionsTexts } from '#modules/programme/editions/editions.texts.ts'
import { type Finding, type FindingCode, type Level, reasonKey, reasonMax } from '#modules/programme/editions/lint.rules.ts'
import { lintTextsEn } from '#modules/programme/editions/lint.texts.en.ts'
import { lintTexts } from '#modules/programme/editions/lint.texts.ts'
import { partsOfProgramme } from '#modules/programme/programme.rules.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { paths } from '#paths'
import { Checkboxes, Field, Hidden, Select, TextArea } from '#ui/forms.tsx'
import { Empty, Row, Rows, Tag } from '#ui/parts.tsx'

const texts = { pl: editionsTexts, en: editionsTextsEn }
const calendar = { pl: calendarTexts, en: calendarTextsEn }
const lintWords = { pl: lintTexts, en: lintTextsEn }

export const PhasesPage = (props: EditorProps) => {
  const { frame, edition, why } = props
  const t = texts[frame.locale].phases
  return (
    <EditorPage frame={frame} edition={edition} section="phases" lead={t.lead} why={why} wide>
      <SectionForm {...props} section="phases" roomy>
        {phaseRows(edition.phases).map(row => (
          <PhaseFields {...props} row={row} />
        ))}
      </SectionForm>
    </EditorPage>
  )
}

const PhaseFields = ({ frame, form, saved, row: { index, kind } }: EditorProps & { row: PhaseRow }) => {
  const t = texts[frame.locale].phases
  const hint = (name: string) => savedHint(frame, saved, form, name)
  const kinds = phaseKinds.map((value: PhaseKind) => ({ value, label: calendar[frame.locale].phases[value] }))
  const [from, to, note] = [`from-${index}`, `to-${index}`, `note-${index}`]
  return (
    <fieldset>
      <legend>{kind === '' ? t.another : calendar[frame.locale].phases[kind]}</legend>
      {kind === '' ? (
        <Select name={`kind-${index}`} label={t.kind} form={form} options={kinds} empty={t.none} unmarked />
      ) : (
        <Hidden name={`kind-${index}`} value={kind} />
      )}
      <div class="side-by-side">
        <Field name={from} type="date" label={t.from} hint={hint(from)} form={form} unmarked />
        <Field name={to} type="date" label={t.to} hint={hint(to)} form={form} unmarked />
        <Field name={note} label={t.note} hint={hint(note)} form={form} maxlength={300} unmarked />
      </div>
    </fieldset>
  )
}

export const PoolsPage = (props: EditorProps & { territories: readonly Territory[] }) => {
  const { frame, edition, form, saved, why, territories } = props
  const t = texts[frame.locale].pools
  const total = edition.pools.reduce((sum, pool) => sum + pool.amount, 0)
  return (
    <EditorPage frame={frame} edition={edition} section="pools" lead={t.lead} why={why} wide>
      {territories.length === 0 && (
        <Empty title={t.noTerritories}>
          <a href={paths.territories}>{paths.territories}</a>
        </Empty>
      )}
      <p>
        <b>{t.total({ total: formatMoney(total, frame.locale) })}</b>
      </p>
      <SectionForm {...props} section="pools" roomy>
        <Field
          name="expenditure"
          label={t.expenditure}
          hint={savedHint(frame, saved, form, 'expenditure', t.expenditureHint)}
          form={form}
          inputmode="decimal"
        />
        {territories.map(territory => (
          <PoolFields {...props} territory={territory} />
        ))}
      </SectionForm>
    </EditorPage>
  )
}

const PoolFields = ({ frame, form, saved, territory }: EditorProps & { territory: Territory }) => {
  const t = texts[frame.locale].pools
  const labels = { amount: t.amount, min: t.min, max: t.max, people: t.people }
  return (
    <fieldset>
      <legend>{territory.kind === 'city' ? t.city : territoryTitle(territory)}</legend>
      <div class="side-by-side">
        {(Object.keys(labels) as (keyof typeof labels)[]).map(what => {
          const name = `${what}-${territory.id}`
          const mode = what === 'people' ? 'numeric' : 'decimal'
          return <Field name={name} label={labels[what]} hint={savedHint(frame, saved, form, name)} form={form} inputmode={mode} unmarked />
        })}
      </div>
    </fieldset>
  )
}

export const PartsPage = (props: EditorProps) => {
  const { frame, edition, form, why } = props
  const t = texts[frame.locale]
  const options = partsOfProgramme.map(part => ({ value: part, label: t.part(part), hint: t.partHint(part) }))
  return (
    <EditorPage frame={frame} edition={edition} section="parts" lead={t.partsPage.lead} why={why}>
      <SectionForm {...props} section="parts">
        <Checkboxes name="parts" label={t.partsPage.label} form={form} options={options} />
      </SectionForm>
    </EditorPage>
  )
}

/** The screen on which a finding is put right. */
const fixOf: Readonly<Record<FindingCode, 'phases' | 'pools' | 'rules' | 'statement'>> = {
  'pools-share': 'pools',
  'pool-limits': 'pools',
  'support-count': 'pools',
  'protest-phase': 'phases',
  'calendar-order': 'phases',
  'vote-age': 'rules',
  'submission-age': 'rules',
  'identity-data': 'rules',
  residence: 'rules',
  'equal-ballots': 'rules',
  'direct-vote': 'rules',
  'rules-in-time': 'phases',
  'ties-end': 'rules',
  accessibility: 'statement',
  retention: 'rules',
  unconfirmed: 'rules',
}
function fixUrl(id: string, code: FindingCode): string {
  const place = fixOf[code]
  return place === 'statement' ? paths.officeAccessibility : sectionUrl(id, place)
}
const tones = { ok: 'good', warn: 'wait', block: 'no' } as const satisfies Record<Level, string>

/** `findings` carry the names of their territories, not the ids. */
export const LintPage = (props: EditorProps & { findings: readonly Finding[] }) => {
  const { frame, edition, form, saved, why, findings, editable } = props
  const t = texts[frame.locale].lint
  const words = lintWords[frame.locale]
  const byLevel = [...findings].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  return (
    <EditorPage frame={frame} edition={edition} section="lint" lead={t.lead} why={why}>
      <SectionForm {...props} section="lint" label={t.save}>
        <Rows plain>
          {byLevel.map(finding => (
            <Row level="h2" title={words.titleOf(finding.code)} note={`${t.law}: ${words.lawOf(finding.code)}`}>
              <p>
                <Tag kind={tones[finding.level]}>{words.levels[finding.level]}</Tag> {words.says[finding.says](finding.about)}
              </p>
              {finding.level !== 'ok' && editable.ok && (
                <p>
                  <a href={fixUrl(edition.id, finding.code)}>{t.fixes[fixOf[finding.code]]}</a>
                </p>
              )}
              {finding.level === 'warn' && (
                <TextArea
                  name={reasonKey(finding)}
                  label={t.reason}
                  hint={savedHint(frame, saved, form, reasonKey(finding), t.reasonHint)}
                  form={form}
                  rows={2}
                  max={reasonMax}
                  required
                />
              )}
            </Row>
          ))}
        </Rows>
      </SectionForm>
    </EditorPage>
  )
}
const order: readonly Level[] = ['block', 'warn', 'ok']
