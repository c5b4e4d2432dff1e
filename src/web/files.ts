import { notFound } from '#kit/refusal.ts'
import { type KeptFile, readFile } from '#platform/files.ts'
import type { Visit } from '#web/http.ts'

/** Answers with the file itself, to whoever may see it: the caller has asked. A file never changes under its address, so its id and size are its tag. */
export async function sendFile(c: Visit, file: KeptFile, variant: 'full' | 'small' = 'full'): Promise<Response> {
  const headers = headersOf(file, variant)
  if (c.req.header('If-None-Match') === headers.ETag) return c.body(null, 304, headers)
  const content = await readFile(c.var.ctx, file.id, variant)
  if (!content) return notFound('file')
  return c.body(content as Uint8Array<ArrayBuffer>, 200, headers)
}

const headersOf = (file: KeptFile, variant: 'full' | 'small') => ({
  'Content-Type': file.kind === 'image' ? 'image/webp' : 'application/pdf',
  // a document opens only after it was saved, so it never runs in our origin
  'Content-Disposition': file.kind === 'image' ? 'inline' : `attachment; filename*=UTF-8''${encodeURIComponent(pdfName(file.name))}`,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': file.visibility === 'public' ? 'public, max-age=86400' : 'private, no-store',
  ETag: `"${file.id}-${variant}"`,
})

const pdfName = (name: string) => (name.toLowerCase().endsWith('.pdf') ? name : `${name}.pdf`)
