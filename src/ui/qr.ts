import QRCode from 'qrcode'

const modulesOf = (text: string) => QRCode.create(text, { errorCorrectionLevel: 'M' }).modules

/** A QR as one path of an SVG, drawn on the server; four modules of white around. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = modulesOf(text)
  const dark = [...data].flatMap((bit, i) => (bit ? [`M${(i % size) + 4} ${Math.floor(i / size) + 4}h1v1h-1z`] : []))
  return { size: size + 8, path: dark.join('') }
}

/** The same for a printed document: rows of dark (true) and light modules, for `qr()` of paper.typ. */
export function qrRows(text: string): readonly (readonly boolean[])[] {
  const { size, data } = modulesOf(text)
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => data[y * size + x] === 1))
}
