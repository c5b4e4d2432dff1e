import { raw } from 'hono/html'

/** Text that `renderMarkdown` has made safe. The only door through which ready HTML enters a page. */
export const Prose = ({ html, lang }: { html: string; lang?: string | undefined }) => (
  <div class="prose" lang={lang}>
    {raw(html)}
  </div>
)
