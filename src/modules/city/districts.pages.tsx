import type { MapShapes } from '#kit/geo.ts'
import { formatMoney } from '#kit/money.ts'
import { CountWords } from '#modules/city/counts.parts.tsx'
import type { CountsOf } from '#modules/city/counts.rules.ts'
import { marksOf } from '#modules/city/marks.parts.tsx'
import { placeTextsEn } from '#modules/city/place.texts.en.ts'
import { placeTexts } from '#modules/city/place.texts.ts'
import { addressOfPlace } from '#modules/city/places.parts.tsx'
import type { Pool } from '#modules/programme/programme.rules.ts'
import { type Territory, territoryTitle } from '#modules/programme/territories/territories.rules.ts'
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
      <ul class="rows sums">
        {[...(city ? [city] : []), ...districts].map(place => {
          const amount = moneyOf(place)
          return (
            <li>
              <p>
                <a href={addressOfPlace(place)}>{place.kind === 'city' ? t.city : territoryTitle(place)}</a>
                <br />
                <span class="small">
                  <CountWords frame={frame} counts={counts(place.id)} />
                </span>
              </p>
              {amount !== undefined && (
                <p class="num">
                  <span class="visually-hidden">{t.money}: </span>
                  {formatMoney(amount, frame.locale)}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Layout>
  )
}
