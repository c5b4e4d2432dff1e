import { expect, test } from 'vitest'
import { type Actor, nobody } from '#kit/actor.ts'
import { type Lack, lacksOf } from '#modules/ambassadors/applications/application-forms.rules.ts'
import {
  type Application,
  type ApplicationState,
  applicationStates,
  applying,
  type Content,
  emptyContent,
  maySee,
  mayWrite,
  statements,
} from '#modules/ambassadors/applications/applications.rules.ts'
import { type Call, mayStand, needsReason, shownCall } from '#modules/ambassadors/applications/calls.rules.ts'
import { type Deciding, mayDecide } from '#modules/ambassadors/applications/decisions.rules.ts'
import { readPaperTable } from '#modules/ambassadors/applications/paper-applications.rules.ts'

const actor = (id: string, ...roles: Actor['grants'][number]['role'][]): Actor => ({ id, name: id, level: 0, grants: roles.map(role => ({ role })) })
const [olga, other, clerk, kornelia, self] = [
  actor('olga'),
  actor('other'),
  actor('clerk', 'clerk'),
  actor('kornelia', 'coordinator'),
  actor('olga', 'coordinator'),
]
const call: Call = {
  id: 'call',
  editionId: 'e',
  no: 1,
  from: '2026-03-01',
  to: '2026-03-20',
  minAge: 18,
  statute: '',
  statuteEn: '',
  questions: [],
  version: 1,
}
const inCall = new Date('2026-03-12T10:00:00Z')
const one: Application = {
  id: 'a',
  callId: 'call',
  editionId: 'e',
  personId: 'olga',
  state: 'draft',
  version: 1,
  channel: 'online',
  enteredBy: null,
  content: emptyContent,
  area: null,
  districtIds: [],
  receivedOn: null,
  submittedAt: null,
  missing: null,
  dueOn: null,
  waitingNo: null,
  changedAt: inCall,
}

/** Who may take which step: o the applicant, k the coordinator, c a clerk for what they wrote down, - nobody here. */
const table: Readonly<Record<ApplicationState, string>> = {
  draft: 'submit:o withdraw:o',
  submitted: 'withdraw:o complete:k wait:k accept:k reject:k',
  'to-complete': 'submit:o withdraw:o complete:k reject:k',
  waiting: 'withdraw:o accept:k reject:k',
  accepted: '',
  rejected: '',
  withdrawn: '',
}
test.each(applicationStates)('%s: each step is for the one it belongs to', state => {
  const told = applying.names
    .flatMap(step => {
      const who = [olga, kornelia, other, clerk, nobody].map(actor => applying.may(actor, step, { ...one, state }).ok)
      expect(who.slice(2)).toEqual([false, false, false])
      return who[0] ? [`${step}:o`] : who[1] ? [`${step}:k`] : []
    })
    .sort()
  expect(told).toEqual(table[state].split(' ').filter(Boolean).sort())
})
test('a clerk writes for whoever came with paper, and for nobody else', () => {
  const paper = { ...one, enteredBy: 'clerk' }
  expect([applying.may(clerk, 'submit', paper).ok, applying.may(clerk, 'submit', one).ok]).toEqual([true, false])
  expect([maySee(clerk, paper), maySee(actor('another', 'clerk'), paper), maySee(clerk, one), maySee(other, one), maySee(nobody, one)]).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

const submitted = { ...one, state: 'submitted' as const }
const accept: Deciding = { kind: 'accept', reason: '', version: 1 }
test.each([
  ['the coordinator accepts', kornelia, accept, submitted, 'ok'],
  ['a clerk does not', clerk, accept, submitted, 'not-yours'],
  ['nobody decides on their own', self, accept, submitted, 'own-matter'],
  ['two coordinators: the second is told', kornelia, { ...accept, version: 0 }, submitted, 'changed-meanwhile'],
  ['what is decided stays', kornelia, accept, { ...one, state: 'rejected' as const }, 'wrong-state'],
  ['a no needs a reason', kornelia, { ...accept, kind: 'reject' as const, reason: 'nie' }, submitted, 'reason-missing'],
  ['a reason of blanks is none', kornelia, { ...accept, kind: 'reject' as const, reason: ' '.repeat(20) }, submitted, 'reason-missing'],
  ['to complete needs a day', kornelia, { ...accept, kind: 'complete' as const, reason: 'Brakuje podpisu.' }, submitted, 'due-missing'],
  ['a day to come', kornelia, { ...accept, kind: 'complete' as const, reason: 'Brakuje podpisu.', dueOn: '2026-03-11' }, submitted, 'due-passed'],
  ['today is such a day', kornelia, { ...accept, kind: 'complete' as const, reason: 'Brakuje podpisu.', dueOn: '2026-03-12' }, submitted, 'ok'],
])('%s', (_, who, deciding, subject, said) => {
  const verdict = mayDecide(who, deciding, subject, inCall)
  expect(verdict.ok ? 'ok' : verdict.why).toBe(said)
})

test.each([
  ['a draft, while the call is open', one, '2026-03-12', 'ok'],
  ['a draft on the last evening', one, '2026-03-20', 'ok'],
  ['a draft, after the call', one, '2026-03-21', 'phase-over'],
  ['a draft, before the call', one, '2026-02-27', 'phase-not-yet'],
  ['to complete, after the call, in time', { ...one, state: 'to-complete' as const, dueOn: '2026-03-25' }, '2026-03-25', 'ok'],
  ['to complete, too late', { ...one, state: 'to-complete' as const, dueOn: '2026-03-25' }, '2026-03-26', 'due-passed'],
  ['submitted', submitted, '2026-03-12', 'wrong-state'],
])('%s', (_, subject, day, said) => {
  const verdict = mayWrite(olga, subject, call, new Date(`${day}T20:00:00Z`))
  expect(verdict.ok ? 'ok' : verdict.why).toBe(said)
})

const rules = { minAge: 18, signedForm: true, forms: ['citizens-budget'], certificate: true, publicList: true } as const
const whole: Content = {
  ...emptyContent,
  name: 'Olga Jeleń',
  ofAge: true,
  areaWords: 'Zabłocie',
  forms: ['citizens-budget'],
  experience: 'x',
  motivation: 'x',
  availability: 'x',
  statements,
}
const filled = { content: whole, area: null, districtIds: ['d'] }
const asked = { call, rules, scans: { form: true, consent: false } }
const youngCall = { ...call, minAge: 16 }
const question = { id: 'q', kind: 'short', label: 'l', labelEn: '', required: true } as const
test.each<[string, typeof filled, typeof asked, readonly Lack[]]>([
  ['everything said', filled, asked, []],
  ['streets alone', { ...filled, content: { ...whole, areaWords: '', streets: ['Przemysłowa'] } }, asked, []],
  ['no area at all', { ...filled, content: { ...whole, areaWords: '  ' } }, asked, ['area']],
  ['no district', { ...filled, districtIds: [] }, asked, ['districts']],
  ['a minor in a call for adults', { ...filled, content: { ...whole, ofAge: false } }, asked, ['too-young']],
  ['a minor without consent', { ...filled, content: { ...whole, ofAge: false } }, { ...asked, call: youngCall }, ['guardian', 'consent']],
  [
    'a minor with consent',
    { ...filled, content: { ...whole, ofAge: false, guardian: 'Ewa Jeleń' } },
    { ...asked, call: youngCall, scans: { form: true, consent: true } },
    [],
  ],
  ['no signature', filled, { ...asked, scans: { form: false, consent: false } }, ['signed']],
  ['one statement left out', { ...filled, content: { ...whole, statements: statements.slice(1) } }, asked, ['statements']],
  ['a needed answer', filled, { ...asked, call: { ...call, questions: [question] } }, ['answers']],
])('%s', (_, subject, asking, lacks) => {
  expect(lacksOf(subject, asking)).toEqual(lacks)
})

test('calls of an edition do not overlap, the days of one that began move with a reason, and the open one is shown', () => {
  const later = { from: '2026-04-01', to: '2026-04-10' }
  expect([
    mayStand(later, [call]).ok,
    mayStand({ from: '2026-03-20', to: '2026-04-01' }, [call]).ok,
    mayStand({ from: '2026-04-02', to: '2026-04-01' }, []),
  ]).toEqual([true, false, { ok: false, why: 'ends-before' }])
  expect([needsReason(call, { ...call, to: '2026-03-25' }, inCall), needsReason(call, call, inCall), needsReason(later, call, inCall)]).toEqual([
    true,
    false,
    false,
  ])
  expect([shownCall([later, call], inCall), shownCall([call, later], new Date('2026-03-25T10:00:00Z'))]).toEqual([call, later])
  expect(shownCall([call, later], new Date('2026-05-25T10:00:00Z'))).toBe(later)
})

const columns = 'imie_nazwisko;email;telefon;wplynelo;dzielnice;obszar;formy;doswiadczenie;motywacja;dostepnosc;pelnoletni'.split(';')
const good = ['Anna Gil', 'anna@example.pl', '', '2026-03-02', 'XIII, 8', 'Zabłocie', 'bo, konsultacje', 'x', 'x', 'x', 'tak']
const changed = (at: number, value: string) => good.map((cell, i) => (i === at ? value : cell))
const districts = [
  { id: 'd8', kind: 'district', number: 8, name: 'Dębniki', parentId: null },
  { id: 'd13', kind: 'district', number: 13, name: 'Podgórze', parentId: null },
] as const
const read = (...rows: readonly (readonly string[])[]) =>
  readPaperTable(
    { columns, rows: rows.map((values, i) => ({ line: i + 2, values })) },
    { call, districts, forms: ['citizens-budget', 'consultation'], today: '2026-03-12' },
  )
test.each([
  ['no name', changed(0, ''), 'name'],
  ['a bad address', changed(1, 'anna@'), 'email'],
  ['a bad number', changed(2, '12'), 'phone'],
  ['a day after the call', changed(3, '2026-03-25'), 'day'],
  ['a day that has not come', changed(3, '2026-03-19'), 'day'],
  ['no such day', changed(3, '2026-02-30'), 'day'],
  ['an unknown district', changed(4, 'XIII, Atlantyda'), 'district'],
  ['no area', changed(5, ''), 'area'],
  ['an unknown form', changed(6, 'bo, festyn'), 'form'],
  ['a form that this edition has not', changed(6, 'inicjatywa'), 'form'],
  ['no motivation', changed(8, ''), 'words'],
  ['a minor', changed(10, 'nie'), 'age'],
])('a table with %s is told so by line', (_, row, why) => {
  expect(read(good, row).faults.map(fault => [fault.line, fault.why])).toEqual([[3, why]])
})
test('a good table reads whole; the same person twice, a missing column and districts by name are seen', () => {
  expect(read(good, changed(1, 'jan@example.pl'))).toMatchObject({
    faults: [],
    lines: [{ districtIds: ['d13', 'd8'], content: { name: 'Anna Gil' } }, {}],
  })
  expect(read(good, good).faults).toEqual([{ line: 3, why: 'twice', what: 'Anna Gil' }])
  expect(read(changed(4, 'Debniki')).lines[0]?.districtIds).toEqual(['d8'])
  const lame = readPaperTable({ columns: columns.slice(1), rows: [] }, { call, districts, forms: [], today: '2026-03-12' })
  expect(lame.faults).toEqual([{ line: 1, why: 'column', what: 'imie_nazwisko' }])
})
