import type { Same } from '#kit/texts.ts'
import type { projectLetterTexts } from '#modules/proposals/letters.texts.ts'

export const projectLetterTextsEn: Same<typeof projectLetterTexts> = {
  foot: 'This letter comes from the programme Joint Projects, since it is about a project that bears your name. You can change the settings of letters in your profile.',
  untitled: 'Untitled draft',
  invited: {
    subject: p => `Invitation to a joint project: ${p.title}`,
    first: p => `Answer by ${p.day}. After that day the invitation expires.`,
    second: p =>
      `${p.name} invites you to co-author the project “${p.title}”. Co-authors write the draft together and in the end accept the same version.`,
    helper: p =>
      `${p.name} asks you to help with the project “${p.title}”. A helper writes and suggests, but does not accept versions and is not among the authors.`,
    act: 'Read the draft and answer',
    foot: 'The programme Joint Projects sent this letter at the request of the person who leads the project. If you do not want it, do nothing: the invitation expires by itself.',
  },
  answered: {
    subject: p => `Somebody has joined the project: ${p.title}`,
    declined: p => `Co-authorship declined: ${p.title}`,
    helping: p => `Somebody new helps with the project: ${p.title}`,
    first: p => `${p.name} joins the authors.`,
    helps: p => `${p.name} will help with the draft.`,
    firstDeclined: 'The invited person does not want to co-author the project. You can invite somebody else.',
    act: 'See the authors',
  },
  waits: {
    subject: p => `Version ${p.version} waits for your consent: ${p.title}`,
    first: p => `Read version ${p.version} and accept it, or say what must change.`,
    second: 'The project can be submitted only when all authors have accepted the same version.',
    act: 'See the version',
  },
  agreed: {
    subject: p => `All have accepted the same version: ${p.title}`,
    first: p => `All authors have accepted version ${p.version}. You can submit the project while submitting is open.`,
    act: 'Go to the project',
  },
  reopened: {
    subject: p => `The draft is being corrected again: ${p.title}`,
    first: p => `Consents to version ${p.version} no longer hold. After the corrections you will accept a new one.`,
    reason: p => `${p.name} writes: ${p.reason}`,
    act: 'See the draft',
  },
  submitted: {
    subject: p => `Project ${p.publicNo} submitted: ${p.title}`,
    first: p => `This is the receipt. Number of the project: ${p.publicNo}. Submitted on ${p.day}.`,
    hash: p => `Fingerprint of version ${p.version} (SHA-256): ${p.hash}`,
    second: 'Now the office checks the project. We write at every step.',
    receipt: { title: 'Receipt of the submission (PDF)', note: 'Number, moment of submission and fingerprint of the version, to print.' },
    check: { title: 'Check the receipt', note: 'Anybody may compare the number and the fingerprint with what the office holds.' },
    act: 'See the project',
  },
  settled: {
    subject: p => `The authors answer the change you proposed: ${p.title}`,
    first: {
      accepted: 'Your change is taken over. Your name will stand by the project.',
      partly: 'Your change is taken over in part. Your name will stand by the project.',
      not: 'The authors have not taken over your change.',
    },
    why: why => `Why: ${why}`,
    yours: text => `What you proposed: ${text}`,
    act: 'See the answer',
    foot: 'Sent by Wspólne Projekty, because you take part in the talk about a project. You can change what we send in your profile.',
  },
}
