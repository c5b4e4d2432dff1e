import { aloneRoutes } from '#modules/proposals/alone/alone.routes.tsx'
import { aloneFacts } from '#modules/proposals/alone/alone.rules.ts'
import { aloneTextsEn } from '#modules/proposals/alone/alone.texts.en.ts'
import { aloneTexts } from '#modules/proposals/alone/alone.texts.ts'
import { forkingRoutes } from '#modules/proposals/alone/forking.routes.tsx'
import { authorsRoutes } from '#modules/proposals/authors/authors.routes.tsx'
import { authorsFacts, joining } from '#modules/proposals/authors/authors.rules.ts'
import { sweepRefusals } from '#modules/proposals/authors/authors.store.ts'
import { electing, electionsFacts } from '#modules/proposals/authors/elections.rules.ts'
import { leadingRoutes } from '#modules/proposals/authors/leading.routes.tsx'
import { leadingTextsEn } from '#modules/proposals/authors/leading.texts.en.ts'
import { leadingTexts } from '#modules/proposals/authors/leading.texts.ts'
import { leadMatters } from '#modules/proposals/authors/leading.things.ts'
import { offering, offersFacts } from '#modules/proposals/authors/offers.rules.ts'
import { requestsRoutes } from '#modules/proposals/authors/requests.routes.tsx'
import { asking, requestsFacts } from '#modules/proposals/authors/requests.rules.ts'
import { requestsTextsEn } from '#modules/proposals/authors/requests.texts.en.ts'
import { requestsTexts } from '#modules/proposals/authors/requests.texts.ts'
import { requestMatters } from '#modules/proposals/authors/requests.things.ts'
import { costSuggestionsRoutes } from '#modules/proposals/cost/cost-suggestions.routes.tsx'
import { costsRoutes } from '#modules/proposals/cost/costs.routes.tsx'
import { listErrorRoutes } from '#modules/proposals/cost/list-error.routes.tsx'
import { unitPricesRoutes } from '#modules/proposals/cost/unit-prices.routes.tsx'
import { unitPricesFacts } from '#modules/proposals/cost/unit-prices.rules.ts'
import { unitPricesTextsEn } from '#modules/proposals/cost/unit-prices.texts.en.ts'
import { unitPricesTexts } from '#modules/proposals/cost/unit-prices.texts.ts'
import { draftingRoutes } from '#modules/proposals/drafting/drafting.routes.tsx'
import { historyRoutes } from '#modules/proposals/drafting/history.routes.tsx'
import { forgetAuthor, projectDataOf, sweepPrivateDrafts, sweepRevisions, sweepSettled } from '#modules/proposals/drafting/keeping.store.ts'
import { openRooms } from '#modules/proposals/drafting/rooms.routes.ts'
import { projectFactTextsEn } from '#modules/proposals/facts.texts.en.ts'
import { projectFactTexts } from '#modules/proposals/facts.texts.ts'
import { photoDoors, photosRoutes, placeBeside } from '#modules/proposals/place/photos.routes.tsx'
import { photosFacts } from '#modules/proposals/place/photos.rules.ts'
import { photosTextsEn } from '#modules/proposals/place/photos.texts.en.ts'
import { photosTexts } from '#modules/proposals/place/photos.texts.ts'
import { spotsRoutes } from '#modules/proposals/place/spots.routes.tsx'
import { projectsRoutes } from '#modules/proposals/projects.routes.tsx'
import { proposalsJobs } from '#modules/proposals/proposals.jobs.ts'
import { drafting, proposalsFacts } from '#modules/proposals/proposals.rules.ts'
import { proposalsThings } from '#modules/proposals/proposals.things.ts'
import { agreementRoutes } from '#modules/proposals/suggestions/agreement.routes.tsx'
import { changesRoutes } from '#modules/proposals/suggestions/changes.routes.tsx'
import { suggestionsRoutes } from '#modules/proposals/suggestions/suggestions.routes.tsx'
import { suggestionsFacts } from '#modules/proposals/suggestions/suggestions.rules.ts'
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
  files: photoDoors,
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
