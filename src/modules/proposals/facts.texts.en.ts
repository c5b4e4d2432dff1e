import { formatMoney } from '#kit/money.ts'
import type { Same } from '#kit/texts.ts'
import type { projectFactTexts } from '#modules/proposals/facts.texts.ts'

const sections: Readonly<Record<string, string>> = {
  title: 'the title',
  summary: 'the summary',
  description: 'the description',
  place: 'the place',
  territory: 'the district',
  reasons: 'the reasons',
  beneficiaries: 'who it is for',
}
const named = (title: string) => (title === '' ? '' : ` “${title}”`)
const because = (reason = '') => (reason === '' ? '' : `. Reason: ${reason}`)
const numbered = (version?: number) => (version === undefined ? 'a version' : `version ${version}`)
const as = (publicNo?: string) => (publicNo === undefined ? '' : ` as number ${publicNo}`)

export const projectFactTextsEn: Same<typeof projectFactTexts> = {
  states: {
    draft: 'draft',
    agreeing: 'waits for all authors',
    submitted: 'submitted',
    withdrawn: 'withdrawn',
    continued: 'carried on in another draft',
  },
  kinds: {
    invited: 'has not answered yet',
    helping: 'helps',
    accepted: 'co-author',
    declined: 'declined',
    expired: 'did not answer in time',
    withdrawn: 'invitation taken back',
    left: 'no longer a co-author',
    removed: 'no longer a co-author',
  },
  facts: {
    'project.started': p => `a draft of the project${named(p.title)} was started`,
    'project.changed': p => `${sections[p.section] ?? p.section} of the project${named(p.title)} was changed`,
    'project.priced': p => `the costs of the project${named(p.title)} were changed, ${formatMoney(p.total, 'en')} in all`,
    'project.shared': p => `the draft of the project${named(p.title)} was shown to all`,
    'project.frozen': p => `${numbered(p.version)} of the project${named(p.title)} was prepared for acceptance`,
    'project.reopened': p => `${numbered(p.version)} of the project${named(p.title)} was opened again${because(p.reason)}`,
    'project.submitted': p => `the project${named(p.title)} was submitted${as(p.publicNo)}`,
    'project.withdrawn': p => `the project${named(p.title)} was withdrawn${because(p.reason)}`,
    'version.accepted': p => `${numbered(p.version)} of the project${named(p.title)} was accepted`,
    'version.named': p => `a version was named in the project${named(p.title)}`,
    'version.signed': p => `a signature on paper under ${numbered(p.version)} of the project${named(p.title)} was recorded`,
    'suggestion.marked': p =>
      ({ yes: 'a suggested change was found met', partly: 'a suggested change was found partly met', no: 'a suggested change was found not met' })[
        p.met
      ],
    'author.invited': p => `somebody was invited to co-author the project${named(p.title)}`,
    'author.accepted': p => `an invitation to the project${named(p.title)} was accepted`,
    'author.declined': p => `an invitation to the project${named(p.title)} was declined`,
    'author.expired': p => `an invitation to the project${named(p.title)} expired`,
    'author.uninvited': p => `an invitation to the project${named(p.title)} was taken back`,
    'author.left': p => `a co-author left the project${named(p.title)}`,
    'author.removed': p => `one co-authorship of the project${named(p.title)} was ended`,
    'author.leads': p => `the lead of the project${named(p.title)} was handed over`,
  },
}
