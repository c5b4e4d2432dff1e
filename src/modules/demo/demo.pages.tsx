import { dateAndTime } from '#kit/dates.ts'
import { demoTextsEn } from '#modules/demo/demo.texts.en.ts'
import { demoTexts } from '#modules/demo/demo.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Row, Rows } from '#ui/parts.tsx'

const texts = { pl: demoTexts, en: demoTextsEn }
type Letter = { readonly id: string; readonly address: string; readonly subject: string; readonly text: string; readonly createdAt: Date }

export const LettersPage = ({ frame, letters }: { frame: Frame; letters: readonly Letter[] }) => {
  const t = texts[frame.locale].outbox
  return (
    <Layout frame={frame} title={t.title} lead={t.lead}>
      {letters.length === 0 ? (
        <Empty title={t.empty}>{t.emptyHow}</Empty>
      ) : (
        <Rows plain>
          {letters.map(letter => (
            <Row
              level="h2"
              title={letter.subject}
              href={url(paths.demoLetter, { id: letter.id })}
              note={`${t.to}: ${letter.address} · ${dateAndTime(letter.createdAt, frame.locale)}`}
            />
          ))}
        </Rows>
      )}
    </Layout>
  )
}

export const LetterPage = ({ frame, letter }: { frame: Frame; letter: Letter }) => {
  const t = texts[frame.locale].outbox
  return (
    <Layout frame={frame} title={letter.subject} lead={`${t.to}: ${letter.address}`}>
      <h2>{t.plain}</h2>
      <pre class="letter">{letter.text}</pre>
      <p>
        <a href={url(paths.demoLetters)}>{t.back}</a>
      </p>
    </Layout>
  )
}
