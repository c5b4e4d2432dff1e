import { agreeingWords } from '#modules/submission/agreeing/agreeing.parts.tsx'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Fold } from '#ui/parts.tsx'

type Shown = { readonly version: number; readonly fileId: string; readonly name: string }

/** Signatures on paper that stand under a version, for its authors. */
export const SignedPages = ({ frame, id, pages }: { frame: Frame; id: string; pages: readonly Shown[] }) => {
  const { signedPages: t } = agreeingWords(frame)
  return (
    <Fold summary={t.title(pages.length)}>
      <p class="small muted">{t.who}</p>
      <ul>
        {pages.map(({ version, fileId, name }) => (
          <li>
            <a href={url(paths.projectSignedPage, { id, file: fileId })}>{t.page({ version, name })}</a>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
