import { useWords } from '#ui/tongue.ts'

/** Tells the reader when one of these things changes while the page is open. Without JavaScript it stays hidden. */
export const LiveNote = ({ about, here }: { about: readonly string[]; here: string }) => {
  const t = useWords()
  return (
    <live-note data-about={about.join(' ')} hidden role="status" class="live-note">
      {t.changed} <a href={here}>{t.reload}</a>
    </live-note>
  )
}
