import { eraseFilesOfPerson, filesOfPerson, filesRetention, folderOfFiles, waiting } from '#platform/files.ts'
import type { Job } from '#platform/jobs.ts'
import { sweepStrayFiles } from '#platform/stray-files.ts'
import { waitingRetention } from '#platform/waiting-files.ts'
import { filesRoutes } from '#web/files.routes.tsx'
import type { Module } from '#web/module.ts'

const strayFiles: Job = {
  name: 'stray-files',
  about: 'Removes every night files on disk that no row knows, once they are a day old',
  at: '40 2 * * *',
  async run(ctx) {
    const gone = await sweepStrayFiles(ctx, folderOfFiles())
    if (gone > 0) ctx.log.info({ files: gone }, 'files without a row were removed')
  },
}

/** Files have no facts of their own: the action that keeps one records what it was kept for. */
export const filesModule: Module = {
  name: 'files',
  routes: filesRoutes,
  files: [{ of: waiting, maySee: async () => false }],
  jobs: [strayFiles],
  facts: {},
  factTexts: { pl: {}, en: {} },
  hangings: [{ table: 'files', by: 'subject', goes: 'along', key: ['id'] }],
  retention: [...filesRetention, waitingRetention],
  ownData: async (ctx, personId) => ({ files: await filesOfPerson(ctx, personId) }),
  erase: eraseFilesOfPerson,
}
