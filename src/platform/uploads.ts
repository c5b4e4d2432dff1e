import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { no } from '#kit/verdict.ts'

/** Why a file is not kept; the sentences are in `#ui/files.texts.ts`. */
export type FileRefusal =
  | 'file-missing'
  | 'file-too-big'
  | 'file-kind'
  | 'file-heic'
  | 'file-broken'
  | 'image-too-large'
  | 'not-image'
  | 'alt-missing'

const MB = 1_000_000
export const fileLimits = { bytes: 12 * MB, pixels: 80 * MB, longestSide: 2000, small: 640 } as const

export type Upload =
  | { readonly kind: 'image'; readonly full: Buffer; readonly small: Buffer; readonly width: number; readonly height: number }
  | { readonly kind: 'pdf'; readonly full: Buffer }

const images = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
const heic = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']

/** Looks at the content, never at the name or the declared type: a picture is drawn anew, so nothing hidden in it survives. */
export async function readUpload(file: File): Promise<{ ok: true; upload: Upload } | { ok: false; why: FileRefusal }> {
  if (file.size === 0) return no('file-missing')
  if (file.size > fileLimits.bytes) return no('file-too-big')
  const content = Buffer.from(await file.arrayBuffer())
  const type = (await fileTypeFromBuffer(content))?.mime ?? ''
  if (type === 'application/pdf') return { ok: true, upload: { kind: 'pdf', full: content } }
  if (heic.includes(type)) return no('file-heic')
  if (!images.includes(type)) return no('file-kind')
  return redraw(content)
}

async function redraw(content: Buffer): Promise<{ ok: true; upload: Upload } | { ok: false; why: FileRefusal }> {
  try {
    const { width, height } = await sharp(content).metadata()
    if (width * height > fileLimits.pixels) return no('image-too-large')
    // autoOrient turns the picture as its EXIF says; what is written carries no EXIF, so neither the place nor the camera
    const upright = sharp(content, { limitInputPixels: fileLimits.pixels, failOn: 'error' }).autoOrient()
    const draw = (side: number) =>
      upright.clone().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 })
    const { data: full, info } = await draw(fileLimits.longestSide).toBuffer({ resolveWithObject: true })
    const small = await draw(fileLimits.small).toBuffer()
    return { ok: true, upload: { kind: 'image', full, small, width: info.width, height: info.height } }
  } catch {
    // the edge of a foreign library: whatever it cannot read is a broken picture to us
    return no('file-broken')
  }
}
