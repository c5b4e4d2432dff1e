import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** The product's own folder: templates lie beside the module they belong to and share `/ui/paper.typ`. */
const workspace = fileURLToPath(new URL('..', import.meta.url))
const fontsOf = (family: string) => dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${family}/package.json`)))

let compiler: NodeCompiler | undefined
const theCompiler = () => {
  compiler ??= NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: [fontsOf('atkinson-hyperlegible-next'), fontsOf('bricolage-grotesque')] }],
  })
  return compiler
}

/**
 * A printed thing as a tagged PDF (PDF/UA-1). `template` is the address of a .typ file beside its module:
 * `new URL('./certificate.typ', import.meta.url)`. Everything that people wrote travels as data, never as source; sentences come from the
 * module's texts. The template reads it with `#let data = json(bytes(sys.inputs.data))`.
 */
export function renderPdf(template: URL, data: Readonly<Record<string, unknown>>, now: Date): Buffer {
  const mainFilePath = join(workspace, relative(workspace, fileURLToPath(template)).split(sep).join('/'))
  const args = { mainFilePath, inputs: { data: JSON.stringify(data) } }
  return theCompiler().pdf(args, { pdfStandard: 'ua-1', creationTimestamp: Math.floor(now.getTime() / 1000) })
}
