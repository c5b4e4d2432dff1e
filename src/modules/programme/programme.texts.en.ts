import type { Same } from '#kit/texts.ts'
import type { programmeTexts } from '#modules/programme/programme.texts.ts'

const sections = { phases: 'calendar', pools: 'pools and limits', rules: 'rules', parts: 'parts of the programme' }

export const programmeTextsEn: Same<typeof programmeTexts> = {
  states: { draft: 'in preparation', published: 'published', running: 'under way', closed: 'closed', archived: 'archived' },
  facts: {
    'edition.created': p => `work on the edition “${p.title}” was started`,
    'edition.changed': p => `the ${sections[p.section]} of the edition “${p.title}” changed${p.reason ? `: ${p.reason}` : ''}`,
    'edition.explained': p => `reasons were written for warnings about the edition “${p.title}” (${p.points.length})`,
    'edition.published': p => `the rules of the edition “${p.title}” were published`,
    'edition.started': p => `the edition “${p.title}” was started`,
    'edition.closed': p => `the edition “${p.title}” was closed`,
    'edition.archived': p => `the edition “${p.title}” was archived`,
    'unit.added': p => `the unit ${p.code} (${p.name}) was added`,
    'unit.changed': p => `the data of the unit ${p.code} (${p.name}) changed`,
    'city.described': p => `the name of the programme or its contact changed: ${p.name}`,
  },
}
