import { agreementRoutes } from '#modules/proposals/agreement.routes.tsx'
import { aloneRoutes } from '#modules/proposals/alone.routes.tsx'
import { aloneFacts } from '#modules/proposals/alone.rules.ts'
import { aloneTextsEn } from '#modules/proposals/alone.texts.en.ts'
import { aloneTexts } from '#modules/proposals/alone.texts.ts'
import { authorsRoutes } from '#modules/proposals/authors.routes.tsx'
import { authorsFacts, joining } from '#modules/proposals/authors.rules.ts'
import { sweepRefusals } from '#modules/proposals/authors.store.ts'
import { changesRoutes } from '#modules/proposals/changes.routes.tsx'
import { costSuggestionsRoutes } from '#modules/proposals/cost-suggestions.routes.tsx'
import { costsRoutes } from '#modules/proposals/costs.routes.tsx'
import { draftingRoutes } from '#modules/proposals/drafting.routes.tsx'
import { electing, electionsFacts } from '#modules/proposals/elections.rules.ts'
import { projectFactTextsEn } from '#modules/proposals/facts.texts.en.ts'
import { projectFactTexts } from '#modules/proposals/facts.texts.ts'
import { forkingRoutes } from '#modules/proposals/forking.routes.tsx'
import { historyRoutes } from '#modules/proposals/history.routes.tsx'
import { forgetAuthor, projectDataOf, sweepPrivateDrafts, sweepRevisions, sweepSettled } from '#modules/proposals/keeping.store.ts'
import { leadingRoutes } from '#modules/proposals/leading.routes.tsx'
import { leadingTextsEn } from '#modules/proposals/leading.texts.en.ts'
import { leadingTexts } from '#modules/proposals/leading.texts.ts'
import { leadMatters } from '#modules/proposals/leading.things.ts'
import { listErrorRoutes } from '#modules/proposals/list-error.routes.tsx'
import { offering, offersFacts } from '#modules/proposals/offers.rules.ts'
import { photosRoutes, placeBeside } from '#modules/proposals/photos.routes.tsx'
import { photosFacts } from '#modules/proposals/photos.rules.ts'
import { photosTextsEn } from '#modules/proposals/photos.texts.en.ts'
import { photosTexts } from '#modules/proposals/photos.texts.ts'
import { projectsRoutes } from '#modules/proposals/projects.routes.tsx'
import { proposalsJobs } from '#modules/proposals/proposals.jobs.ts'
import { drafting, proposalsFacts } from '#modules/proposals/proposals.rules.ts'
import { proposalsThings } from '#modules/proposals/proposals.things.ts'
import { requestsRoutes } from '#modules/proposals/requests.routes.tsx'
import { asking, requestsFacts } from '#modules/proposals/requests.rules.ts'
import { requestsTextsEn } from '#modules/proposals/requests.texts.en.ts'
import { requestsTexts } from '#modules/proposals/requests.texts.ts'
import { requestMatters } from '#modules/proposals/requests.things.ts'
import { openRooms } from '#modules/proposals/rooms.routes.ts'
import { spotsRoutes } from '#modules/proposals/spots.routes.tsx'
import { suggestionsRoutes } from '#modules/proposals/suggestions.routes.tsx'
import { suggestionsFacts } from '#modules/proposals/suggestions.rules.ts'
import { unitPricesRoutes } from '#modules/proposals/unit-prices.routes.tsx'
import { unitPricesFacts } from '#modules/proposals/unit-prices.rules.ts'
import { unitPricesTextsEn } from '#modules/proposals/unit-prices.texts.en.ts'
import { unitPricesTexts } from '#modules/proposals/unit-prices.texts.ts'
import type { Module } from '#web/module.ts'

/** One object from the joint draft to the submitted project. */
export const proposalsModule: Module = {
  name: 'proposals',
  routes: [
    ...projectsRoutes,
    ...aloneRoutes,
    ...forkingRoutes,
    ...draftingRoutes,
    ...costsRoutes,
    ...costSuggestionsRoutes,
    ...unitPricesRoutes,
    ...listErrorRoutes,
    ...spotsRoutes,
    ...photosRoutes,
    ...authorsRoutes,
    ...requestsRoutes,
    ...leadingRoutes,
    ...agreementRoutes,
    ...changesRoutes,
    ...suggestionsRoutes,
    ...historyRoutes,
  ],
  sockets: [openRooms()],
  facts: {
    ...proposalsFacts,
    ...authorsFacts,
    ...requestsFacts,
    ...offersFacts,
    ...electionsFacts,
    ...suggestionsFacts,
    ...photosFacts,
    ...unitPricesFacts,
    ...aloneFacts,
  },
  factTexts: {
    pl: {
      ...projectFactTexts.facts,
      ...photosTexts.facts,
      ...requestsTexts.facts,
      ...leadingTexts.facts,
      ...unitPricesTexts.facts,
      ...aloneTexts.facts,
    },
    en: {
      ...projectFactTextsEn.facts,
      ...photosTextsEn.facts,
      ...requestsTextsEn.facts,
      ...leadingTextsEn.facts,
      ...unitPricesTextsEn.facts,
      ...aloneTextsEn.facts,
    },
  },
  matters: async ctx => [...(await requestMatters(ctx)), ...(await leadMatters(ctx))],
  things: proposalsThings,
  beside: { thing: placeBeside },
  procedures: [
    { table: 'projects', procedure: drafting, states: { pl: projectFactTexts.states, en: projectFactTextsEn.states } },
    { table: 'project_lead_offers', procedure: offering, states: { pl: leadingTexts.offerStates, en: leadingTextsEn.offerStates } },
    { table: 'project_elections', procedure: electing, states: { pl: leadingTexts.electionStates, en: leadingTextsEn.electionStates } },
    { table: 'project_requests', procedure: asking, states: { pl: requestsTexts.states, en: requestsTextsEn.states } },
    { table: 'project_authors', procedure: joining, states: { pl: projectFactTexts.kinds, en: projectFactTextsEn.kinds } },
  ],
  jobs: proposalsJobs,
  hangings: [
    { table: 'projects', by: 'idea_id', goes: 'along', key: ['id'] },
    { table: 'suggestions', by: 'project_id', goes: 'along', key: ['comment_id'] },
    { table: 'unit_estimates', by: 'project_id', goes: 'along', key: ['advice_id'] },
    { table: 'project_sections', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'project_revisions', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'project_cost_lines', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'project_shapes', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    // authors are those of all originals already; helpers come along with them
    { table: 'project_authors', by: 'project_id', goes: 'united', person: 'person_id', fresh: 'id', where: "state = 'helping'" },
    { table: 'project_lead_offers', by: 'project_id', goes: 'stays', why: 'about the lead of that draft' },
    { table: 'project_elections', by: 'project_id', goes: 'stays', why: 'about the lead of that draft' },
    { table: 'project_requests', by: 'project_id', goes: 'stays', why: 'asked of the authors of that draft' },
    { table: 'project_versions', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'project_acceptances', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'project_shared_texts', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'support_lines', by: 'project_id', goes: 'stays', why: 'signed for that project alone' },
    { table: 'support_extensions', by: 'project_id', goes: 'stays', why: 'signed for that project alone' },
    { table: 'project_named_versions', by: 'project_id', goes: 'stays', why: 'part of that draft' },
    { table: 'project_text_updates', by: 'project_id', goes: 'stays', why: 'part of that draft' },
  ],
  retention: [
    { what: 'refused-invitations', keep: { years: 1 }, sweep: sweepRefusals },
    { what: 'author-requests', keep: { years: 1 }, sweep: sweepSettled },
    { what: 'abandoned-drafts', keep: { years: 3 }, sweep: sweepPrivateDrafts },
    { what: 'revision-authors', keep: { years: 5 }, sweep: sweepRevisions },
  ],
  ownData: projectDataOf,
  joining: { project_authors: { column: 'state', best: ['accepted', 'helping', 'invited', 'left'] } },
  erase: forgetAuthor,
}
