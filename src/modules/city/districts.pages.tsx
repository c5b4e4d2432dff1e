import type { MapShapes } from '#kit/geo.ts'
import { formatMoney } from '#kit/money.ts'
import { CountWords } from '#modules/city/counts.parts.tsx'
import type { CountsOf } from '#modules/city/counts.rules.ts'
import { marksOf } from '#modules/city/marks.parts.tsx'
import { placeTextsEn } from '#modules/city/place.texts.en.ts'
import { placeTexts } from '#modules/city/place.texts.ts'
import { addressOfPlace } from '#modules/city/places.parts.tsx'
import type { Pool } from '#modules/programme/programme.rules.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories.rules.ts'
import { paths, url } from '#paths'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { DistrictMap } from '#ui/map.tsx'

const texts = { pl: placeTexts, en: placeTextsEn }

type View = { districts: readonly Territory[]; city: Territory | undefined; map: MapShapes; counts: CountsOf; pools: readonly Pool[] }

/** All districts as a map and as a list. */
export const DistrictsPage = ({ frame, view }: { frame: Frame; view: View }) => {
  const t = texts[frame.locale].list
  const { districts, city, map, counts, pools } = view
  const moneyOf = (territory: Territory) => pools.find(pool => pool.territoryId === territory.id)?.amount
  return (
    <Layout
      frame={frame}
      title={t.title}
      lead={t.lead}
      aside={
        <>
          <DistrictMap frame={frame} map={map} href={number => url(paths.district, { number })} marks={marksOf(districts, counts, frame)} live />
          <p>
            <a href={paths.findDistrict}>{t.find}</a>
          </p>
        </>
      }
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t.columns.place}</th>
            <th scope="col">{t.columns.going}</th>
            <th scope="col" class="num">
              {t.columns.money}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...(city ? [city] : []), ...districts].map(district => {
            const amount = moneyOf(district)
            return (
              <tr>
                <th scope="row">
                  <a href={addressOfPlace(district)}>{district.kind === 'city' ? t.city : territoryTitle(district)}</a>
                </th>
                <td class="small">
                  <CountWords frame={frame} counts={counts(district.id)} />
                </td>
                <td class="num">{amount === undefined ? '–' : formatMoney(amount, frame.locale)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Layout>
  )
}
