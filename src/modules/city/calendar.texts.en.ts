import type { Same } from '#kit/texts.ts'
import type { calendarPageTexts } from '#modules/city/calendar.texts.ts'

export const calendarPageTextsEn: Same<typeof calendarPageTexts> = {
  title: 'Calendar',
  lead: 'What is on now, what comes and until when. Every deadline ends at the midnight of its last day.',
  ics: 'Add to your own calendar (.ics)',
  icsHelp: 'The .ics file opens the calendar of your phone or computer. The address can also be subscribed to.',
  table: 'All phases of the edition',
  states: { done: 'over', now: 'on now', ahead: 'ahead' },
  icsName: title => `Wspólne Projekty: ${title}`,
}
