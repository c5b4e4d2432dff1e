import { sourcesTextsEn } from '#modules/ideas/sources.texts.en.ts'
import { sourcesTexts } from '#modules/ideas/sources.texts.ts'
import { Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'

const texts = { pl: sourcesTexts, en: sourcesTextsEn }

/** Something said before that a need or an idea cites: a line, a voice, a comment, a card. */
export type Source = { readonly id: string; readonly title: string; readonly path: string; readonly kind: keyof typeof sourcesTexts.kinds }

const Cite = ({ frame, source }: { frame: Frame; source: Source }) => (
  <>
    <a href={source.path}>{source.title}</a> <span class="muted">({texts[frame.locale].kinds[source.kind]})</span>
  </>
)

/** On the page of what grew out of them. */
export const Sources = ({ frame, sources }: { frame: Frame; sources: readonly Source[] }) => {
  if (sources.length === 0) return null
  return (
    <section class="tight">
      <h2>{texts[frame.locale].title}</h2>
      <ul class="tight">
        {sources.map(source => (
          <li>
            <Cite frame={frame} source={source} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In the form: what it will cite. */
export const CitedField = ({ frame, cited }: { frame: Frame; cited: Source | undefined }) => {
  if (!cited) return null
  return (
    <div class="said tight">
      <Hidden name="z" value={cited.id} />
      <p class="small">
        <b>{texts[frame.locale].growing}</b>
      </p>
      <p>
        <Cite frame={frame} source={cited} />
      </p>
    </div>
  )
}
