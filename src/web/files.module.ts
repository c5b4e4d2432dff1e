import { eraseFilesOfPerson, filesOfPerson, filesRetention } from '#platform/files.ts'
import { filesRoutes } from '#web/files.routes.tsx'
import type { Module } from '#web/module.ts'
import { parkedRetention } from '#web/parked.ts'

/** What visitors leave with the house itself: files, and forms parked while they sign in. The action that keeps a file records what it was for. */
export const filesModule: Module = {
  name: 'files',
  routes: filesRoutes,
  facts: {},
  factTexts: { pl: {}, en: {} },
  retention: [...filesRetention, parkedRetention],
  ownData: async (ctx, personId) => ({ files: await filesOfPerson(ctx, personId) }),
  erase: eraseFilesOfPerson,
}
