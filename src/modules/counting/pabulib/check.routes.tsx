import { readFile } from 'node:fs/promises'
import { setImmediate as breath } from 'node:timers/promises'
import { filled } from '#kit/form.ts'
import { linesOf } from '#kit/lines.ts'
import { notFound } from '#kit/refusal.ts'
import { CheckPage, checkWords } from '#modules/counting/pabulib/check.pages.tsx'
import { type Checked, pabulibCheck } from '#modules/counting/pabulib/check.rules.ts'
import { paths } from '#paths'
import { get, page, post, type Route, type Visit } from '#web/http.ts'
import { uploadOf } from '#web/uploads.ts'

const mostBytes = 40_000_000

/** The file is in memory while it is looked at, and nowhere afterwards. Others are served between its pieces. */
async function checkOf(file: File): Promise<Checked> {
  const checking = pabulibCheck()
  for await (const lines of linesOf(file.stream() as unknown as AsyncIterable<Uint8Array>)) {
    for (const line of lines) checking.line(line)
    await breath()
  }
  return checking.end()
}
async function check(c: Visit) {
  const { frame } = c.var
  const t = checkWords(frame)
  const file = await uploadOf(c, 'plik')
  const why = !file ? t.why.missing : file.size > mostBytes ? t.why.large : undefined
  if (!file || why) return page(c, <CheckPage frame={frame} form={{ ...filled({}), errors: { plik: why ?? '' } }} />, 422)
  return page(c, <CheckPage frame={frame} form={filled({})} name={file.name.slice(0, 80)} checked={await checkOf(file)} />)
}

/** The verifier lies beside the product, not in it; here its files are only handed out. */
const verifierFolder = new URL('../../../../verifier/', import.meta.url)
const verifierFiles: Readonly<Record<string, string>> = {
  'index.html': 'text/html',
  'page.css': 'text/css',
  'page.js': 'text/javascript',
  'words.js': 'text/javascript',
  'recount.js': 'text/javascript',
  // for whoever has no scripts here and runs the command instead
  'verify.mjs': 'text/javascript',
}
async function handOut(c: Visit) {
  const name = c.req.param('file') ?? ''
  const type = Object.hasOwn(verifierFiles, name) ? verifierFiles[name] : undefined
  if (!type) return notFound('no such file of the verifier')
  return c.body(await readFile(new URL(name, verifierFolder), 'utf8'), 200, { 'Content-Type': `${type}; charset=utf-8` })
}

export const checkRoutes: readonly Route[] = [
  get(paths.fileCheck, 'everyone', c => page(c, <CheckPage frame={c.var.frame} form={filled({})} />)),
  post(paths.fileCheck, 'everyone', { noFact: 'a file is looked at and forgotten' }, check),
  get(paths.verifier, 'everyone', handOut),
]
