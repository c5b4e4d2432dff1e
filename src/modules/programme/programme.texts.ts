import type { EditionSection, EditionState } from '#modules/programme/programme.rules.ts'

const sections = { phases: 'kalendarz', pools: 'pule i limity', rules: 'zasady', parts: 'części programu' } as const satisfies Record<
  EditionSection,
  string
>

const states = {
  draft: 'w przygotowaniu',
  published: 'ogłoszona',
  running: 'trwa',
  closed: 'zamknięta',
  archived: 'w archiwum',
} as const satisfies Record<EditionState, string>

export const programmeTexts = {
  states,
  facts: {
    'edition.created': (p: { title: string }) => `rozpoczęto pracę nad edycją „${p.title}”`,
    'edition.changed': (p: { title: string; section: EditionSection; reason: string }) =>
      `zmieniono ${sections[p.section]} edycji „${p.title}”${p.reason ? `: ${p.reason}` : ''}`,
    'edition.explained': (p: { title: string; points: readonly string[] }) => `uzasadniono ostrzeżenia o edycji „${p.title}” (${p.points.length})`,
    'edition.published': (p: { title: string }) => `ogłoszono zasady edycji „${p.title}”`,
    'edition.started': (p: { title: string }) => `rozpoczęto edycję „${p.title}”`,
    'edition.closed': (p: { title: string }) => `zamknięto edycję „${p.title}”`,
    'edition.archived': (p: { title: string }) => `przeniesiono do archiwum edycję „${p.title}”`,
    'unit.added': (p: { code: string; name: string }) => `dodano jednostkę ${p.code} (${p.name})`,
    'unit.changed': (p: { code: string; name: string }) => `zmieniono dane jednostki ${p.code} (${p.name})`,
    'city.described': (p: { name: string }) => `zmieniono nazwę programu lub kontakt: ${p.name}`,
  },
}
