import type { Same } from '#kit/texts.ts'
import type { shellTexts } from './shell.texts.ts'

export const shellTextsEn: Same<typeof shellTexts> = {
  cityName: "Citizens' Budget of Kraków",
  menu: {
    districts: 'Districts',
    meetings: 'Meetings',
    talks: 'Talks',
    needs: 'Needs',
    ideas: 'Ideas',
    projects: 'Projects',
    advice: 'Opinions',
    search: 'Search',
    office: 'Office',
  },
  footer: {
    ambassadors: 'Ambassadors',
    archive: 'Archive',
    workshops: 'City workshops',
    practices: 'Good practice',
    report: 'Report on the pilot',
    handovers: 'Handed over to other offices',
    prices: 'Price list',
    talkRules: 'Rules of the talk',
    moderation: 'Moderation',
    rules: 'The rules in sentences',
    calendar: 'Calendar',
    register: 'Register of events',
    accessibility: 'Accessibility statement',
    privacy: 'Privacy',
  },
}
