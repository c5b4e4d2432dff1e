import { join } from 'node:path'
import { makeBackup } from '#platform/backup.ts'
import { endWith, fileArgument, progressLine } from '#platform/command-line.ts'
import { readConfig } from '#platform/config.ts'
import { openDatabase } from '#platform/db.ts'
import { openLog } from '#platform/log.ts'
import { openServer } from '../opening.ts'

const file = fileArgument('backup', 'a backup of everything: the tables as of one moment and the uploaded files')
const config = readConfig(process.env)
const server = await openServer(config, openLog('silent'), false)
if (!server.ok) endWith(server.why)

const line = progressLine()
const { pool, close } = openDatabase(server.ownerUrl, { max: 1 })
const made = await makeBackup({ pool, filesFolder: join(config.dataDir, 'files'), file, progress: line.show }).finally(async () => {
  line.end()
  await close()
  await server.stop()
})
if (!made.ok) endWith(made.why)

const { tables, rows, files, missing } = made.report
console.log(`${file}: ${rows} rows of ${tables} tables and ${files} files.`)
if (missing.length > 0) console.log(`Not found on the disk, so not in the backup: ${missing.join(', ')}.`)
console.log('It holds personal data: keep it where only those may read it who may read the database.')
