import { cityTextsEn } from '#modules/city/city.texts.en.ts'
import { cityTexts } from '#modules/city/city.texts.ts'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'

const texts = { pl: cityTexts, en: cityTextsEn }

/** Before the first edition is published. */
export const EmptyHomePage = ({ frame }: { frame: Frame }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.noEdition.title} lead={t.noEdition.lead}>
      <p>
        <a href={paths.districts}>{t.districts}</a>
      </p>
    </Layout>
  )
}
