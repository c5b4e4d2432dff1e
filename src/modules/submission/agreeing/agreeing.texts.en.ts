import type { Same } from '#kit/texts.ts'
import type { agreeingTexts } from '#modules/submission/agreeing/agreeing.texts.ts'

const named = (title: string) => (title === '' ? '' : ` “${title}”`)

const numbered = (word: string, version?: number) => (version === undefined ? word : `${word} ${version}`)

export const agreeingTextsEn: Same<typeof agreeingTexts> = {
  beside: {
    title: n => `Who has not accepted version ${n} yet`,
    onlyYou: 'Only the authors and those who help them see this. Others see just the number.',
    waits: 'no answer yet',
    refused: reason => `Does not accept: ${reason}`,
    withoutMe: 'Agrees that the project is submitted without this person.',
    attach: 'Record a signature on paper',
    release: 'Release from co-authorship',
    releaseConsented: 'Release with their consent',
    remind: 'Remind them now',
    refuse: 'I do not accept this version',
    print: 'Page to sign (PDF)',
    reminded: day => `Last reminder: ${day}.`,
  },
  signedPages: {
    title: n => `Signed pages (${n})`,
    who: 'Only the co-authors of this version, whoever attached the page and the coordinators see them.',
    page: p => `Version ${p.version}: ${p.name}`,
  },
  signing: {
    title: n => `Signature under version ${n}`,
    lead: 'Somebody accepts the version by signing the printed page. Attach a photo or scan of the signed page. We will tell that person.',
    person: 'Who signed',
    choose: 'Choose a person',
    mark: 'First 8 characters of the fingerprint on the page',
    markHint: 'They stand at the foot of the page, beside the QR code. They show that it is this very version that was signed.',
    page: 'Photo or PDF of the signed page',
    pageHint: 'The file is confidential: the co-authors of this version, whoever attached it and the coordinators see it.',
    pageOffice: 'If the person has no e-mail and the page lies at the office, the file may be left out.',
    alt: n => `Signed page with version ${n}`,
    save: 'Record the signature',
    nobody: 'All authors have accepted this version.',
    done: n => `Signature under version ${n} recorded.`,
  },
  refusing: {
    title: n => `I do not accept version ${n}`,
    lead: 'Only the authors see your answer. The lead goes back to correcting or, if you agree, submits the project without you.',
    reason: 'Why',
    reasonHint: 'Write what must change, or why you leave.',
    withoutMe: 'I agree that the project is submitted without me. I will then not be a co-author.',
    go: 'Save the answer',
    done: 'Answer saved. The lead has been told.',
  },
  releasing: {
    title: 'Release from co-authorship',
    lead: name =>
      `${name} does not accept this version. You may go back to correcting, or end this person’s co-authorship and submit the project with the others.`,
    consent: 'This person agreed that the project is submitted without them.',
    reason: 'Reason',
    reasonHint: 'That person will read it in a letter.',
    go: 'End the co-authorship',
    reopen: 'Back to correcting',
    done: 'This person is no longer among the authors.',
  },
  notNow: 'This cannot be done now',
  remindDone: 'Reminder sent.',
  toProject: 'Back to the project',
  why: {
    'lead-reopens': 'You lead this project. Instead of refusing, go back to correcting.',
    'not-refused': 'This person has not refused this version.',
    'reason-missing': 'This person has not agreed to a submission without them. Write the reason.',
    'nobody-missing': 'All authors have accepted this version.',
    'too-soon': 'A reminder went out today. You may send the next one tomorrow.',
    'wrong-mark': 'This fingerprint does not belong to this version. Check that the newest page was signed.',
    'page-missing': 'Attach a photo or PDF of the signed page.',
    'not-yours': 'Only the lead of the project may do this.',
    'wrong-state': 'Somebody was faster: this person is no longer among the authors.',
  },
  errors: {
    required: 'Fill in this field.',
    wrong: 'Check this field.',
    long: 'The text is too long. Shorten it to 1000 characters.',
    choose: 'Choose a person from the list.',
    mark: 'Type at least 8 characters: digits and letters a to f.',
  },
  letters: {
    foot: 'Joint Projects sent this letter because it concerns a project that carries your name. You change what we send in your profile.',
    reminded: {
      subject: p => `A project waits for your consent: ${p.title}`,
      lead: 'Read the version and accept it, or write that you do not agree.',
      until: p => `Accept the version or write that you do not agree. Projects may be submitted until: ${p.day}.`,
      how: 'Without your answer the project cannot be submitted.',
      act: 'See the version',
    },
    signed: {
      subject: p => `Your signature under version ${p.version} was recorded: ${p.title}`,
      lead: 'From the signed page we recorded that you accept this version of the project.',
      wrong: 'If it is not your signature, go back to correcting on the project’s page or call the office.',
      act: 'See the version',
    },
    refused: {
      subject: p => `Somebody does not accept version ${p.version}: ${p.title}`,
      lead: 'Go back to correcting, or release this person from co-authorship.',
      reason: p => `Reason: ${p.reason}`,
      act: 'See the project',
    },
    released: {
      subject: p => `You are no longer among the authors: ${p.title}`,
      lead: 'The lead ended your co-authorship, because you do not accept the version that the authors wish to submit.',
      reason: p => `Reason: ${p.reason}`,
      act: 'See the project',
    },
  },
  facts: {
    'version.refused': p => `${numbered('a version', p.version)} of the project${named(p.title)} was not accepted`,
    'version.reminded': p => `authors were reminded of ${numbered('a version', p.version)} of the project${named(p.title)}`,
  },
}
