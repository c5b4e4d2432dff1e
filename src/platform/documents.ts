import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import sharp from 'sharp'

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
  return theCompiler().pdf(asked(template, data), { pdfStandard: 'ua-1', creationTimestamp: Math.floor(now.getTime() / 1000) })
}

/** The first page of such a template as a PNG, one dot for each point of its page. Letters are shapes by then, so no font of the machine is asked. */
export const renderPicture = (template: URL, data: Readonly<Record<string, unknown>>): Promise<Buffer> =>
  sharp(Buffer.from(theCompiler().plainSvg(asked(template, data))), { density: 72 })
    .png({ palette: true })
    .toBuffer()

const asked = (template: URL, data: Readonly<Record<string, unknown>>) => ({
  mainFilePath: join(workspace, relative(workspace, fileURLToPath(template)).split(sep).join('/')),
  inputs: { data: JSON.stringify(data) },
})
