import type { WorkshopState } from '#modules/meetings/workshops/workshops.rules.ts'

type Staged = { title: string; stage: number }
type Spoken = { title: string; unit: string }

export const workshopsTexts = {
  states: { planned: 'przed nami', open: 'trwa', settled: 'zakończony' } satisfies Record<WorkshopState, string>,
  thing: (p: Staged) => `Warsztat ${p.stage}: ${p.title}`,
  facts: {
    'series.planned': (p: { title: string }) => `zaplanowano cykl warsztatów „${p.title}”`,
    'workshop.opened': (p: Staged) => `otwarto warsztat ${p.stage} cyklu „${p.title}”`,
    'workshop.settled': (p: Staged) => `zakończono warsztat ${p.stage} cyklu „${p.title}”`,
    'workshop.needs-taken': (p: Staged) => `dołączono potrzeby do warsztatu „${p.title}”`,
    'workshop.groups-merged': (p: Staged) => `połączono podobne potrzeby na warsztacie „${p.title}”`,
    'workshop.need-parted': (p: Staged) => `wydzielono potrzebę na warsztacie „${p.title}”`,
    'workshop.marked': (p: Staged) => `oddano znaki na warsztacie „${p.title}”`,
    'workshop.hall-counted': (p: Staged) => `policzono kropki z sali na warsztacie „${p.title}”`,
    'workshop.table-set': (p: Staged) => `ustawiono stolik na warsztacie „${p.title}”`,
    'workshop.table-joined': (p: Staged) => `ktoś usiadł przy stoliku na warsztacie „${p.title}”`,
    'workshop.card-written': (p: Staged) => `napisano kartę pomysłu na warsztacie „${p.title}”`,
    'workshop.card-changed': (p: Staged) => `zmieniono kartę pomysłu na warsztacie „${p.title}”`,
    'workshop.practice-attached': (p: Staged) => `dołączono dobrą praktykę do warsztatu „${p.title}”`,
    'workshop.practice-detached': (p: Staged) => `odłączono dobrą praktykę od warsztatu „${p.title}”`,
    'agenda.idea-added': (p: { title: string }) => `dodano pomysł do porządku spotkania „${p.title}”`,
    'spoken-answer.recorded': (p: Spoken) => `zapisano, co ${p.unit} powiedział o pomyśle na spotkaniu „${p.title}”`,
    'spoken-answer.confirmed': (p: Spoken) => `potwierdzono, co ${p.unit} powiedział o pomyśle na spotkaniu „${p.title}”`,
  },
}
