import type { Day } from '#kit/dates.ts'
import { newId } from '#kit/ids.ts'
import { no, type Verdict, yes } from '#kit/verdict.ts'
import { addComment, type NewComment } from '#modules/discussions/discussions.actions.ts'
import { placeAnew } from '#modules/discussions/places.store.ts'
import {
  holding,
  mayArrangeTalks,
  mayContribute,
  mayEnterInTalk,
  mayExtend,
  noticeKey,
  noticesDue,
  type RoundKind,
  roundsOf,
  standingOf,
  type Talk,
  type TalkRound,
  talkTitle,
} from '#modules/discussions/talks.rules.ts'
import {
  bumpTalk,
  findTalkByKey,
  holdTalk,
  insertTalk,
  listNotices,
  listOpenTalks,
  loadTalk,
  noteSaid,
  replaceRounds,
} from '#modules/discussions/talks.store.ts'
import { voiceOf } from '#modules/people/office/behalf.actions.ts'
import type { Behalf } from '#modules/people/office/behalf.rules.ts'
import { findCurrentEdition, findEdition, loadCurrentEdition } from '#modules/programme/editions/editions.store.ts'
import { hasPart } from '#modules/programme/programme.rules.ts'
import { listDistricts, theCity } from '#modules/programme/territories/territories.store.ts'
import { type Ctx, inTransaction } from '#platform/context.ts'
import { record } from '#platform/ledger.ts'

/** The edition whose talks are held now; undefined when it has none. */
export async function findTalkingEdition(ctx: Ctx) {
  const edition = await findCurrentEdition(ctx)
  return edition && hasPart(edition, 'discussions') ? edition : undefined
}

/** The rounds of a talk by the calendar of its edition and by its own days, and what of them is open. */
export async function readStanding(ctx: Ctx, talk: Talk) {
  const edition = await findEdition(ctx, talk.editionId)
  const rounds = roundsOf(talk, edition?.phases ?? [])
  return { rounds, standing: standingOf(rounds, ctx.now) }
}

/** A talk for each district that has none. Pressed twice, it changes nothing. */
export async function openDistrictTalks(ctx: Ctx): Promise<Verdict<'not-yours'> & { readonly opened?: number }> {
  const verdict = mayArrangeTalks(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const edition = await loadCurrentEdition(ctx)
    const there = await listOpenTalks(ctx, { editionId: edition.id })
    let opened = 0
    for (const district of await listDistricts(ctx)) {
      if (there.some(talk => talk.territoryId === district.id)) continue
      const id = newId('talk')
      if (!(await insertTalk(ctx, { id, key: id.replace('talk', 'key'), editionId: edition.id, territoryId: district.id }, holding.first))) continue
      await placeAnew(ctx, edition.id, district.id)
      await record(ctx, 'talk.opened', id, {
        title: talkTitle({ ...district, theme: '', territoryName: district.name, territoryNumber: district.number }),
      })
      opened += 1
    }
    return { ...yes, opened }
  })
}

/** A theme of the whole city gets its talk. */
export async function openThemeTalk(ctx: Ctx, key: string, theme: string): Promise<Verdict<'not-yours' | 'theme-there'> & { readonly id?: string }> {
  const verdict = mayArrangeTalks(ctx.actor)
  if (!verdict.ok) return verdict
  return inTransaction(ctx, async ctx => {
    const edition = await loadCurrentEdition(ctx)
    const city = await theCity(ctx)
    const known = await findTalkByKey(ctx, key)
    if (known) return { ...yes, id: known }
    const id = key.replace(/^key/, 'talk')
    if (!(await insertTalk(ctx, { id, key, editionId: edition.id, territoryId: city.id, theme }, holding.first))) {
      const first = await findTalkByKey(ctx, key)
      return first ? { ...yes, id: first } : no('theme-there')
    }
    await record(ctx, 'talk.opened', id, { title: theme })
    return { ...yes, id }
  })
}

/** Says something in a talk itself. The round decides which kinds; an answer goes with what it answers, in any open round. */
type ContributeWhy = Extract<ReturnType<typeof mayContribute>, { ok: false }>['why']
type Spoken = Omit<NewComment, 'subjectId' | 'voice'> & { readonly behalf?: Behalf | undefined }
/** Says something in a talk, for oneself or for a person without e-mail. */
export async function speakInTalk(ctx: Ctx, talkId: string, { behalf, ...comment }: Spoken) {
  return inTransaction(ctx, async ctx => {
    // a talk that is being joined with another is waited for: no comment stays behind
    await holdTalk(ctx, talkId)
    const talk = await loadTalk(ctx, talkId)
    const { standing } = await readStanding(ctx, talk)
    const kind = comment.replyTo ? undefined : comment.kind
    const open = mayContribute(ctx.actor, talk, standing, kind)
    if (!open.ok) return open
    const spoken = await voiceOf(ctx, behalf, mayEnterInTalk(ctx.actor, talk), comment.key)
    return spoken.ok ? addComment<ContributeWhy>(ctx, { ...comment, subjectId: talk.id, voice: spoken.voice }, open) : spoken
  })
}

/** Days of this talk alone; a round without days follows the edition again. */
export async function setRounds(
  ctx: Ctx,
  talkId: string,
  version: number,
  rounds: readonly TalkRound[],
): Promise<Verdict<'not-yours' | 'changed' | 'days-wrong'>> {
  return inTransaction(ctx, async ctx => {
    const verdict = mayArrangeTalks(ctx.actor)
    if (!verdict.ok) return verdict
    if (rounds.some(round => round.from > round.to)) return no('days-wrong')
    const talk = await loadTalk(ctx, talkId)
    if (talk.version !== version || !(await bumpTalk(ctx, talk))) return no('changed')
    await replaceRounds(ctx, talkId, rounds)
    await record(ctx, 'talk.rounds-set', talkId, { title: talkTitle(talk), rounds })
    return yes
  })
}

/** A round lasts longer, for a reason that everybody reads. */
export async function extendRound(
  ctx: Ctx,
  talkId: string,
  { kind, until, reason, version }: { kind: RoundKind; until: Day; reason: string; version: number },
): Promise<Verdict<'not-yours' | 'changed' | 'no-round' | 'not-later' | 'round-over'>> {
  return inTransaction(ctx, async ctx => {
    const talk = await loadTalk(ctx, talkId)
    const { rounds } = await readStanding(ctx, talk)
    const round = rounds.find(one => one.kind === kind)
    const verdict = mayExtend(ctx.actor, round, until, ctx.now)
    if (!verdict.ok) return verdict
    if (talk.version !== version || !(await bumpTalk(ctx, talk))) return no('changed')
    const others = talk.ownRounds.filter(one => one.kind !== kind)
    await replaceRounds(ctx, talkId, [...others, { kind, from: round?.from ?? until, to: until, reason }])
    await record(ctx, 'talk.round-extended', talkId, { title: talkTitle(talk), kind, until, reason })
    return yes
  })
}

/** Says once what the calendar has opened or closed. A closing is news only where the opening was; run twice, it says nothing new. */
export async function announceRounds(ctx: Ctx): Promise<void> {
  const edition = await findTalkingEdition(ctx)
  if (!edition) return
  const said = new Set((await listNotices(ctx, edition.id)).map(noticeKey))
  const talks = await listOpenTalks(ctx, { editionId: edition.id })
  const due = talks.flatMap(talk => noticesDue(talk, roundsOf(talk, edition.phases), said, ctx.now).map(notice => ({ talk, notice })))
  for (const { talk, notice } of due)
    await inTransaction(ctx, async ctx => {
      if (!(await noteSaid(ctx, notice))) return
      const { kind, what, day } = notice
      const title = talkTitle(talk)
      if (what === 'opened') await record(ctx, 'talk.round-opened', talk.id, { title, kind, until: notice.until })
      else await record(ctx, 'talk.round-closed', talk.id, { title, kind, last: day })
    })
}
