import type { Same } from '#kit/texts.ts'
import { pluralEn } from '#kit/texts.ts'
import type { switchesTexts } from '#modules/meetings/switches/switches.texts.ts'

const meetings = (n: number) => `${n} ${pluralEn(n, 'meeting', 'meetings')}`
const people = (n: number) => `${n} ${pluralEn(n, 'person', 'people')}`

export const switchesTextsEn: Same<typeof switchesTexts> = {
  meetings,
  people,
  pathNames: { district: 'district path', city: 'city path' },
  hows: { online: 'online, at an address on the internet', phone: 'by telephone', async: 'in writing, over 72 hours' },
  form: {
    title: 'Online formula',
    lead: 'One act turns hall meetings into remote ones. Registrations stay and everybody is told.',
    now: 'Hall meetings still to come',
    none: 'There is no hall meeting now.',
    nowLine: p => `${p.path}: ${meetings(p.meetings)}, registered: ${people(p.people)}`,
    path: 'Which path',
    from: 'From which day on',
    fromHint: 'All meetings from this day on. Each of them can be returned to its hall later.',
    how: 'In what way',
    link: 'Address of the online meetings',
    linkHint: 'We put the number of the meeting in the place of {numer}. The address of each meeting can be changed later.',
    phone: 'Telephone of the meetings',
    phoneHint: 'For example: 12 000 00 00, code {numer}.',
    reason: 'Reason',
    reasonHint: 'Everybody will read it. Say plainly why.',
    send: 'Turn the meetings into remote ones',
    earlier: 'Earlier switches',
    empty: 'The online formula has not been used yet.',
    emptyHint: 'Once you use it, you see here which meetings changed and how many people know.',
    line: p => `${p.path}: ${p.how}, from ${p.day}`,
  },
  page: {
    title: 'Switch to the online formula',
    lead: 'What was changed, why, and how many people know of it.',
    path: 'Path',
    how: 'Way',
    from: 'From',
    reason: 'Reason',
    made: 'Changed on',
    told: 'People told',
    progress: p => `${p.told} of ${p.all}`,
    all: 'Everybody has been told or stands on the phone list.',
    going: 'Letters leave one after another. You may close this page and come back later.',
    refresh: 'See how many people know',
    phoneList: 'People without e-mail: phone list for print',
    list: 'Meetings',
    back: 'Return to the hall',
    returned: 'returned to its hall',
    edit: 'Change the address or the telephone',
  },
  banner: {
    title: 'Remote instead of in a hall',
    meeting: p => `This meeting was to be in a hall. It will take place ${p.how}. Registrations stay.`,
    list: p => `${p.path}: from ${p.day} on we meet ${p.how}. Registrations stay.`,
    reason: reason => `Reason: ${reason}`,
  },
  flash: {
    switched: 'The meetings are remote. Letters are on their way.',
    returned: 'The meeting returns to its hall. Registered people will be told.',
  },
  why: {
    'not-coordinator': 'Only the coordinators of the programme switch the online formula on or off.',
    'no-edition': 'There is no edition now in which this can be done.',
    'nothing-to-switch': 'This path has no hall meeting from that day on.',
    'link-missing': 'Give the address of the online meetings.',
    'bad-link': 'The address must begin with https:// and hold no space.',
    'phone-missing': 'Give the telephone of the meetings.',
    'not-switched': 'This meeting was not turned into a remote one, or has returned to its hall already.',
  },
  errors: {
    required: 'Fill in this field.',
    wrong: 'Correct this field.',
    'bad-day': 'Give a day, for example 2026-04-01.',
    'reason-missing': 'Give a reason of at least 10 characters.',
    'too-much': 'This text is too long. Shorten it.',
  },
  facts: {
    'meetings.switched': p =>
      `hall meetings were turned into remote ones (${p.path === 'city' ? 'city path' : 'district path'}, ${meetings(p.meetings)}). Reason: ${p.reason}`,
    'meeting.went-online': p => `the meeting “${p.title}” will be remote instead of in a hall${p.reason ? `. Reason: ${p.reason}` : ''}`,
    'meeting.returned-to-hall': p => `the meeting “${p.title}” returns to its hall`,
  },
}
