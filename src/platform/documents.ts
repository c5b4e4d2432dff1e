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
 * module's texts. The template reads it with `#let data = json(bytes(sys.inputs.data))`. `pictures` lie beside it under their paths while it is drawn.
 * A letter that none of our fonts has stands as an empty square: no print fails over what somebody typed.
 */
export function renderPdf(template: URL, data: Readonly<Record<string, unknown>>, now: Date, pictures: readonly PrintedPicture[] = []): Buffer {
  const [compiler, laid] = [theCompiler(), pictures.map(({ path, content }) => ({ path: join(workspace, path), content }))]
  for (const { path, content } of laid) compiler.mapShadow(path, content)
  try {
    return drawn(JSON.stringify(data), json =>
      compiler.pdf(asked(template, json), { pdfStandard: 'ua-1', creationTimestamp: Math.floor(now.getTime() / 1000) }),
    )
  } finally {
    for (const { path } of laid) compiler.unmapShadow(path)
  }
}

/** What our fonts lack: first the likely ones, pictures and far scripts, then all but the letters of Europe. A keycap is its digit. */
const lacking = [
  /[\u{10000}-\u{10ffff}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  /[^\p{ASCII}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\u00a0-\u00ff\u2010-\u203a€□]/gu,
]

function drawn(json: string, draw: (json: string) => Buffer, more: readonly RegExp[] = lacking): Buffer {
  try {
    return draw(json)
  } catch (error) {
    const [next, ...rest] = more
    if (!next || !String(error).includes('could not be displayed with font')) throw error
    return drawn(json.replace(/[\ufe0f\u20e3\u200d]/g, '').replace(next, '□'), draw, rest)
  }
}

/** A picture for a document; a template names it by its path. */
export type PrintedPicture = { readonly path: string; readonly content: Buffer }

/** A kept picture as documents can hold it, small enough for paper. */
export const printable = (picture: Uint8Array): Promise<Buffer> => sharp(picture).flatten({ background: '#fff' }).jpeg({ quality: 75 }).toBuffer()

/** The first page of such a template as a PNG, one dot for each point of its page. Letters are shapes by then, so no font of the machine is asked. */
export const renderPicture = (template: URL, data: Readonly<Record<string, unknown>>): Promise<Buffer> =>
  sharp(Buffer.from(theCompiler().plainSvg(asked(template, JSON.stringify(data)))), { density: 72 })
    .png({ palette: true })
    .toBuffer()

const asked = (template: URL, json: string) => ({
  mainFilePath: join(workspace, relative(workspace, fileURLToPath(template)).split(sep).join('/')),
  inputs: { data: json },
})
