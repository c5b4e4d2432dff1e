import type { Thing, WaitingMatter } from '#kit/things.ts'
import { isLive } from '#modules/ambassadors/tenure/terms.rules.ts'
import { countReady, listTermsById, termsOf, waitsFor } from '#modules/ambassadors/tenure/terms.store.ts'
import { termsTextsEn } from '#modules/ambassadors/tenure/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/tenure/terms.texts.ts'
import { assisting, dueOf } from '#modules/ambassadors/workspace/assistance.rules.ts'
import { listAssistance } from '#modules/ambassadors/workspace/assistance.store.ts'
import { assistanceTextsEn } from '#modules/ambassadors/workspace/assistance.texts.en.ts'
import { assistanceTexts } from '#modules/ambassadors/workspace/assistance.texts.ts'
import { listPracticesById } from '#modules/ambassadors/workspace/practices.store.ts'
import { namesOf } from '#modules/people/people.store.ts'
import { paths, url } from '#paths'
import type { Ctx } from '#platform/context.ts'
import type { ThingKind } from '#platform/things.ts'

const assistance = { pl: assistanceTexts, en: assistanceTextsEn }
const terms = { pl: termsTexts, en: termsTextsEn }

export const tenureThings: readonly ThingKind[] = [
  {
    prefix: 'term',
    async find(ctx, ids) {
      const found = await listTermsById(ctx, ids)
      const names = await namesOf(
        ctx,
        found.map(term => term.personId),
      )
      return found.map(
        (term): Thing => ({
          id: term.id,
          title: names.get(term.personId) ?? '',
          path: url(paths.ambassador, { id: term.id }),
          territoryId: term.districtIds[0],
          authorIds: [term.personId],
          isPublic: term.state === 'active',
        }),
      )
    },
  },
  {
    prefix: 'practice',
    find: async (ctx, ids) =>
      (await listPracticesById(ctx, ids)).map(
        (practice): Thing => ({
          id: practice.id,
          title: practice.title,
          path: url(paths.practice, { id: practice.id }),
          territoryId: undefined,
          authorIds: [practice.authorId],
          isPublic: practice.visible,
        }),
      ),
  },
]

/** What waits: for the coordinator, requests and whoever is trained; for the ambassador, training and messages. */
export async function tenureMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const { actor, locale } = ctx
  if (actor.id === '') return []
  return actor.grants.some(grant => grant.role === 'coordinator') ? officeMatters(ctx) : ownMatters(ctx, terms[locale].matters)
}

async function officeMatters(ctx: Ctx): Promise<readonly WaitingMatter[]> {
  const t = assistance[ctx.locale]
  const [requests, waiting] = await Promise.all([listAssistance(ctx, { open: true }), countReady(ctx)])
  const mine = requests.filter(of => assisting.may(ctx.actor, of.state === 'asked' ? 'promise' : 'finish', of).ok)
  return [
    ...mine.map(of => ({
      id: of.id,
      title: of.text.slice(0, 120),
      note: of.state === 'asked' ? t.matters.answer : t.matters.deliver,
      path: paths.officeAssistance,
      dueOn: dueOf(of),
    })),
    ...(waiting > 0
      ? [{ id: 'terms-waiting', title: terms[ctx.locale].matters.ready(waiting), note: terms[ctx.locale].matters.readyNote, path: paths.officeTerms }]
      : []),
  ]
}

async function ownMatters(ctx: Ctx, t: typeof termsTexts.matters): Promise<readonly WaitingMatter[]> {
  const term = (await termsOf(ctx, ctx.actor.id)).find(isLive)
  if (!term) return []
  const [waits, requests] = await Promise.all([waitsFor(ctx, term), listAssistance(ctx, { personId: ctx.actor.id })])
  const answered = requests.filter(of => of.state === 'promised')
  return [
    ...answered.map(of => ({
      id: of.id,
      title: of.text.slice(0, 120),
      note: assistance[ctx.locale].matters.yours,
      path: paths.ownAssistance,
      dueOn: of.readyOn,
    })),
    ...(term.state === 'accepted' && !waits.trained ? [{ id: term.id, title: t.train, note: term.areaWords, path: paths.workspace }] : []),
    ...(waits.messages > 0 ? [{ id: `${term.id}-messages`, title: t.messages(waits.messages), note: term.areaWords, path: paths.ownMessages }] : []),
  ]
}
