import type { PropsWithChildren } from 'hono/jsx'
import { EditorPage, type EditorProps, SectionForm, savedHint } from '#modules/programme/editions/editions.pages.tsx'
import { lintTextsEn } from '#modules/programme/editions/lint.texts.en.ts'
import { lintTexts } from '#modules/programme/editions/lint.texts.ts'
import { rulesFormTextsEn } from '#modules/programme/editions/rules-form.texts.en.ts'
import { rulesFormTexts } from '#modules/programme/editions/rules-form.texts.ts'
import { tieSteps } from '#modules/programme/programme.rules.ts'
import { Checkbox, Checkboxes, Field, Radios, Select, TextArea } from '#ui/forms.tsx'

const texts = { pl: rulesFormTexts, en: rulesFormTextsEn }
const unknownWords = { pl: lintTexts.unknowns, en: lintTextsEn.unknowns }
type Fields = keyof typeof rulesFormTexts.fields
type Groups = keyof typeof rulesFormTexts.groups

const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The controls of this screen, each by the name of its field. */
function controls(props: EditorProps) {
  const { frame, form, saved } = props
  const t = texts[frame.locale]
  const about = (name: Fields, hint?: string) => ({ name, label: t.fields[name], form, hint: savedHint(frame, saved, form, name, hint) })
  return {
    Group: ({ name, children }: PropsWithChildren<{ name: Groups }>) => (
      <section class="part stack" aria-labelledby={`grupa-${name}`}>
        <h2 id={`grupa-${name}`}>{t.groups[name]}</h2>
        {children}
      </section>
    ),
    Line: ({ name, required }: { name: Fields; required?: boolean }) => <Field {...about(name)} required={required} maxlength={200} />,
    Count: ({ name, hint, maybe }: { name: Fields; hint?: string; maybe?: boolean }) => (
      <Field {...about(name, hint)} inputmode="numeric" short required={!maybe} />
    ),
    OnDay: ({ name }: { name: Fields }) => <Field {...about(name)} type="date" short />,
    Yes: ({ name }: { name: Fields }) => <Checkbox {...about(name)} />,
    Choice: ({ name, of }: { name: Fields; of: Readonly<Record<string, string>> }) => <Radios {...about(name)} options={optionsOf(of)} required />,
    Several: ({ name, of, hint }: { name: Fields; of: Readonly<Record<string, string>>; hint?: string }) => (
      <Checkboxes {...about(name, hint)} options={optionsOf(of)} />
    ),
  }
}

export const RulesFormPage = (props: EditorProps) => {
  const { frame, edition, form, why } = props
  const t = texts[frame.locale]
  const { Group, Line, Count, OnDay, Yes, Choice, Several } = controls(props)
  const unknown = Object.fromEntries(edition.rules.unknown.map(name => [name, unknownWords[frame.locale][name]]))
  return (
    <EditorPage frame={frame} edition={edition} section="rules" lead={t.lead} why={why}>
      <SectionForm {...props} section="rules">
        <Group name="edition">
          <Line name="title" required />
          <Count name="no" />
          <TextArea name="legalActs" label={t.fields.legalActs} hint={t.hints.legalActs} form={form} rows={3} />
        </Group>
        {edition.rules.unknown.length > 0 && (
          <Group name="unknown">
            <Several name="confirmed" of={unknown} hint={t.hints.confirmed} />
          </Group>
        )}
        <Group name="legal">
          <OnDay name="retentionUntil" />
        </Group>
        <Group name="ambassador">
          <Count name="ambassadorMinAge" hint={t.hints.minAge} maybe />
          <Several name="ambassadorForms" of={t.options.forms} />
          <Yes name="ambassadorSigned" />
          <Yes name="ambassadorCertificate" />
          <Yes name="ambassadorPublic" />
        </Group>
        <Group name="submission">
          <Count name="submissionMinAge" hint={t.hints.minAge} maybe />
          <Count name="titleMax" />
          <Count name="summaryMin" />
          <Count name="summaryMax" />
          <Yes name="anyDistrict" />
          <Yes name="costOptional" />
          <Yes name="notTwice" />
          <Count name="perPerson" maybe />
          <Count name="leadAbsentDays" />
          <Count name="costChangePercent" />
          <Choice name="authorNames" of={t.options.authorNames} />
        </Group>
        <Group name="support">
          <Count name="supportCount" />
          <Count name="supportDays" hint={t.hints.supportDays} maybe />
          <Yes name="supportOwnDistrict" />
          <Several name="supportChannels" of={t.options.channels} />
        </Group>
        <Group name="review">
          <Yes name="expertNames" />
          <Count name="completeDays" />
          <Yes name="allAgree" />
          <Choice name="notCompleted" of={t.options.notCompleted} />
          <Choice name="protestScope" of={t.options.scopes} />
          <Choice name="protestDecider" of={t.options.deciders} />
        </Group>
        <Group name="vote">
          <Choice name="voteType" of={t.options.voteTypes} />
          <Count name="cityPicksMin" />
          <Count name="cityPicksMax" />
          <Count name="districtPicksMin" />
          <Count name="districtPicksMax" />
          <Line name="points" />
          <Yes name="bothPools" />
          <Yes name="ownDistrict" />
          <Count name="voteMinAge" hint={t.hints.minAge} maybe />
          <Several name="identity" of={t.options.identity} />
          <Yes name="sms" />
          <Several name="voteChannels" of={t.options.channels} />
          <Choice name="residence" of={t.options.residences} />
          <Choice name="ballots" of={t.options.ballots} />
          <Choice name="decides" of={t.options.decides} />
        </Group>
        <Group name="count">
          <Choice name="countMethod" of={t.options.methods} />
          <Count name="minVotes" />
          <p class="hint">{t.hints.tie}</p>
          {tieSteps.map((_, index) => (
            <Select name={`tie-${index}`} label={t.tieNo(index + 1)} form={form} options={optionsOf(t.options.ties)} empty={t.none} unmarked />
          ))}
          <Choice name="leftover" of={t.options.leftovers} />
        </Group>
      </SectionForm>
    </EditorPage>
  )
}
