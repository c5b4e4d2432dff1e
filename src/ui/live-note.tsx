import { useTongue, useWords } from '#ui/tongue.ts'

/** Tells the reader when one of these things changes while the page is open. Without JavaScript it stays hidden. */
export const LiveNote = ({ about, here }: { about: readonly string[]; here: string }) => {
  const t = useWords()
  return (
    <live-note data-about={about.join(' ')} hidden role="status" class="live-note">
      {t.changed} <a href={here}>{t.reload}</a>
    </live-note>
  )
}

/**
 * Counts what was said since the page was drawn ("3 nowe, pokaż") and puts it into its lists when asked: nothing moves under
 * whoever reads or writes. `words` are the plural forms for one, few and many, parted by bars.
 */
export const LiveCount = ({ about, here, words, show }: { about: readonly string[]; here: string; words: string; show: string }) => (
  <live-count data-about={about.join(' ')} data-words={words} data-language={useTongue()} hidden role="status" class="live-note">
    <span /> <a href={here}>{show}</a>
  </live-count>
)
