import { WorkLink } from '#modules/ambassadors/ambassadors.parts.tsx'
import { kitSheets } from '#modules/ambassadors/kit/kit.rules.ts'
import { kitTextsEn } from '#modules/ambassadors/kit/kit.texts.en.ts'
import { kitTexts } from '#modules/ambassadors/kit/kit.texts.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Row, Rows, Why } from '#ui/parts.tsx'

const texts = { pl: kitTexts, en: kitTextsEn }

export const KitPage = ({ frame, may }: { frame: Frame; may: boolean }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<WorkLink frame={frame} />}>
      {!may ? (
        <Why>{t.notActive}</Why>
      ) : (
        <>
          <Rows plain>
            {kitSheets.map(sheet => (
              <Row level="h2" title={t.sheets[sheet].title} note={t.sheets[sheet].note}>
                <p>
                  <a href={url(paths.kitPrint, { sheet })}>
                    {t.print}
                    <span class="visually-hidden">: {t.sheets[sheet].title}</span>
                  </a>
                  {' · '}
                  <a href={url(paths.kitPrint, { sheet }, { jezyk: 'en' })} hreflang="en">
                    {t.english}
                    <span class="visually-hidden">: {t.sheets[sheet].title}</span>
                  </a>
                </p>
              </Row>
            ))}
          </Rows>
          <p class="small muted">{t.papers}</p>
        </>
      )}
    </Layout>
  )
}
