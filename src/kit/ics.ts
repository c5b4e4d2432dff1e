import { addDays, type Day } from '#kit/dates.ts'

type IcsWords = { readonly uid: string; readonly title: string; readonly note?: string; readonly url?: string }
/** A whole-day entry of a calendar; `to` is its last day. */
export type IcsDays = IcsWords & { readonly from: Day; readonly to: Day }
/** An entry with its hours. `sequence` grows with each change, so that a calendar that knows it takes the newer one. */
export type IcsHours = IcsWords & {
  readonly starts: Date
  readonly ends: Date
  readonly place?: string
  readonly sequence?: number
  readonly cancelled?: boolean
}
export type IcsEntry = IcsDays | IcsHours

/** RFC 5545: whole days with exclusive ends, hours in UTC, lines folded at 75 octets. `now` stamps the entries. */
export function icsOf(name: string, entries: readonly IcsEntry[], now: Date): string {
  const stamp = utc(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wspolne Projekty//calendar//PL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(entry => eventOf(entry, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const utc = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d{3}/g, '')

const eventOf = (entry: IcsEntry, stamp: string) => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${stamp}`,
  ...timesOf(entry),
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.note ? [`DESCRIPTION:${escaped(entry.note)}`] : []),
  ...(entry.url ? [`URL:${entry.url}`] : []),
  ...('starts' in entry ? [] : ['TRANSP:TRANSPARENT']),
  'END:VEVENT',
]
const timesOf = (entry: IcsEntry) =>
  'starts' in entry
    ? [
        `DTSTART:${utc(entry.starts)}`,
        `DTEND:${utc(entry.ends)}`,
        `SEQUENCE:${entry.sequence ?? 0}`,
        `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
        ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
      ]
    : [`DTSTART;VALUE=DATE:${entry.from.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${addDays(entry.to, 1).replaceAll('-', '')}`]

const escaped = (text: string) => text.replace(/[\\;,]/g, mark => `\\${mark}`).replace(/\r?\n/g, '\\n')

/** At most 75 octets a line; what is longer goes on in the next one after a space, never in the middle of a letter. */
function folded(line: string): string {
  const lines: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const weight = new TextEncoder().encode(letter).length
    if (octets + weight > 75) {
      lines.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += weight
  }
  return [...lines, part].join('\r\n')
}
