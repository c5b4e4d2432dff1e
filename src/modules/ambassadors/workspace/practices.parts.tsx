import type { PracticeTopic } from '#modules/ambassadors/workspace/practices.rules.ts'
import { practicesTextsEn } from '#modules/ambassadors/workspace/practices.texts.en.ts'
import { practicesTexts } from '#modules/ambassadors/workspace/practices.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Fold, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: practicesTexts, en: practicesTextsEn }
/** An example as other modules show it. */
export type ShownPractice = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly source: string
  readonly link: string | undefined
  readonly pictures: readonly { readonly id: string; readonly alt: string; readonly width: number | undefined; readonly height: number | undefined }[]
}

/** Examples one under another, each with its picture and its source. */
export const GoodPracticeRows = ({ frame, practices, level = 'h3' }: { frame: Frame; practices: readonly ShownPractice[]; level?: 'h2' | 'h3' }) => (
  <Rows plain>
    {practices.map(practice => (
      <Row level={level} title={practice.title} href={url(paths.practice, { id: practice.id })}>
        <PracticeBody frame={frame} practice={practice} />
      </Row>
    ))}
  </Rows>
)

export const PracticeBody = ({ frame, practice }: { frame: Frame; practice: ShownPractice }) => {
  const t = texts[frame.locale]
  return (
    <>
      {practice.pictures.map(({ id, alt, width, height }) => (
        <figure>
          <img src={url(paths.file, { id })} alt={alt} width={width} height={height} loading="lazy" />
        </figure>
      ))}
      {practice.text.split(/\n{2,}/).map(paragraph => (
        <p>{paragraph}</p>
      ))}
      <p class="small muted">
        {t.source}: {practice.source}
        {practice.link && (
          <>
            {' · '}
            <a href={practice.link} rel="noopener nofollow">
              {t.more}
              <span class="visually-hidden">: {practice.title}</span>
            </a>
          </>
        )}
      </p>
    </>
  )
}

/** Folded away beside a form; nothing when there is none. */
export const PracticesFold = ({ frame, practices, topic }: { frame: Frame; practices: readonly ShownPractice[]; topic: PracticeTopic }) => {
  const t = texts[frame.locale]
  if (practices.length === 0) return null
  return (
    <Fold summary={`${t.aside} (${practices.length})`}>
      <GoodPracticeRows frame={frame} practices={practices} />
      <p>
        <a href={url(paths.practices, undefined, { temat: topic })}>{t.topics[topic]}</a>
      </p>
    </Fold>
  )
}
