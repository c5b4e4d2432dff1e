import { calling } from '#modules/ambassadors/applications/calling.module.ts'
import { tenure } from '#modules/ambassadors/tenure/tenure.module.ts'
import type { Module } from '#web/module.ts'

/** Ambassadors of Local Participation: calls, applications, areas, training, terms, certificates, the public list. */
export const ambassadorsModule: Module = {
  name: 'ambassadors',
  // what has a name of its own (nabór) stands before what has an id
  routes: [...calling.routes, ...tenure.routes],
  facts: { ...calling.facts, ...tenure.facts },
  factTexts: { pl: { ...calling.factTexts.pl, ...tenure.factTexts.pl }, en: { ...calling.factTexts.en, ...tenure.factTexts.en } },
  things: [...calling.things, ...tenure.things],
  matters: async ctx => (await Promise.all([calling.matters(ctx), tenure.matters(ctx)])).flat(),
  procedures: [...calling.procedures, ...tenure.procedures],
  retention: [...calling.retention, ...tenure.retention],
  ownData: async (ctx, personId) => ({ ...(await calling.ownData(ctx, personId)), ...(await tenure.ownData(ctx, personId)) }),
  async erase(ctx, personId) {
    await calling.erase(ctx, personId)
    await tenure.erase(ctx, personId)
  },
}
