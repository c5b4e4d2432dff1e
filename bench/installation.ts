import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { most } from './words.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
type Locked = { readonly dev?: boolean; readonly devOptional?: boolean; readonly version?: string }

const sizeOf = (folder: string, nested = true): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((total, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return !nested && entry.name === 'node_modules' ? total : total + sizeOf(path, nested)
    return total + lstatSync(path).size
  }, 0)

/** What `npm ci --omit=dev` puts on this machine: the locked packages that are no tools of ours. */
export function measureInstallation(): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> }
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  const places = Object.entries(packages)
    .filter(([place, locked]) => place && !locked.dev && !locked.devOptional && existsSync(join(root, place)))
    .map(([place]) => place)
  const bytes = places.reduce((total, place) => total + sizeOf(join(root, place), false), 0)
  return [
    most('direct runtime dependencies', Object.keys(own.dependencies).length, 40, 'packages'),
    `       installed for production: ${places.length} packages, ${Math.round(bytes / 1_000_000)} MB, and ${Math.round(sizeOf(join(root, 'dist')) / 1_000_000)} MB of our own`,
  ]
}
