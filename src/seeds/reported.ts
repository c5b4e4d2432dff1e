import type { Actor } from '#kit/actor.ts'
import { assert } from '#kit/refusal.ts'
import type { Thing } from '#kit/things.ts'
import { addComment } from '#modules/discussions/discussions.actions.ts'
import type { CommentKind } from '#modules/discussions/discussions.rules.ts'
import { loadNeed } from '#modules/ideas/needs.store.ts'
import { listCasesAbout } from '#modules/moderation/cases.store.ts'
import { reportThing } from '#modules/moderation/reports.actions.ts'
import type { TalkRule } from '#modules/moderation/talk-rules.rules.ts'
import { paths, url } from '#paths'
import { actingIn } from '#seeds/extras.ts'
import type { World } from '#seeds/world.ts'

const words: Readonly<Record<CommentKind, string>> = {
  for: 'Za',
  against: 'Przeciw',
  question: 'Pytanie',
  change: 'Propozycja zmiany',
  experience: 'Doświadczenie',
}
const keyOf = (name: string) => `key_moderacja_${name}`.padEnd(24, '0')

export type SaidHarshly = { readonly name: string; readonly need: string; readonly kind: CommentKind; readonly text: string; readonly days: number }

/** A voice in the talk about a need, as a thing that can be reported. */
export async function sayHarshly(world: World, speaker: Actor, { name, need, kind, text, days }: SaidHarshly): Promise<Thing> {
  const subjectId = world.ids.get(`need.${need}`)
  assert(subjectId, `the need ${need} is not in the world yet`)
  const ctx = actingIn(world, speaker, days, '19:10')
  const said = await addComment(ctx, { key: keyOf(name), subjectId, kind, text }, { ok: true })
  assert(said.ok && said.id, `${name} was refused`)
  const about = await loadNeed(ctx, subjectId)
  return {
    id: said.id,
    title: `${words[kind]}: ${text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text}`,
    path: url(paths.comment, { id: said.id }),
    territoryId: about.territoryId,
    authorIds: [speaker.id],
    aboutId: subjectId,
    aboutAuthorIds: [about.authorId],
    text,
    isPublic: true,
  }
}

/** Each of them reports it, a quarter of an hour after another. Answers the case. */
export async function reportBy(world: World, thing: Thing, reporters: readonly Actor[], rule: TalkRule, why: string, days: number): Promise<string> {
  for (const [index, reporter] of reporters.entries()) {
    const ctx = actingIn(world, reporter, days, `20:${10 + index * 15}`)
    const key = keyOf(`${thing.id.replace(/\W/g, '')}_${index}`)
    const verdict = await reportThing(ctx, thing, { key, rule, words: index === 0 ? why : '' })
    assert(verdict.ok, `${reporter.name} could not report ${thing.title}`)
  }
  const [one] = await listCasesAbout(world.ctx('house'), thing.id)
  assert(one, `no case about ${thing.title}`)
  return one.id
}
