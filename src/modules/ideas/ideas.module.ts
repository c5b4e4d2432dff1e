import { backingsBy, removeBackingsBefore, removeBackingsOf } from '#modules/ideas/backings.store.ts'
import { editsRoutes } from '#modules/ideas/edits.routes.tsx'
import { editsFacts } from '#modules/ideas/edits.rules.ts'
import { editsBy } from '#modules/ideas/edits.store.ts'
import { handoversJobs } from '#modules/ideas/handovers/handovers.jobs.ts'
import { handoversRoutes } from '#modules/ideas/handovers/handovers.routes.tsx'
import { handing, handoversFacts } from '#modules/ideas/handovers/handovers.rules.ts'
import { blankHandoversBefore, handoversBy } from '#modules/ideas/handovers/handovers.store.ts'
import { handoversTextsEn } from '#modules/ideas/handovers/handovers.texts.en.ts'
import { handoversTexts } from '#modules/ideas/handovers/handovers.texts.ts'
import { handoverMatters, handoversThings } from '#modules/ideas/handovers/handovers.things.ts'
import { ideasRoutes } from '#modules/ideas/ideas.routes.tsx'
import { ideasFacts, shaping } from '#modules/ideas/ideas.rules.ts'
import { ideasBy, removeCoauthorsOf } from '#modules/ideas/ideas.store.ts'
import { ideasTextsEn } from '#modules/ideas/ideas.texts.en.ts'
import { ideasTexts } from '#modules/ideas/ideas.texts.ts'
import { ideasThings } from '#modules/ideas/ideas.things.ts'
import { listsRoutes } from '#modules/ideas/lists.routes.tsx'
import { needsRoutes } from '#modules/ideas/needs.routes.tsx'
import { needing, needsFacts } from '#modules/ideas/needs.rules.ts'
import { needsBy } from '#modules/ideas/needs.store.ts'
import { similarRoutes } from '#modules/ideas/similar.routes.tsx'
import { blankSaidBefore } from '#modules/ideas/space.store.ts'
import { agendaRoutes } from '#modules/ideas/workshops/agenda.routes.tsx'
import { workshopsRoutes } from '#modules/ideas/workshops/workshops.routes.tsx'
import type { Module } from '#web/module.ts'

export const ideasModule: Module = {
  name: 'ideas',
  // what has a name of its own (nowa, podobne) stands before what has an id
  routes: [...agendaRoutes, ...workshopsRoutes, ...listsRoutes, ...editsRoutes, ...needsRoutes, ...ideasRoutes, ...similarRoutes, ...handoversRoutes],
  facts: { ...needsFacts, ...editsFacts, ...ideasFacts, ...handoversFacts },
  factTexts: { pl: { ...ideasTexts.facts, ...handoversTexts.facts }, en: { ...ideasTextsEn.facts, ...handoversTextsEn.facts } },
  things: [...ideasThings, ...handoversThings],
  matters: handoverMatters,
  jobs: handoversJobs,
  procedures: [
    { table: 'needs', procedure: needing, states: { pl: ideasTexts.needStates, en: ideasTextsEn.needStates } },
    { table: 'ideas', procedure: shaping, states: { pl: ideasTexts.ideaStates, en: ideasTextsEn.ideaStates } },
    { table: 'handovers', procedure: handing, states: { pl: handoversTexts.states, en: handoversTextsEn.states } },
  ],
  retention: [
    { what: 'needs-and-ideas', keep: { years: 6 }, sweep: blankSaidBefore },
    { what: 'handovers', keep: { years: 6 }, sweep: blankHandoversBefore },
    { what: 'backings', keep: { years: 6 }, sweep: removeBackingsBefore },
  ],
  ownData: async (ctx, personId) => ({
    needs: await needsBy(ctx, personId),
    ideas: await ideasBy(ctx, personId),
    edits: await editsBy(ctx, personId),
    backings: await backingsBy(ctx, personId),
    handovers: await handoversBy(ctx, personId),
  }),
  // needs and ideas belong to the talk and stay, signed "[usunięto]"; who backed what or joined its authors goes with the account
  erase: async (ctx, personId) => {
    await removeBackingsOf(ctx, personId)
    await removeCoauthorsOf(ctx, personId)
  },
  hangings: [
    { table: 'backings', by: 'subject_id', goes: 'united', person: 'person_id' },
    { table: 'spoken_answers', by: 'idea_id', goes: 'along', key: ['id'] },
    { table: 'agenda_ideas', by: 'idea_id', goes: 'stays', why: 'what a meeting had on its agenda' },
    { table: 'workshop_needs', by: 'need_id', goes: 'stays', why: 'what a workshop ranked' },
    { table: 'handovers', by: 'subject_id', goes: 'stays', why: 'only what is with no office is joined' },
    { table: 'said_versions', by: 'subject_id', goes: 'stays', why: 'the history of that text' },
    { table: 'said_additions', by: 'subject_id', goes: 'stays', why: 'the words of that author under that text' },
    { table: 'said_coauthors', by: 'subject_id', goes: 'stays', why: 'the authors are written anew for what is joined' },
  ],
}
