import type { WaitingMatter } from '#kit/things.ts'
import { listCommentsById } from '#modules/discussions/discussions.store.ts'
import { discussionsTextsEn } from '#modules/discussions/discussions.texts.en.ts'
import { discussionsTexts } from '#modules/discussions/discussions.texts.ts'
import { unitsOf } from '#modules/discussions/questions.rules.ts'
import { listWaitingQuestions } from '#modules/discussions/questions.store.ts'
import { talkTitle } from '#modules/discussions/talks.rules.ts'
import { listTalksById } from '#modules/discussions/talks.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { ThingKind } from '#platform/things.ts'

const kindWords = { pl: discussionsTexts.kinds, en: discussionsTextsEn.kinds }

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text)

export const discussionsThings: readonly ThingKind[] = [
  {
    prefix: 'talk',
    find: async (ctx, ids) =>
      (await listTalksById(ctx, ids)).map(talk => ({
        id: talk.id,
        title: talkTitle(talk),
        path: url(paths.talk, { id: talk.id }),
        // a smaller area lies in its district, and so do its news and its hosts
        territoryId: talk.territoryKind === 'custom' || talk.territoryKind === 'estate' ? (talk.parentId ?? talk.territoryId) : talk.territoryId,
        authorIds: [],
        isPublic: true,
      })),
  },
  {
    // its place and whether everybody may read it are those of what it is about
    prefix: 'comment',
    find: async (ctx, ids) =>
      (await listCommentsById(ctx, ids)).map(comment => ({
        id: comment.id,
        title: `${kindWords[ctx.locale][comment.kind]}: ${shortened(comment.text)}`,
        path: url(paths.comment, { id: comment.id }),
        territoryId: undefined,
        authorIds: [comment.authorId],
        aboutId: comment.subjectId,
        text: comment.text,
        isPublic: comment.text !== '' && !comment.hiding,
      })),
  },
]

/** Questions that the visitor's unit has and has not answered. */
export async function discussionsMatters(ctx: Ctx): Promise<WaitingMatter[]> {
  const t = { pl: discussionsTexts, en: discussionsTextsEn }[ctx.locale].question
  const waiting = await listWaitingQuestions(ctx, unitsOf(ctx.actor))
  return waiting.map(({ id, text, dueOn, unitCode }) => ({
    id,
    title: text.slice(0, 100),
    note: t.matter({ unit: unitCode }),
    path: `${url(paths.comment, { id })}#odpowiedz`,
    dueOn: dueOn ?? undefined,
  }))
}
