import { type FormState, typedOne } from '#kit/form.ts'
import { type Choices, type MergingKind, ownName, type Side, wayName, wayOffered, ways } from '#modules/merging/merging.rules.ts'
import { mergingTextsEn } from '#modules/merging/merging.texts.en.ts'
import { mergingTexts } from '#modules/merging/merging.texts.ts'
import { Radios, TextArea } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Fold } from '#ui/parts.tsx'

export const mergingWords = (frame: Pick<Frame, 'locale'>): typeof mergingTexts => ({ pl: mergingTexts, en: mergingTextsEn })[frame.locale]

type Props = { frame: Frame; kind: MergingKind; sides: readonly Side[]; form: FormState; choices?: Choices | undefined }

/** Section by section, the originals beside each other, and what becomes of them. */
export const ChoiceFields = ({ frame, kind, sides, form, choices }: Props) => {
  const t = mergingWords(frame)
  const sections = Object.keys(sides[0]?.texts ?? {})
  return (
    <>
      {sections.map(section => (
        <SectionChoice frame={frame} kind={kind} sides={sides} section={section} form={form} choices={choices} />
      ))}
      {kind === 'join' && (
        <Radios
          name={wayName('where')}
          label={t.sections.where}
          form={form}
          required
          value={choices?.where?.way ?? 'left'}
          options={sides.map((side, i) => ({ value: i === 0 ? 'left' : 'right', label: side.title }))}
        />
      )}
    </>
  )
}

const SectionChoice = ({ frame, kind, sides, section, form, choices }: Props & { section: string }) => {
  const { form: t, sections } = mergingWords(frame)
  const name = sections[section as keyof typeof sections]
  const before = choices?.[section]
  const originals = sides.map(side => side.texts)
  const owns = kind === 'join' ? [t.own({ section: name })] : [t.ownFirst({ section: name }), t.ownSecond({ section: name })]
  // one name cannot be two names
  const options = ways.filter(way => !(section === 'title' && (way === 'both' || (kind === 'split' && way !== 'own'))))
  const own = owns.map((label, i) => (
    <TextArea name={ownName(section, i)} label={label} form={form} rows={section === 'text' ? 5 : 2} value={before?.own[i] ?? ''} />
  ))
  const written = owns.some((_, i) => typedOne(form, ownName(section, i)) !== '' || form.errors[ownName(section, i)])
  return (
    <section class="part stack">
      <h2>{name}</h2>
      <div class="two">
        {sides.map((side, i) => (
          <div class="tight">
            {sides.length > 1 && (
              <p class="small muted">
                {i === 0 ? t.left : t.right}: {side.title}
              </p>
            )}
            <blockquote>{side.texts[section] || t.empty}</blockquote>
          </div>
        ))}
      </div>
      <Radios
        name={wayName(section)}
        label={name}
        form={form}
        required
        value={before?.way ?? wayOffered(kind, section, originals, options)}
        options={options.map(way => ({ value: way, label: t.ways[kind][way] }))}
      />
      {options.length === 1 ? own : <Fold summary={t.ways[kind].own} open={written || before?.way === 'own'} children={own} />}
    </section>
  )
}
