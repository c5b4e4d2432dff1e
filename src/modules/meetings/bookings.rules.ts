import { hasHall, type Meeting, overlap } from '#modules/meetings/meetings.rules.ts'
import { plainName } from '#modules/programme/territories/territories.rules.ts'

/** What stands in the way of a booking: who or what is busy, and with which other meeting. */
export type Clash = { readonly why: 'host-busy' | 'room-busy'; readonly with: Pick<Meeting, 'id' | 'title' | 'startsAt' | 'endsAt' | 'state'> }
type Booked = Pick<Meeting, 'hostIds' | 'startsAt' | 'endsAt' | 'way' | 'place' | 'address' | 'roomShared'>

const roomOf = ({ place, address }: Pick<Meeting, 'place' | 'address'>) => plainName(`${place ?? ''}${address ?? ''}`)
const inOneRoom = (one: Booked, other: Booked) =>
  hasHall(one) && hasHall(other) && !one.roomShared && !other.roomShared && roomOf(one) !== '' && roomOf(one) === roomOf(other)

/** Nobody leads two meetings at once, and a room holds one. An asynchronous meeting asks nobody to be there. */
export function clashWith(booked: Booked, others: readonly Meeting[]): Clash | undefined {
  const same = others.filter(other => overlap(booked, other))
  const host = booked.way === 'async' ? undefined : same.find(other => other.way !== 'async' && other.hostIds.some(id => booked.hostIds.includes(id)))
  if (host) return { why: 'host-busy', with: host }
  const room = same.find(other => inOneRoom(booked, other))
  return room && { why: 'room-busy', with: room }
}
