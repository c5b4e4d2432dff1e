import { casesFacts, reviewing } from '#modules/moderation/cases.rules.ts'
import { limitsFacts } from '#modules/moderation/limits.rules.ts'
import { moderationRoutes } from '#modules/moderation/moderation.routes.tsx'
import { moderationTextsEn } from '#modules/moderation/moderation.texts.en.ts'
import { moderationTexts } from '#modules/moderation/moderation.texts.ts'
import { moderationMatters } from '#modules/moderation/moderation.things.ts'
import {
  blankCasesBefore,
  blankModerationOf,
  blankReportersBefore,
  moderationDataOf,
  removePostsBefore,
  removeSlowModesBefore,
} from '#modules/moderation/privacy.store.ts'
import { queueRoutes } from '#modules/moderation/queue.routes.tsx'
import { slowRoutes } from '#modules/moderation/slow.routes.tsx'
import type { Module } from '#web/module.ts'

/** Reports, decisions with reasons, a public log. It hides by rows of its own that upper stores join. */
export const moderationModule: Module = {
  name: 'moderation',
  // what has a name of its own stands before what has an id
  routes: [...slowRoutes, ...queueRoutes, ...moderationRoutes],
  facts: { ...casesFacts, ...limitsFacts },
  factTexts: { pl: moderationTexts.facts, en: moderationTextsEn.facts },
  matters: moderationMatters,
  procedures: [{ table: 'moderation_cases', procedure: reviewing, states: { pl: moderationTexts.states, en: moderationTextsEn.states } }],
  hangings: [
    { table: 'hidings', by: 'subject_id', goes: 'stays', why: 'decided about that post' },
    { table: 'moderation_cases', by: 'subject_id', goes: 'stays', why: 'decided about that post' },
    { table: 'reports', by: 'subject_id', goes: 'stays', why: 'said about that post' },
    { table: 'posts_counted', by: 'subject_id', goes: 'stays', why: 'counts the pace of a day' },
    { table: 'slow_modes', by: 'subject_id', goes: 'stays', why: 'the pace under that post' },
  ],
  retention: [
    { what: 'posts-counted', keep: { days: 7 }, sweep: removePostsBefore },
    { what: 'reporters', keep: { years: 2 }, sweep: blankReportersBefore },
    { what: 'slow-modes', keep: { years: 2 }, sweep: removeSlowModesBefore },
    { what: 'moderation-cases', keep: { years: 6 }, sweep: blankCasesBefore },
  ],
  ownData: async (ctx, personId) => ({ moderation: await moderationDataOf(ctx, personId) }),
  erase: blankModerationOf,
}
