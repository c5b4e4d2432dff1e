import { addDays, type Day } from '#kit/dates.ts'

/** A whole-day entry of a calendar; `to` is its last day. */
export type IcsEntry = {
  readonly uid: string
  readonly from: Day
  readonly to: Day
  readonly title: string
  readonly note?: string
  readonly url?: string
}

/** RFC 5545: whole days, ends exclusive, lines folded at 75 octets. `now` stamps the entries. */
export function icsOf(name: string, entries: readonly IcsEntry[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '')
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

const eventOf = ({ uid, from, to, title, note, url }: IcsEntry, stamp: string) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`,
  `DTEND;VALUE=DATE:${addDays(to, 1).replaceAll('-', '')}`,
  `SUMMARY:${escaped(title)}`,
  ...(note ? [`DESCRIPTION:${escaped(note)}`] : []),
  ...(url ? [`URL:${url}`] : []),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

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
