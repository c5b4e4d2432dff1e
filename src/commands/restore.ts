import { join } from 'node:path'
import { endWith, fileArgument, progressLine } from '#platform/command-line.ts'
import { readConfig } from '#platform/config.ts'
import { openLog } from '#platform/log.ts'
import { restoreBackup } from '#platform/restore.ts'
import { openServer } from '../opening.ts'

const file = fileArgument('restore', 'a backup into an empty database, all or nothing')
const config = readConfig(process.env)
const server = await openServer(config, openLog('silent'), true)
if (!server.ok) endWith(server.why)

const line = progressLine()
const restored = await restoreBackup({
  ownerUrl: server.ownerUrl,
  filesFolder: join(config.dataDir, 'files'),
  file,
  progress: line.show,
}).finally(async () => {
  line.end()
  await server.stop()
})
if (!restored.ok) endWith(restored.why)

const { madeAt, tables, rows, files } = restored.report
console.log(`Restored as of ${madeAt}: ${rows} rows of ${tables} tables and ${files} files, each compared with its digest.`)
console.log('Queued jobs were not kept: letters that had not left are sent at the next start.')
