import { type Actor, has } from '#kit/actor.ts'
import type { Channel } from '#kit/channels.ts'
import { plainColumn, type TypedTable } from '#kit/columns.ts'
import { type Day, isDay } from '#kit/dates.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { type Content, contentLimits, emptyContent, statements } from '#modules/ambassadors/applications/applications.rules.ts'
import type { Call } from '#modules/ambassadors/applications/calls.rules.ts'
import type { ParticipationForm } from '#modules/ambassadors/tenure/terms.rules.ts'
import { isPublicName, normalEmail, normalPhone } from '#modules/people/people.rules.ts'
import { findByName, fromRoman, plainName, type Territory } from '#modules/programme/territories/territories.rules.ts'

/** An application that came with a signature on paper, as the office writes it down. */
export type PaperApplication = {
  readonly email: string | undefined
  readonly channel: Channel
  readonly receivedOn: Day
  readonly content: Content
  readonly districtIds: readonly string[]
}

export const mayEnterApplications = (actor: Actor, editionId: string): Verdict<'not-clerk'> =>
  has(actor, 'clerk', { editionId }) ? yes : no('not-clerk')
/** What came in the post on a day of the call counts, whenever it is written down. */
export const cameInTime = (call: { readonly from: Day; readonly to: Day }, receivedOn: Day, today: Day): boolean =>
  call.from <= receivedOn && receivedOn <= call.to && receivedOn <= today

export const isEmail = (typed: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/.test(typed) && typed.length <= 200

/** Columns of the table that an office brings. */
export const paperColumns = [
  'imie_nazwisko',
  'email',
  'telefon',
  'wplynelo',
  'dzielnice',
  'obszar',
  'formy',
  'doswiadczenie',
  'motywacja',
  'dostepnosc',
  'pelnoletni',
] as const
type Column = (typeof paperColumns)[number]

export type PaperWhy = 'column' | 'name' | 'email' | 'phone' | 'day' | 'district' | 'form' | 'area' | 'words' | 'age' | 'twice' | 'not-csv'
export type PaperFault = { readonly line: number; readonly why: PaperWhy; readonly what: string }
export type PaperLine = PaperApplication & { readonly line: number }
export type PaperRead = { readonly lines: readonly PaperLine[]; readonly faults: readonly PaperFault[] }

type Known = { readonly call: Call; readonly districts: readonly Territory[]; readonly forms: readonly ParticipationForm[]; readonly today: Day }

const formWords: Readonly<Record<string, ParticipationForm>> = {
  bo: 'citizens-budget',
  budzetobywatelski: 'citizens-budget',
  inicjatywa: 'local-initiative',
  inicjatywalokalna: 'local-initiative',
  konsultacje: 'consultation',
  konsultacjespoleczne: 'consultation',
}
const parts = (typed: string) => typed.split(/[,;]/).flatMap(part => part.trim() || [])

function districtOf(typed: string, districts: readonly Territory[]): Territory | undefined {
  const number = /^\d+$/.test(typed) ? Number(typed) : fromRoman(typed.split(/\s/, 1)[0] ?? '')
  return districts.find(district => district.number === number) ?? findByName(districts, typed)
}

/** Reads a table of applications; everything that is wrong is told by line, at once. */
export function readPaperTable(table: TypedTable, known: Known): PaperRead {
  const columns = table.columns.map(name => paperColumns.find(column => plainColumn(column) === plainColumn(name)))
  const missing = paperColumns.filter(column => !columns.includes(column))
  if (missing.length > 0) return { lines: [], faults: missing.map(what => ({ line: 1, why: 'column', what })) }
  const read = table.rows.map(({ line, values }) => readLine(line, column => (values[columns.indexOf(column)] ?? '').trim(), known))
  const lines = read.flatMap(one => one.line ?? [])
  return { lines, faults: [...read.flatMap(one => one.faults), ...twice(lines)].sort((a, b) => a.line - b.line) }
}

const keyOf = ({ email, content }: PaperApplication) => email ?? `${plainName(content.name)} ${normalPhone(content.phone) ?? ''}`
/** Somebody who stands in the table twice is a mistake of the hand, not two applications. */
const twice = (lines: readonly PaperLine[]): PaperFault[] =>
  lines
    .filter((one, i) => lines.slice(0, i).some(before => keyOf(before) === keyOf(one)))
    .map(one => ({ line: one.line, why: 'twice', what: one.content.name }))

type LineRead = { readonly line?: PaperLine; readonly faults: readonly PaperFault[] }
function readLine(line: number, cell: (column: Column) => string, { call, districts, forms, today }: Known): LineRead {
  const [name, email, phone] = [cell('imie_nazwisko'), normalEmail(cell('email')), cell('telefon')]
  const asked = parts(cell('dzielnice')).map(typed => ({ typed, district: districtOf(typed, districts) }))
  const ways = parts(cell('formy')).map(typed => ({ typed, form: formWords[plainName(typed)] }))
  const long = (['doswiadczenie', 'motywacja', 'dostepnosc'] as const).map(cell)
  const receivedOn = cell('wplynelo')
  const faults: readonly (readonly [PaperWhy, boolean, string])[] = [
    ['name', !isPublicName(name), name],
    ['email', email !== '' && !isEmail(email), email],
    ['phone', phone !== '' && normalPhone(phone) === undefined, phone],
    ['day', !isDay(receivedOn) || !cameInTime(call, receivedOn, today), receivedOn],
    ['district', asked.length === 0 || asked.some(({ district }) => !district), asked.find(({ district }) => !district)?.typed ?? ''],
    ['area', cell('obszar') === '' || cell('obszar').length > contentLimits.words, ''],
    ['form', ways.some(({ form }) => !form || !forms.includes(form)), ways.find(({ form }) => !form || !forms.includes(form))?.typed ?? ''],
    ['form', ways.length === 0 && forms.length > 0, ''],
    ['words', long.some(typed => typed === '' || typed.length > contentLimits.long), ''],
    ['age', plainName(cell('pelnoletni')) !== 'tak', cell('pelnoletni')],
  ]
  const wrong = faults.filter(([, is]) => is).map(([why, , what]) => ({ line, why, what: what.slice(0, 80) }))
  if (wrong.length > 0) return { faults: wrong }
  const [experience = '', motivation = '', availability = ''] = long
  const content: Content = {
    ...emptyContent,
    name,
    phone,
    ofAge: true,
    areaWords: cell('obszar'),
    forms: forms.filter(form => ways.some(way => way.form === form)),
    experience,
    motivation,
    availability,
    statements,
  }
  const districtIds = asked.flatMap(({ district }) => district?.id ?? [])
  return { line: { line, email: email || undefined, channel: 'paper', receivedOn, content, districtIds: [...new Set(districtIds)] }, faults: [] }
}
