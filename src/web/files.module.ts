import { eraseFilesOfPerson, filesOfPerson, filesRetention } from '#platform/files.ts'
import { filesRoutes } from '#web/files.routes.tsx'
import type { Module } from '#web/module.ts'

/** Files have no facts of their own: the action that keeps one records what it was kept for. */
export const filesModule: Module = {
  name: 'files',
  routes: filesRoutes,
  facts: {},
  factTexts: { pl: {}, en: {} },
  retention: filesRetention,
  ownData: async (ctx, personId) => ({ files: await filesOfPerson(ctx, personId) }),
  erase: eraseFilesOfPerson,
}
