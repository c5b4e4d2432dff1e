import { twinsTextsEn } from '#modules/proposals/twins/twins.texts.en.ts'
import { twinsTexts } from '#modules/proposals/twins/twins.texts.ts'
import type { ProjectView } from '#modules/proposals/views.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Now } from '#ui/parts.tsx'

const texts = { pl: twinsTexts, en: twinsTextsEn }

/** For the authors: the same content is there as the city's and as a district's, and what the rules say to it. */
export const TwinNote = ({ frame, twin }: { frame: Frame; twin: ProjectView['twin'] }) => {
  const t = texts[frame.locale]
  if (!twin) return null
  return (
    <Now tone={twin.forbidden ? 'no' : 'wait'} title={t.title}>
      <p>
        {t.lead} <a href={url(paths.project, { id: twin.id })}>{twin.title}</a> ({twin.publicNo ?? t.draft}).
      </p>
      <p>{twin.forbidden ? t.forbidden : t.allowed}</p>
    </Now>
  )
}
