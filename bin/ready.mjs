import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Wspólne Projekty needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`)
  process.exit(1)
}

const packagesOf = file => JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages

/** Is each locked package installed in its locked version? Optional ones are npm's to choose for this machine. */
function isInstalled(withDevelopment) {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json'))
    .filter(([place, locked]) => place && !locked.optional && !locked.devOptional && (withDevelopment || !locked.dev))
    .every(([place, locked]) => installed[place]?.version === locked.version && installed[place]?.integrity === locked.integrity)
}

function installMissing(withDevelopment) {
  if (isInstalled(withDevelopment)) return
  // npm would empty the folder behind a link, which belongs to another clone.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('node_modules is a link and does not match package-lock.json: it is used as it is.')
    return
  }
  console.error('Installing what is missing from package-lock.json; this happens once.')
  // NODE_ENV=production makes npm leave out the packages that tests need.
  const args = ['ci', withDevelopment ? '--include=dev' : '--no-progress', '--loglevel=error']
  const npm = process.env.npm_execpath
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status === 0) return
  console.error('The packages could not be installed: see the lines above, and run npm ci by hand.')
  process.exit(1)
}

/** From any clone and any working directory to a built product: the right Node, the packages, dist. */
export async function makeReady({ withDevelopment = false } = {}) {
  checkNode()
  // npm sets INIT_CWD to where the person stands; paths they type are meant from there.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  installMissing(withDevelopment)
  const { build } = await import('./build.mjs')
  await build()
}
