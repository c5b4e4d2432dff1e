import type { Same } from '#kit/texts.ts'
import type { auditTexts } from '#modules/audit/audit.texts.ts'

export const auditTextsEn: Same<typeof auditTexts> = {
  check: {
    title: 'Is the ledger whole',
    lead: 'The ledger records every decision. Here we check that nobody has quietly changed it.',
    whole: facts => `The ledger is whole. We checked every entry: ${facts}.`,
    broken: faults => `The ledger has been changed from outside the programme. Damaged places: ${faults}. Stop decisions and tell the auditor.`,
    faults: { missing: 'an entry is missing', payload: 'the content of an entry was changed', link: 'a link of the chain is broken' },
    number: 'Entry',
    what: 'What is wrong',
    erased: count => `Entries whose content was erased after its period: ${count}. Their digests remain, so the chain holds.`,
    head: 'Last link of the chain',
    guard: {
      rights: 'The database refuses the programme any right to change or delete links.',
      trigger:
        'Only a trigger in the database guards the links, because the programme and the owner of the tables are one role there. Compare the last link below with the one kept elsewhere.',
    },
  },
}
