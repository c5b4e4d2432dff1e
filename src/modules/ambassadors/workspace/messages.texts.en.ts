import type { Same } from '#kit/texts.ts'
import type { messagesTexts } from '#modules/ambassadors/workspace/messages.texts.ts'

export const messagesTextsEn: Same<typeof messagesTexts> = {
  write: 'Write to the ambassador',
  writeLead: name => `Your message will reach ${name}. You will not see their address, nor they yours unless you show it.`,
  text: 'Your message',
  show: 'Show my e-mail, so that an answer can come straight to me',
  showHint: 'Without it the answer comes through this site.',
  send: 'Send',
  sent: 'Your message is on its way. The answer will come by mail.',
  signIn: 'Sign in with a code from your e-mail to write.',
  title: 'Messages from residents',
  lead: 'Answer here. The person gets the answer by mail, without your address.',
  empty: 'There are no messages',
  emptyHint: 'When somebody writes to you from your public page, the message will stand here and in your mail.',
  reply: 'Your answer',
  sendReply: 'Send the answer',
  replied: 'The answer is on its way.',
  answered: 'Answer',
  goes: 'Messages are deleted after 90 days.',
  why: {
    'sign-in': 'Sign in to write to an ambassador.',
    'no-term': 'The term of this person is not running.',
    own: 'This is your own page.',
    'too-many': 'Five messages to ambassadors have been sent today. Write tomorrow or come to a meeting.',
    'not-yours': 'This message is for somebody else.',
    'not-active': 'Your term is not running, so you cannot answer. The reason stands on your page.',
    'wrong-state': 'This message has been answered.',
  },
  errors: {
    required: 'Write something.',
    wrong: 'Check this field.',
    'too-short': 'Write a little more.',
    'too-long': 'This text is too long, 3000 characters at most.',
  },
  facts: {
    'ambassador.written-to': () => 'somebody wrote to an ambassador',
    'ambassador.answered': () => 'an ambassador answered a resident',
  },
  letters: {
    toAmbassador: {
      subject: a => `${a.name} writes to you as an ambassador: ${a.area}`,
      lead: name => `Please answer on the site. ${name} will not see your address.`,
      leadOpen: name => `You may answer this letter (then ${name} will see your address) or answer on the site.`,
      act: 'Answer on the site',
    },
    toSender: {
      subject: a => `${a.name} answers your message`,
      lead: name => `Here is the answer from ${name}.`,
      yours: 'Your message:',
      act: 'Write again',
    },
    foot: "This letter came through an ambassador's page. Addresses are not shown without consent.",
  },
}
