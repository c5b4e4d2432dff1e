import { z } from 'zod'
import { limits } from '#modules/ideas/space.rules.ts'
import { type Choice, type Choices, type MergingKind, ownName, type Side, textsOf, type Way, wayName, ways } from '#modules/merging/merging.rules.ts'

type Typed = Readonly<Record<string, unknown>>
const sectionsOf = (sides: readonly Side[]) => Object.keys(sides[0]?.texts ?? {})

/** What was chosen, section by section. */
export function choicesOf(kind: MergingKind, sides: readonly Side[], typed: Typed): Choices {
  const choiceOf = (section: string): Choice => ({
    way: (typed[wayName(section)] ?? 'left') as Way,
    own: (kind === 'join' ? [0] : [0, 1]).map(which => String(typed[ownName(section, which)] ?? '')),
  })
  return Object.fromEntries([...sectionsOf(sides), 'where'].map(section => [section, choiceOf(section)]))
}

const lengths: Readonly<Record<string, readonly [least: number, most: number]>> = {
  title: [limits.titleMin, limits.titleMax],
  text: [limits.textMin, limits.textMax],
  place: [0, limits.placeMax],
}

// a draft may have gaps, and its own form says what is too long for its edition
const draftLengths: typeof lengths = { title: [1, 300] }

/** The form with a choice for each section; what comes of it keeps the limits that its authors keep when they write it. */
export function choicesSchema<Rest extends z.ZodRawShape>(kind: MergingKind, sides: readonly Side[], rest: Rest) {
  const way = z.enum(ways, 'way-missing')
  const fields = sectionsOf(sides).flatMap(section => [
    [wayName(section), way] as const,
    ...[0, 1].map(which => [ownName(section, which), z.string().max(20_000, 'text-length').optional()] as const),
  ])
  const shape = { ...Object.fromEntries(fields), [wayName('where')]: way.optional(), ...rest }
  return z.object(shape as Record<string, z.ZodType>).superRefine((typed, context) => {
    const texts = textsOf(
      kind,
      sides.map(side => side.texts),
      choicesOf(kind, sides, typed),
    )
    for (const [which, said] of texts.entries())
      for (const [section, text] of Object.entries(said)) {
        const [least, most] = (sides[0]?.kind === 'project' ? draftLengths[section] : lengths[section]) ?? [0, 20_000]
        const own = typed[wayName(section)] === 'own'
        if (text.length >= least && text.length <= most) continue
        const message = own && text === '' ? 'own-missing' : sides[0]?.kind === 'project' ? 'draft-length' : `${section}-length`
        context.addIssue({ code: 'custom', path: [own ? ownName(section, which) : wayName(section)], message })
      }
  })
}
