import type { Same } from '#kit/texts.ts'
import type { packetsTexts } from '#modules/consultation/desk/packets.texts.ts'

const questions = (count: number) => (count === 1 ? '1 question' : `${count} questions`)

export const packetsTextsEn: Same<typeof packetsTexts> = {
  facts: {
    'packet.made': p => `${p.unit} takes ${questions(p.questions)} to a meeting`,
    'packet.noted': p => `it was written down what ${p.unit} said at a meeting`,
  },
  list: { title: 'For meetings', make: 'Gather questions for a meeting', line: day => `gathered on ${day}` },
  make: {
    title: unit => `Questions for a meeting: ${unit}`,
    lead: 'What is said at the meeting you write down at once and confirm afterwards. Only then everybody sees it.',
    meeting: 'Meeting',
    meetingHint: 'Coming ones and those of the last two weeks.',
    choose: 'Choose',
    questions: 'Questions',
    questionsHint: 'First those of whoever asks most.',
    by: p => `${p.name} asks, due on ${p.day}`,
    go: 'Gather',
    made: 'The questions were gathered.',
    none: 'Nothing waits',
    noneLead: 'When somebody asks the unit, the question can be taken to a meeting.',
    noMeetings: 'There are no meetings',
    noMeetingsLead: 'An ambassador or the coordinator plans them.',
  },
  page: {
    kicker: 'Questions to the unit',
    meeting: 'Meeting',
    minutes: 'Minutes of the meeting',
    asks: name => `Asked by: ${name}`,
    verdict: title => `What was said: ${title}`,
    words: 'In one sentence',
    say: 'Write down',
    saidWhich: title => `: ${title}`,
    said: 'Written down. Nobody outside the unit sees it before you confirm.',
    waits: 'written down, waits to be confirmed',
    out: 'answered',
    confirm: count => `Confirm what was written down (${count})`,
    confirmHint: 'You confirm the questions assigned to you. Where a sentence is not enough, open the question and answer there.',
    confirmed: p => `Confirmed: ${p.confirmed}.${p.left > 0 ? ` Not confirmed: ${p.left}, since they are with somebody else or nobody.` : ''}`,
  },
  errors: { required: 'Fill in this field.', wrong: 'Check this field.', long: 'The text is too long. Shorten it.', choose: 'Choose.' },
  why: {
    'not-yours': 'Only the unit in charge can do this.',
    'own-matter': 'Nobody may answer in a matter of their own.',
    answered: 'This question has been answered or has gone to another unit.',
    'meeting-missing': 'Choose a meeting from the list.',
    'nothing-chosen': 'Tick at least one question.',
    'too-many': 'That is too much for one meeting. Tick at most 80 questions.',
    'changed-meanwhile': 'One of the chosen questions has been answered or has gone elsewhere. Check what is chosen.',
  },
}
