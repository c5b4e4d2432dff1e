import type { AdviceLink } from '#modules/consultation/advice.rules.ts'

const most = 5
/** An address elsewhere, or a page of this city. Two slashes at the beginning would lead elsewhere without saying so. */
const address = /^(https:\/\/[^\s<>"/]+\.[^\s<>"]{2,400}|\/[a-z0-9][^\s<>"]{0,300})$/i

/** One address on each line, with words after it; undefined when a line is no address or there are too many. */
export function readLinks(typed: string): AdviceLink[] | undefined {
  const lines = typed
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const links = lines.map(line => {
    const [url = '', ...words] = line.split(/\s+/)
    return { url, words: words.join(' ').slice(0, 200) || url }
  })
  return links.length <= most && links.every(({ url }) => address.test(url)) ? links : undefined
}
export const typeLinks = (links: readonly AdviceLink[]): string => links.map(({ url, words }) => (words === url ? url : `${url} ${words}`)).join('\n')
