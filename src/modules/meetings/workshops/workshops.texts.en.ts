import type { Same } from '#kit/texts.ts'
import type { workshopsTexts } from '#modules/meetings/workshops/workshops.texts.ts'

export const workshopsTextsEn: Same<typeof workshopsTexts> = {
  states: { planned: 'ahead', open: 'open', settled: 'settled' },
  thing: p => `Workshop ${p.stage}: ${p.title}`,
  facts: {
    'series.planned': p => `the workshop series “${p.title}” was planned`,
    'workshop.opened': p => `workshop ${p.stage} of “${p.title}” was opened`,
    'workshop.settled': p => `workshop ${p.stage} of “${p.title}” was settled`,
    'workshop.needs-taken': p => `needs were taken into the workshop “${p.title}”`,
    'workshop.groups-merged': p => `similar needs were merged at the workshop “${p.title}”`,
    'workshop.need-parted': p => `a need was parted from its group at the workshop “${p.title}”`,
    'workshop.marked': p => `marks were given at the workshop “${p.title}”`,
    'workshop.hall-counted': p => `dots of the hall were counted at the workshop “${p.title}”`,
    'workshop.table-set': p => `a table was set at the workshop “${p.title}”`,
    'workshop.table-joined': p => `somebody sat down at a table of the workshop “${p.title}”`,
    'workshop.card-written': p => `an idea card was written at the workshop “${p.title}”`,
    'workshop.card-changed': p => `an idea card was changed at the workshop “${p.title}”`,
    'workshop.practice-attached': p => `a good practice was attached to the workshop “${p.title}”`,
    'workshop.practice-detached': p => `a good practice was taken off the workshop “${p.title}”`,
    'agenda.idea-added': p => `an idea was put on the agenda of the meeting “${p.title}”`,
    'spoken-answer.recorded': p => `what ${p.unit} said about an idea at the meeting “${p.title}” was written down`,
    'spoken-answer.confirmed': p => `what ${p.unit} said about an idea at the meeting “${p.title}” was confirmed`,
  },
}
