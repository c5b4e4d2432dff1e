import { pluralEn, type Same } from '#kit/texts.ts'
import type { certificatesTexts } from '#modules/ambassadors/tenure/certificates.texts.ts'

const hours = (n: number) => `${n} ${pluralEn(n, 'hour', 'hours')}`
const meetings = (n: number) => `${n} ${pluralEn(n, 'meeting', 'meetings')}`
export const certificatesTextsEn: Same<typeof certificatesTexts> = {
  title: number => `Certificate ${number}`,
  good: 'This certificate is genuine',
  goodLead: 'The city issued it to an Ambassador of Local Participation. What stands on the paper stands below.',
  none: 'There is no such certificate',
  noneLead: 'Check the number on the paper, character by character. If it is right, this certificate was not issued here.',
  who: 'Who',
  nameHidden: 'This person does not show their name here. Compare the number, the period and the figures with the paper.',
  period: 'Period',
  worked: 'Amount',
  amounts: a => `${hours(a.hours)}, ${meetings(a.meetings)}`,
  issued: 'Issued',
  print: 'Download the certificate (PDF)',
  show: 'Show my name on this page',
  hide: 'Hide my name',
  shown: 'The page of the certificate now says your name.',
  hidden: 'The page of the certificate no longer says your name.',
  toReport: 'Report on the term',
  office: {
    title: 'Certificate',
    hours: 'Hours of work',
    meetings: 'Meetings',
    counted: 'The numbers come from the meetings that were held. Add hours of preparation if you know them.',
    issue: 'Issue the certificate',
    done: 'The certificate is issued. The ambassador has been told.',
    later: 'The certificate can be issued once the term has ended.',
  },
  report: {
    title: 'Report on the term',
    lead: 'What happened, counted from the records. Nothing needs to be added.',
    figures: {
      meetings: 'meetings',
      people: 'people at meetings',
      voices: 'voices collected',
      messages: 'messages from residents',
      replies: 'answers',
      requests: 'requests to the office',
      granted: 'requests met',
      practices: 'good practices',
    },
    training: 'Training',
    trained: { session: 'a training session', course: 'the course', no: 'none' },
    facts: 'What happened when',
  },
  why: {
    'not-yours': 'Certificates are issued by the coordinators of the programme. Nobody issues their own.',
    'wrong-state': 'A certificate is for somebody whose term has ended.',
    issued: 'This certificate has been issued already.',
  },
  errors: { required: 'This field is needed.', wrong: 'Check this field.', number: 'Give a number from 0 to 2000.' },
  facts: {
    'certificate.issued': p => `certificate ${p.number} was issued: ${hours(p.hours)}, ${meetings(p.meetings)}`,
    'certificate.name-shown': p =>
      p.shown ? `the name was shown on the page of certificate ${p.number}` : `the name was hidden on the page of certificate ${p.number}`,
  },
  letter: {
    subject: a => `Your ambassador's certificate: ${a.number}`,
    lead: 'The certificate is ready to print. Whoever has its number can check it.',
    act: 'See the certificate',
    foot: "This letter is about an ambassador's term that has ended.",
  },
  paper: {
    title: 'Certificate',
    confirms: 'The city certifies that',
    role: 'has worked as an Ambassador of Local Participation',
    area: area => `in the area: ${area}`,
    period: a => `from ${a.from} to ${a.until}`,
    amounts: a => `Voluntary work: ${hours(a.hours)}, ${meetings(a.meetings)}.`,
    thanks: 'Thank you for talking with your neighbours, and for every voice that has been written down.',
    check: 'Check this certificate:',
    signature: 'signature',
    qr: 'The QR code leads to the page that checks the certificate.',
  },
}
