import { dayWords } from '#modules/city/days.parts.tsx'
import { addressOfThing, type PlaceNames } from '#modules/city/places.parts.tsx'
import type { Frame } from '#ui/frame.ts'
import { Row, Rows } from '#ui/parts.tsx'

/** A fact with its sentence, and the thing it is about. */
export type Sentenced = { readonly at: Date; readonly sentence: string; readonly id: string; readonly territoryId: string }

export const NewsRows = ({ frame, news, places }: { frame: Frame; news: readonly Sentenced[]; places: PlaceNames }) => (
  <Rows>
    {news.map(({ at, sentence, id, territoryId }) => (
      <Row lead={dayWords(at, frame.now, frame.locale)} title={capital(sentence)} href={addressOfThing(id)} note={places.get(territoryId) ?? ''} />
    ))}
  </Rows>
)

export const capital = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase('pl') + sentence.slice(1)
