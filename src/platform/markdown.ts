import MarkdownIt, { type Token } from 'markdown-it'
import sanitizeHtml from 'sanitize-html'

/** Width and height keep the page from jumping while a picture loads. */
export type PictureSize = { readonly width: number | undefined; readonly height: number | undefined }
export type Picture = { readonly fileId: string | undefined; readonly alt: string; readonly caption: string }

const ownPicture = /^\/pliki\/(file_[a-z0-9]+)$/
const writer = new MarkdownIt({ html: false, linkify: true, breaks: false, typographer: false })
writer.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
const readerOfPictures = new MarkdownIt({ html: false })

const { escapeHtml } = writer.utils

/** A paragraph that is one picture becomes a figure: its paragraph marks vanish. */
writer.core.ruler.push('figures', state => {
  state.tokens.forEach((token, at) => {
    const [picture, more] = token.type === 'inline' ? (token.children ?? []) : []
    if (picture?.type !== 'image' || more || !pictureOf(picture).fileId) return
    picture.meta = { figure: true }
    for (const around of [state.tokens[at - 1], state.tokens[at + 1]]) if (around?.type.startsWith('paragraph')) around.hidden = true
  })
})

/** The page's own title is the h1, so a writer's highest heading becomes h2, whichever mark it was written with. */
writer.core.ruler.push('lower-headings', state => {
  const headings = state.tokens.filter(token => token.type.startsWith('heading'))
  const levelOf = (token: Token) => Number(token.tag.slice(1))
  const highest = Math.min(...headings.map(levelOf))
  for (const token of headings) token.tag = `h${Math.min(6, levelOf(token) - highest + 2)}`
})

writer.renderer.rules.image = (tokens, at, _options, env: { sizes?: ReadonlyMap<string, PictureSize> }) => {
  const token = tokens[at]
  const picture = token && pictureOf(token)
  if (!picture?.fileId) return escapeHtml(picture?.alt ?? '')
  const src = `/pliki/${picture.fileId}`
  const size = env.sizes?.get(picture.fileId)
  const measured = size?.width && size.height ? ` width="${size.width}" height="${size.height}"` : ''
  const full = size?.width ?? 2000
  const srcset = full > 640 ? ` srcset="${src}?rozmiar=640 640w, ${src} ${full}w" sizes="(min-width: 48rem) 44rem, 92vw"` : ''
  const img = `<img src="${src}"${srcset} alt="${escapeHtml(picture.alt)}"${measured} loading="lazy" decoding="async">`
  const caption = picture.caption ? `<figcaption>${escapeHtml(picture.caption)}</figcaption>` : ''
  return token?.meta?.figure ? `<figure>${img}${caption}</figure>\n` : img
}

const pictureOf = (token: Token): Picture => ({
  fileId: ownPicture.exec(String(token.attrGet('src') ?? ''))?.[1],
  alt: token.content.trim(),
  caption: String(token.attrGet('title') ?? '').trim(),
})

/** Markdown of a resident or an editor as safe HTML: no foreign HTML, pictures only from our own files, outer links marked. */
export function renderMarkdown(text: string, sizes?: ReadonlyMap<string, PictureSize>): string {
  return sanitizeHtml(writer.render(text, { sizes }), allowed)
}

/** The pictures a text shows, for the questions "has each one words?" and "is it ours?". */
export function picturesIn(text: string): Picture[] {
  const pictures: Picture[] = []
  const walk = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'image') pictures.push(pictureOf(token))
      else walk(token.children ?? [])
    }
  }
  walk(readerOfPictures.parse(text, {}))
  return pictures
}

const outside = (href: string | undefined) => /^https?:/i.test(href ?? '')
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'img'],
  ],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding'],
    ol: ['start'],
    th: ['scope'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: outside(attribs.href) ? { ...attribs, rel: 'nofollow noopener noreferrer' } : attribs }),
    th: (tagName, attribs) => ({ tagName, attribs: { ...attribs, scope: 'col' } }),
  },
}
