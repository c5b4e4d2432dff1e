import type { ArchivedOutcome } from '#modules/programme/archive/archive.rules.ts'
import { archiveTextsEn } from '#modules/programme/archive/archive.texts.en.ts'
import { archiveTexts } from '#modules/programme/archive/archive.texts.ts'
import type { Frame } from '#ui/frame.ts'
import { Tag } from '#ui/parts.tsx'

const texts = { pl: archiveTexts, en: archiveTextsEn }
const tones = { won: 'good', 'no-money': 'no', 'below-threshold': 'plain', lost: 'plain', withdrawn: 'plain' } as const

/** What came of a past project, in words and a colour. */
export const OutcomeTag = ({ outcome, frame }: { outcome: ArchivedOutcome; frame: Frame }) => (
  <Tag kind={tones[outcome]}>{texts[frame.locale].outcomes[outcome]}</Tag>
)

/** A topic of a past project, as the files name it, in the reader's language. */
export const archivedTopic = (topic: string, { locale }: Frame): string => texts[locale].categories[topic] ?? topic
