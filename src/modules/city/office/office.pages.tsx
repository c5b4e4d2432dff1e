import { officeTextsEn } from '#modules/city/office/office.texts.en.ts'
import { officeTexts } from '#modules/city/office/office.texts.ts'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/parts.tsx'

const texts = { pl: officeTexts, en: officeTextsEn }
export type OfficeDoor = keyof typeof officeTexts.doors

export const officeGroups: Readonly<Record<keyof typeof officeTexts.groups, readonly OfficeDoor[]>> = {
  today: ['officeToday', 'pilotReport'],
  programme: [
    'editions',
    'units',
    'territories',
    'cityPlansImport',
    'officeTalks',
    'priceListImport',
    'citySettings',
    'adviceQueue',
    'officeSupportLists',
    'officeCompletions',
    'competences',
    'plotsImport',
  ],
  ambassadors: ['officeCalls', 'officeTerms', 'officeTrainings', 'officeAssistance', 'officeResidents'],
  meetings: ['onlineSwitches', 'expertsPlan', 'seriesNew', 'sheetQueue'],
  people: ['people', 'personNew', 'phoneList', 'officeRenewals'],
  words: ['officePages', 'officeAccessibility'],
  trust: ['moderationQueue', 'retention', 'ledgerCheck'],
}

/** The index of the office: only the doors that this person may open. */
export const OfficePage = ({ frame, open }: { frame: Frame; open: ReadonlySet<OfficeDoor> }) => {
  const t = texts[frame.locale]
  const groups = Object.entries(officeGroups) as [keyof typeof officeGroups, readonly OfficeDoor[]][]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {groups
        .map(([group, doors]) => [group, doors.filter(door => open.has(door))] as const)
        .filter(([, doors]) => doors.length > 0)
        .map(([group, doors]) => (
          <section class="stack">
            <h2>{t.groups[group]}</h2>
            <Rows plain>
              {doors.map(door => (
                <Row title={t.doors[door].title} href={paths[door]} note={t.doors[door].note} />
              ))}
            </Rows>
          </section>
        ))}
    </Layout>
  )
}
