import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const src = join(root, 'src')
const dist = join(root, 'dist')
const islands = join('ui', 'islands')

const filesIn = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
const isTest = file => /\.test\.(tsx?|typ)$/.test(file)
const isForBrowser = file => file.startsWith(islands + sep) || extname(file) === '.css'
const isCode = file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')
const builtName = file => file.replace(/\.tsx?$/, '.js')

function stampOf(files) {
  const hash = createHash('sha256')
  for (const file of [
    ...files.map(file => join('src', file)),
    'package-lock.json',
    'tsconfig.json',
    join('bin', 'build.mjs'),
    join('bin', 'build-lemmas.mjs'),
  ]) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** dist mirrors src file by file, so that what a file reads from its own folder lies in the same place in both. */
const mirror = {
  name: 'mirror',
  setup(build) {
    build.onResolve({ filter: /^[.#]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'resolving') return
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' })
      if (found.errors.length > 0) return found
      const way = relative(dirname(importer), found.path).split(sep).join('/')
      return { path: builtName(way.startsWith('.') ? way : `./${way}`), external: true }
    })
  },
}

/** The style sheet names its fonts bare; they come from the font packages. */
const fonts = {
  name: 'fonts',
  setup(build) {
    build.onResolve({ filter: /\.woff2$/ }, ({ path }) => {
      const name = basename(path)
      const family = /^(.+?)-(?:latin|vietnamese)/.exec(name)?.[1]
      const file = join(root, 'node_modules', '@fontsource-variable', family ?? '', 'files', name)
      return existsSync(file) ? { path: file } : { errors: [{ text: `No font package has ${name}.` }] }
    })
  },
}

async function buildServer(esbuild, files) {
  await esbuild.build({
    entryPoints: files.filter(file => isCode(file) && !isForBrowser(file)).map(file => join(src, file)),
    outbase: src,
    outdir: dist,
    bundle: true,
    packages: 'external',
    plugins: [mirror],
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
  })
  const others = files.filter(file => !isCode(file) && !isForBrowser(file))
  for (const file of others) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    copyFileSync(join(src, file), join(dist, file))
  }
  return others
}

/** What the browser loads: named by content, so it may be kept for ever. */
async function buildAssets(esbuild, files) {
  const entries = files.filter(
    file => (file.startsWith(islands + sep) && isCode(file) && dirname(file) === islands) || file === join('ui', 'theme.css'),
  )
  const outdir = join(dist, 'assets')
  mkdirSync(outdir, { recursive: true })
  const { metafile } = await esbuild.build({
    entryPoints: entries.map(file => join(src, file)),
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    plugins: [fonts],
    platform: 'browser',
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.png': 'file', '.svg': 'file' },
    metafile: true,
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  const manifest = {}
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const file = basename(path)
    const inputs = Object.keys(output.inputs)
    if (output.entryPoint) manifest[builtName(basename(output.entryPoint))] = file
    if (output.cssBundle && output.entryPoint) manifest[basename(output.entryPoint).replace(/\.tsx?$/, '.css')] = basename(output.cssBundle)
    if (/\.(woff2|png|svg)$/.test(file) && inputs.length === 1) manifest[basename(inputs[0])] = file
  }
  const pictures = copyPictures(files, outdir, manifest)
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return ['manifest.json', ...pictures, ...Object.keys(metafile.outputs).map(path => basename(path))].map(file => join('assets', file))
}

/** Pictures that pages name themselves, which no style sheet brings along: the emblem of the tab, the picture of a shared link. */
function copyPictures(files, outdir, manifest) {
  const pictures = files.filter(file => dirname(file) === 'ui' && /\.(svg|png)$/.test(file))
  return pictures.map(file => {
    const content = readFileSync(join(src, file))
    const mark = createHash('sha256').update(content).digest('hex').slice(0, 8)
    const named = `${basename(file, extname(file))}-${mark}${extname(file)}`
    writeFileSync(join(outdir, named), content)
    manifest[basename(file)] = named
    return named
  })
}

/** The table of Polish word forms, beside the code that reads it. In a process of its own, since the dictionary is large. */
async function buildLemmas() {
  const file = join('platform', 'lemmas.bin.gz')
  await promisify(execFile)(process.execPath, [join(root, 'bin', 'build-lemmas.mjs'), join(dist, file)])
  return [file]
}

function removeOld(kept) {
  for (const file of filesIn(dist)) if (!kept.has(file)) rmSync(join(dist, file))
}

/** Builds src into dist; does nothing when dist already is what src says. */
export async function build() {
  const files = filesIn(src).filter(file => !isTest(file))
  const stamp = stampOf(files)
  const stampFile = join(dist, '.built')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const esbuild = await import('esbuild')
  rmSync(stampFile, { force: true })
  try {
    const [others, assets, words] = await Promise.all([buildServer(esbuild, files), buildAssets(esbuild, files), buildLemmas()])
    const code = files.filter(file => isCode(file) && !isForBrowser(file)).flatMap(file => [builtName(file), `${builtName(file)}.map`])
    removeOld(new Set([...code, ...others, ...assets, ...words]))
    writeFileSync(stampFile, stamp)
  } finally {
    await esbuild.stop()
  }
}

if (process.argv[1] && statSync(process.argv[1]).ino === statSync(fileURLToPath(import.meta.url)).ino) await build()
