import type { Same } from '#kit/texts.ts'
import type { termsTexts } from '#modules/ambassadors/terms.texts.ts'

export const termsTextsEn: Same<typeof termsTexts> = {
  termStates: {
    accepted: 'accepted, before training',
    active: 'running',
    suspended: 'suspended',
    recalled: 'recalled',
    resigned: 'resigned',
    finished: 'finished',
  },
  forms: {
    'citizens-budget': "citizens' budget",
    'local-initiative': 'local initiative',
    consultation: 'public consultation',
  },
  facts: {
    'term.started': () => 'somebody new was accepted as an ambassador; training comes first',
    'term.authorised': p => `an ambassador was given authorisation ${p.number} for data from meetings`,
    'term.activated': () => "an ambassador's term began",
    'term.suspended': () => "an ambassador's term was suspended",
    'term.resumed': () => "an ambassador's term was resumed",
    'term.recalled': () => 'an ambassador was recalled',
    'term.resigned': () => 'an ambassador resigned',
    'term.finished': () => "an ambassador's term ended",
  },
  letters: {
    'term.activated': {
      subject: ({ area }) => `Your term as an ambassador begins: ${area}`,
      lead: 'From today you may lead meetings in your area. Everything you need is on one page.',
    },
    'term.suspended': {
      subject: ({ area }) => `Your term as an ambassador is suspended: ${area}`,
      lead: "Until further notice please do not lead meetings in the programme's name or collect residents' data.",
    },
    'term.resumed': {
      subject: ({ area }) => `Your term as an ambassador goes on: ${area}`,
      lead: 'The suspension is over. You may lead meetings again.',
    },
    'term.recalled': {
      subject: ({ area }) => `You have been recalled as an ambassador: ${area}`,
      lead: 'From now on you do not act as an ambassador. Please return papers from meetings to the office within 7 days.',
    },
    'term.resigned': {
      subject: ({ area }) => `Resignation from the role of ambassador: ${area}`,
      lead: 'The resignation holds at once. Papers from meetings are to be returned to the office within 7 days.',
    },
    'term.finished': {
      subject: ({ area }) => `The term as an ambassador has ended: ${area}`,
      lead: 'Thank you for talking with your neighbours. The certificate and the report are on your page.',
    },
  },
  letterReason: reason => `Reason: ${reason}`,
  letterAct: "Open the ambassador's page",
  letterFoot: 'This letter is about the role of Ambassador of Local Participation.',
}
