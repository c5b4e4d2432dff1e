import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newId } from '#kit/ids.ts'
import { paths } from '#paths'

const root = fileURLToPath(new URL('..', import.meta.url))
type Env = Readonly<Record<string, string>>

/** Nothing of the test run's own settings: a product as somebody would start it by hand, on any free port. */
function environment(env: Env): NodeJS.ProcessEnv {
  const own = { ...process.env }
  for (const name of ['NODE_ENV', 'DATABASE_URL', 'INIT_CWD', 'VITEST', 'DEMO', 'SECRET']) delete own[name]
  return { ...own, PORT: '0', ...env }
}

export type Ended = { readonly code: number | null; readonly output: string }
/** The real command, from its start to its end. */
export function runToEnd(args: readonly string[], env: Env): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd: root, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })
  return endOf(child, watch(child))
}

function watch(child: ChildProcess) {
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      said.text += part
    })
  return said
}
const endOf = (child: ChildProcess, said: { text: string }) =>
  new Promise<Ended>(resolve => child.on('close', code => resolve({ code, output: said.text })))

export type Product = {
  readonly address: string
  readonly child: ChildProcess
  readonly said: { text: string }
  /** TERM, and the code it ended with. */
  stop(): Promise<Ended>
  /** As a power cut: no chance to tidy up. */
  kill(): Promise<Ended>
}

/** `npm start` without npm in between; ready when it has printed its address. */
export async function startProduct(env: Env, nodeArgs: readonly string[] = []): Promise<Product> {
  const child = spawn(process.execPath, [...nodeArgs, 'bin/start.mjs'], { cwd: root, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })
  const said = watch(child)
  const ended = endOf(child, said)
  const address = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const [, found] = /Wspólne Projekty: (http:\/\/\S+)/.exec(said.text) ?? []
      if (found) resolve(found)
    }
    child.stdout?.on('data', look)
    void ended.then(({ code, output }) => reject(new Error(`the product ended with ${code} before it answered:\n${output}`)))
  })
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { address, child, said, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

export type Visitor = { get(path: string): Promise<Response>; post(path: string, fields: Record<string, string>): Promise<Response> }

/** A browser without a screen: it keeps its cookies and does not follow redirects. */
export function visitorOf(address: string): Visitor {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address + path, { ...init, redirect: 'manual', headers: { Origin: address, ...(Cookie ? { Cookie } : {}) } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value && !/max-age=0/i.test(line)) cookies.set(name, value)
      else cookies.delete(name)
    }
    return response
  }
  return { get: path => ask(path, {}), post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }) }
}

/** Becomes a person of the demo by the bar on top. */
export async function becomeInDemo(visitor: Visitor, name: string): Promise<void> {
  const html = await (await visitor.get(paths.home)).text()
  const [, id] = [...html.matchAll(/<option value="([^"]+)"[^>]*>([^<]+)/g)].find(([, , label]) => label?.includes(name)) ?? []
  if (!id) throw new Error(`the bar of the demo does not offer ${name}`)
  const answer = await visitor.post(paths.demoPerson, { osoba: id, powrot: paths.home })
  if (answer.status !== 303) throw new Error(`becoming ${name} answered ${answer.status}`)
}

/** Adds a need and answers with its address: from this moment on it must never be missing. */
export async function addNeed(visitor: Visitor, title: string): Promise<string> {
  const answer = await visitor.post(paths.needs, {
    key: newId('key'),
    title,
    text: 'Dzieci bawią się między samochodami, a najbliższy plac jest za ruchliwą ulicą.',
    where: '13',
    place: 'przy ulicy Łąkowej',
  })
  if (answer.status !== 303) throw new Error(`adding a need answered ${answer.status}: ${(await answer.text()).replace(/<[^>]*>/g, ' ').slice(-600)}`)
  return answer.headers.get('location') ?? ''
}

/** The owner's way into the embedded database of a running product. */
export function ownerUrlOf(dataDir: string): string {
  const passwords = JSON.parse(readFileSync(join(dataDir, 'postgres/passwords.json'), 'utf8')) as { owner: string }
  return `postgres://owner:${passwords.owner}@127.0.0.1:${postmasterOf(dataDir).port}/wspolne?sslmode=disable`
}
export function postmasterOf(dataDir: string): { pid: number; port: number } {
  const lines = readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}
