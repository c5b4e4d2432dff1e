import { emptyForm, type FormState, typedOne } from '#kit/form.ts'
import { newId } from '#kit/ids.ts'
import { interestLimits, type ShownInterest } from '#modules/discussions/interests/interests.rules.ts'
import { interestsTextsEn } from '#modules/discussions/interests/interests.texts.en.ts'
import { interestsTexts } from '#modules/discussions/interests/interests.texts.ts'
import type { Talk, TalkArea } from '#modules/discussions/talks.rules.ts'
import { ProcessingNote } from '#modules/programme/statements/privacy.parts.tsx'
import { paths, url } from '#paths'
import { ActButton, Button, Field, Form, Hidden } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { PlacePicker } from '#ui/map.tsx'
import { Acts, Fold, LinkButton } from '#ui/parts.tsx'

export const interestsWords = (frame: Pick<Frame, 'locale'>): typeof interestsTexts => ({ pl: interestsTexts, en: interestsTextsEn })[frame.locale]

type Props = { frame: Frame; talk: Talk; count: number; mine: boolean; signIn: string | undefined; form?: FormState | undefined }

/** On the page of a talk: "I would come to a talk near me". */
export const InterestPanel = ({ frame, talk, count, mine, signIn, form = emptyForm }: Props) => {
  const t = interestsWords(frame)
  return (
    <section class="tight" id="blizej">
      <h2>{t.title}</h2>
      <p>
        {t.lead} {count > 0 && t.count(count)}
      </p>
      {signIn ? (
        <Acts>
          <LinkButton href={signIn} quiet>
            {t.send}
          </LinkButton>
        </Acts>
      ) : (
        <>
          {mine && (
            <>
              <p>
                <b>{t.mine}</b>
              </p>
              <ActButton action={url(paths.talkInterestEnd, { id: talk.id })} label={t.withdraw} quiet small />
            </>
          )}
          <Fold summary={mine ? t.change : t.send} open={Object.keys(form.errors).length > 0}>
            <Form action={url(paths.talkInterest, { id: talk.id })} form={form} class="form plain">
              <Hidden name="key" value={typedOne(form, 'key') || newId('key')} />
              <PlacePicker frame={frame} form={form} />
              <Field name="place" label={t.place} hint={t.placeHint} form={form} maxlength={interestLimits.wordsMax} autocomplete="off" />
              <ProcessingNote of="talk-interest" />
              <Acts>
                <Button quiet>{t.send}</Button>
              </Acts>
            </Form>
          </Fold>
        </>
      )}
    </section>
  )
}

/** For whoever runs the talk: how many and where. The same is said in a list beside the drawing. */
export const InterestMap = ({
  frame,
  shown,
  areas,
}: {
  frame: Frame
  shown: ShownInterest
  areas: readonly (TalkArea & { readonly name: string })[]
}) => {
  const t = interestsWords(frame).running
  if (shown.all === 0) return <p class="muted">{t.nobody}</p>
  return (
    <>
      <p>{t.all(shown.all)}</p>
      {shown.cells.length > 0 && <CellsDrawing title={t.map} shown={shown} areas={areas} />}
      <ul class="tight">
        {shown.cells.map(({ count, lon, lat }) => (
          <li>
            {t.cell(count)}: <span class="num">{t.where({ lon: lon.toFixed(3), lat: lat.toFixed(3) })}</span>
          </li>
        ))}
      </ul>
      {shown.scattered > 0 && <p class="small muted">{t.scattered(shown.scattered)}</p>}
      {shown.words.length > 0 && (
        <>
          <h3>{t.words}</h3>
          <ul class="tight">
            {shown.words.map(words => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const [wide, tall, margin] = [600, 360, 30]
/** Degrees on paper: within a district a plane is exact enough. */
function paperOf(points: readonly (readonly [number, number])[]) {
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  const [west, north] = [Math.min(...lons), Math.max(...lats)]
  const squeeze = Math.cos((north * Math.PI) / 180)
  const span = Math.max((Math.max(...lons) - west) * squeeze * (tall / wide), north - Math.min(...lats), 0.002)
  const scale = (tall - 2 * margin) / span
  return ([lon, lat]: readonly [number, number]) => [margin + (lon - west) * squeeze * scale, margin + (north - lat) * scale] as const
}

const CellsDrawing = ({ title, shown, areas }: { title: string; shown: ShownInterest; areas: readonly (TalkArea & { readonly name: string })[] }) => {
  const rings = areas.flatMap(({ area, name }) => area.map(polygon => ({ name, ring: polygon[0] ?? [] })))
  const at = paperOf([...shown.cells.map(({ lon, lat }) => [lon, lat] as const), ...rings.flatMap(({ ring }) => ring)])
  const pair = (position: readonly [number, number]) =>
    at(position)
      .map(value => value.toFixed(1))
      .join(' ')
  return (
    <svg class="map" viewBox={`0 0 ${wide} ${tall}`} role="img" aria-label={title}>
      {rings.map(({ ring }) => (
        <path d={`M${ring.map(pair).join('L')}Z`} />
      ))}
      {shown.cells.map(({ lon, lat, count }) => {
        const [x, y] = at([lon, lat])
        return (
          <>
            <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r={String(10 + Math.min(14, count * 2))} />
            <text class="on-dot" x={x.toFixed(1)} y={(y + 4).toFixed(1)}>
              {count}
            </text>
          </>
        )
      })}
    </svg>
  )
}
