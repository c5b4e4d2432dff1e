import type { Actor } from '#kit/actor.ts'
import { notFound } from '#kit/refusal.ts'
import { no, type Verdict } from '#kit/verdict.ts'
import { boundsOf } from '#modules/proposals/drafting/drafting.rules.ts'
import { contentAt, sectionNow, writeSection } from '#modules/proposals/drafting/drafting.store.ts'
import {
  appendTyped,
  compactShared,
  holdShared,
  insertShared,
  type Place,
  readShared,
  type Standing,
  type Stored,
  standingNow,
  unsettled,
} from '#modules/proposals/drafting/together.store.ts'
import { termsOf } from '#modules/proposals/limits.store.ts'
import { mayWriteAlong, publicTitle } from '#modules/proposals/proposals.rules.ts'
import { holdProject } from '#modules/proposals/proposals.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'
import { mergeTexts } from '#platform/merge.ts'
import { applied, openText, rewrite, type SharedText, seedOf, stateOf, wordsOf } from '#platform/shared-text.ts'

export type WriteWhy = Extract<ReturnType<typeof mayWriteAlong>, { ok: false }>['why']
export type Opened = { readonly ok: true; readonly text: SharedText; readonly last: number; readonly max: number }

/** Opens a section for writing along: the first one to come seeds the shared text with what the section says. */
export async function openShared(ctx: Ctx, place: Place): Promise<Opened | Exclude<Verdict<WriteWhy>, { ok: true }>> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, place.projectId)
    const verdict = mayWriteAlong(ctx.actor, project)
    if (!verdict.ok) return verdict
    const now = await sectionNow(ctx, place.projectId, place.section)
    await insertShared(ctx, place, { snapshot: seedOf(now.content), revision: now.revision })
    const stored = (await readShared(ctx, place)) ?? notFound('shared text')
    const { limits } = await termsOf(ctx, project)
    return { ok: true, text: putTogether(stored), last: stored.last, max: boundsOf(place.section, limits).max }
  })
}

/** The text as it is kept now, for whoever has to catch up. */
export async function loadShared(ctx: Ctx, place: Place): Promise<{ text: SharedText; last: number } | undefined> {
  const stored = await readShared(ctx, place)
  return stored && { text: putTogether(stored), last: stored.last }
}
const putTogether = ({ snapshot, typed }: Stored) => openText([snapshot, ...typed.map(({ update }) => update)])

export type Wanted = { readonly actor: Actor; readonly update: Uint8Array }
export type Kept = { readonly verdicts: readonly Verdict<WriteWhy>[]; readonly last: number; readonly standing: Standing | undefined }

/**
 * Keeps what was typed, each piece for whom it comes from and only if they may still write now. Once this is answered it is committed.
 * No fact here: a fact for every letter would drown the ledger. The section, which this becomes within seconds, records them (`settleShared`).
 */
export async function keepTyped(ctx: Ctx, place: Place, wanted: readonly Wanted[]): Promise<Kept> {
  return inTransaction(ctx, async ctx => {
    const standing = await standingNow(ctx, place.projectId)
    const held = await holdShared(ctx, place)
    if (!standing || !held) return { verdicts: wanted.map(() => no('withdrawn')), last: 0, standing }
    const verdicts = wanted.map(({ actor }) => mayWriteAlong(actor, standing))
    const kept = wanted.filter((_, i) => verdicts[i]?.ok).map(({ actor, update }) => ({ personId: actor.id, update }))
    if (kept.length > 0) await appendTyped(ctx, place, held.last, kept)
    return { verdicts, last: held.last + kept.length, standing }
  })
}

/** What was typed together becomes the text of the section, one change for each who typed, and lies in one piece from then on. */
export async function settleShared(ctx: Ctx, place: Place): Promise<void> {
  return inTransaction(ctx, async ctx => {
    const project = await holdProject(ctx, place.projectId)
    if (!(await holdShared(ctx, place))) return
    const stored = (await readShared(ctx, place)) ?? notFound('shared text')
    const text = openText([stored.snapshot])
    let { revision, content } = await sectionNow(ctx, place.projectId, place.section)
    const strange = revision === stored.revision ? undefined : content
    for (const [personId, updates] of byPerson(stored)) {
      for (const update of updates) applied(text, update)
      const words = wordsOf(text)
      if (strange !== undefined || words === content) continue
      await writeSection(as(ctx, personId), place.projectId, place.section, revision, words)
      const title = publicTitle(place.section === 'title' ? { ...project, title: words } : project)
      await record(as(ctx, personId), 'project.changed', place.projectId, { title, section: place.section })
      ;[revision, content] = [revision + 1, words]
    }
    if (strange !== undefined) return meet(ctx, place, { stored, text, strange, revision })
    if (stored.last > stored.compacted) await compactShared(ctx, place, { snapshot: stateOf(text), last: stored.last, revision })
  })
}
const as = (ctx: Ctx, id: string): Ctx => ({ ...ctx, actor: { id, name: '', level: 1, grants: [] } })

function byPerson({ typed }: Stored): Map<string, Uint8Array[]> {
  const people = new Map<string, Uint8Array[]>()
  for (const { personId, update } of typed) people.set(personId, [...(people.get(personId) ?? []), update])
  return people
}

/** Somebody wrote the section past the shared text: both are merged, sentence by sentence, and the last who typed signs for it. */
async function meet(
  ctx: Ctx,
  place: Place,
  { stored, text, strange, revision }: { stored: Stored; text: SharedText; strange: string; revision: number },
): Promise<void> {
  const base = (await contentAt<string>(ctx, place.projectId, place.section, stored.revision)) ?? ''
  const merged = mergeTexts(base, wordsOf(text), strange).text
  rewrite(text, merged)
  const last = stored.last + 1
  const personId = stored.typed.at(-1)?.personId
  if (merged !== strange && personId) await writeSection(as(ctx, personId), place.projectId, place.section, revision, merged)
  await compactShared(ctx, place, { snapshot: stateOf(text), last, revision: merged !== strange && personId ? revision + 1 : revision })
}

/** All sections of a project say what was typed in them until now. Part of the caller's transaction, which holds the project. */
export async function settleProject(ctx: Ctx, projectId: string): Promise<void> {
  for (const place of await unsettled(ctx, { projectId })) await settleShared(ctx, place)
}

/** What nobody came back to: a server that was cut off leaves it. */
export async function settleForgotten(ctx: Ctx): Promise<void> {
  for (const place of await unsettled(ctx, { before: new Date(ctx.now.getTime() - 60_000) })) await settleShared(ctx, place)
}

/** A section saved as a whole goes into the shared text, so that whoever writes along sees it; `settleShared` came before, in the same transaction. */
export async function adoptSaved(ctx: Ctx, place: Place, saved: { text: string; revision: number }): Promise<void> {
  const held = await holdShared(ctx, place)
  if (!held) return
  const stored = (await readShared(ctx, place)) ?? notFound('shared text')
  const text = putTogether(stored)
  rewrite(text, saved.text)
  await compactShared(ctx, place, { snapshot: stateOf(text), last: stored.last + 1, revision: saved.revision })
}
