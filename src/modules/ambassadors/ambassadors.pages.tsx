import { type AmbassadorLine, AmbassadorRows } from '#modules/ambassadors/ambassadors.parts.tsx'
import { ambassadorsTextsEn } from '#modules/ambassadors/ambassadors.texts.en.ts'
import { ambassadorsTexts } from '#modules/ambassadors/ambassadors.texts.ts'
import { termsTextsEn } from '#modules/ambassadors/terms.texts.en.ts'
import { termsTexts } from '#modules/ambassadors/terms.texts.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories.rules.ts'
import { paths } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Empty, Facts } from '#ui/parts.tsx'

const texts = { pl: ambassadorsTexts, en: ambassadorsTextsEn }
const terms = { pl: termsTexts, en: termsTextsEn }

export type PublicAmbassador = AmbassadorLine & { readonly districtIds: readonly string[] }
export type ListView = { readonly ambassadors: readonly PublicAmbassador[]; readonly districts: readonly Territory[] }

export const AmbassadorsPage = ({ frame, view }: { frame: Frame; view: ListView }) => {
  const t = texts[frame.locale]
  const groups = view.districts
    .map(district => ({ district, own: view.ambassadors.filter(one => one.districtIds.includes(district.id)) }))
    .filter(({ own }) => own.length > 0)
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={t.count(view.ambassadors.length)}>
      {groups.length === 0 && (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      )}
      {groups.map(({ district, own }) => (
        <section class="stack">
          <h2>{territoryTitle(district)}</h2>
          <AmbassadorRows frame={frame} ambassadors={own} />
        </section>
      ))}
    </Layout>
  )
}

export const AmbassadorPage = ({ frame, ambassador, districts }: { frame: Frame; ambassador: PublicAmbassador; districts: readonly Territory[] }) => {
  const t = texts[frame.locale]
  const places = districts.filter(({ id }) => ambassador.districtIds.includes(id)).map(district => territoryTitle(district))
  return (
    <Layout
      frame={frame}
      title={ambassador.name}
      lead={ambassador.areaWords}
      kicker={
        <>
          <a href={paths.ambassadors}>{t.title}</a> · {places.join(', ')}
        </>
      }
    >
      <Facts entries={[{ term: t.forms, value: ambassador.forms.map(form => terms[frame.locale].forms[form]).join(', ') }]} />
    </Layout>
  )
}
