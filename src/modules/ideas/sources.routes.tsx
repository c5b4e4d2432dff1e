import { type FormState, filled } from '#kit/form.ts'
import { findComment } from '#modules/discussions/discussions.store.ts'
import type { Source } from '#modules/ideas/sources.parts.tsx'
import { limits } from '#modules/ideas/space.rules.ts'
import { listLinesById } from '#modules/meetings/minutes/minutes.store.ts'
import { listCardsById } from '#modules/meetings/voices/cards.store.ts'
import { findVoice } from '#modules/meetings/voices/voices.store.ts'
import { whereOf } from '#modules/programme/territories/territories.rules.ts'
import { findTerritory } from '#modules/programme/territories/territories.store.ts'
import type { Ctx } from '#platform/context.ts'
import { findThings } from '#platform/things.ts'
import type { Visit } from '#web/http.ts'

const kinds = ['line', 'voice', 'comment', 'card', 'workshop'] as const
const kindOf = (id: string) => kinds.find(kind => id.startsWith(`${kind}_`))

/** Those of these things that somebody said before, and that everybody may read. */
export async function sourcesOf(c: Visit, ids: readonly string[]): Promise<Source[]> {
  const asked = ids.filter(id => kindOf(id))
  if (asked.length === 0) return []
  const found = await findThings(c.var.ctx, c.var.things, asked)
  const frozen = new Set(
    (
      await listLinesById(
        c.var.ctx,
        asked.filter(id => kindOf(id) === 'line'),
      )
    )
      .filter(line => line.frozen)
      .map(line => line.id),
  )
  return asked.flatMap((id): Source[] => {
    const [thing, kind] = [found.get(id), kindOf(id)]
    if (!thing?.isPublic || !kind) return []
    return [{ id, title: thing.title, path: thing.path, kind: kind === 'line' && !frozen.has(id) ? 'notes' : kind }]
  })
}

/** What the address (`?z=`) or the form cites; undefined when there is no such thing to be read. */
export const citedIn = async (c: Visit, id: string | undefined): Promise<Source | undefined> => (id ? (await sourcesOf(c, [id]))[0] : undefined)

type Words = { readonly text: string; readonly title?: string; readonly place?: string | null | undefined }
async function wordsOf(ctx: Ctx, { id, kind }: Source): Promise<Words | undefined> {
  if (kind === 'line' || kind === 'notes') return (await listLinesById(ctx, [id]))[0]
  if (kind === 'voice') {
    const voice = await findVoice(ctx, id)
    return voice && { text: voice.text, place: voice.placeWords }
  }
  if (kind === 'card') {
    const [card] = await listCardsById(ctx, [id])
    return card && { title: card.title, text: [card.problem, card.solution, card.forWhom].filter(Boolean).join('\n\n'), place: card.place }
  }
  return kind === 'comment' ? findComment(ctx, id) : undefined
}

/** An empty form with the words of what it cites: a title cut at a word, the whole text, the place. */
export async function citedForm(c: Visit, cited: Source): Promise<FormState> {
  const words = await wordsOf(c.var.ctx, cited)
  const thing = (await findThings(c.var.ctx, c.var.things, [cited.id])).get(cited.id)
  const place = thing?.territoryId === undefined ? undefined : await findTerritory(c.var.ctx, thing.territoryId)
  const typed = {
    text: words?.text,
    title: words && (words.title ?? headingOf(words.text)),
    place: words?.place ?? undefined,
    where: place && whereOf(place),
  }
  return filled(typed)
}

/** The first sentence, as far as a title may go. */
function headingOf(text: string): string {
  const first = /^[^.!?\n]+/.exec(text.trim())?.[0].trim() ?? ''
  return first.length <= limits.titleMax ? first : first.slice(0, limits.titleMax).replace(/\s+\S*$/, '')
}
