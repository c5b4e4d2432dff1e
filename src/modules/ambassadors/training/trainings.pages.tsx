import { dateAndTime, timeOfDay } from '#kit/dates.ts'
import { WorkLink } from '#modules/ambassadors/ambassadors.parts.tsx'
import type { Term } from '#modules/ambassadors/tenure/terms.rules.ts'
import type { Training } from '#modules/ambassadors/training/trainings.rules.ts'
import { type Material, mayJoin, mayLeave } from '#modules/ambassadors/training/trainings.rules.ts'
import { trainingsTextsEn } from '#modules/ambassadors/training/trainings.texts.en.ts'
import { trainingsTexts } from '#modules/ambassadors/training/trainings.texts.ts'
import { paths, url } from '#paths'
import { ActButton } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, LinkButton, Row, Rows, Tag, Why } from '#ui/parts.tsx'

const texts = { pl: trainingsTexts, en: trainingsTextsEn }
export type ShownMaterial = Omit<Material, 'id'>
export type ShownTraining = Training & {
  readonly taken: number
  readonly mine: boolean
  readonly attended: boolean | undefined
  readonly materials: readonly ShownMaterial[]
}

export const whenWords = (of: Pick<Training, 'startsAt' | 'endsAt'>, frame: Frame) =>
  `${dateAndTime(of.startsAt, frame.locale)}–${timeOfDay(of.endsAt, frame.locale)}`

/** What an accepted person chooses from. */
export const OwnTrainingsPage = ({ frame, trainings, term }: { frame: Frame; trainings: readonly ShownTraining[]; term: Term | undefined }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} kicker={<WorkLink frame={frame} />}>
      <Acts>
        <LinkButton href={paths.course}>{t.course}</LinkButton>
      </Acts>
      {!term && <Why>{t.why['no-term']}</Why>}
      {trainings.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <Rows plain>
          {trainings.map(one => (
            <TrainingRow frame={frame} of={one} term={term} />
          ))}
        </Rows>
      )}
      <p class="small muted">{t.mail}</p>
    </Layout>
  )
}

const TrainingRow = ({ frame, of, term }: { frame: Frame; of: ShownTraining; term: Term | undefined }) => {
  const t = texts[frame.locale]
  return (
    <Row level="h2" title={of.title} note={<Dots items={[whenWords(of, frame), t.modes[of.mode], of.place]} />}>
      {of.about && <p>{of.about}</p>}
      {of.mine && of.link && (
        <p>
          <a href={of.link} rel="noopener">
            {t.toLink}
          </a>
        </p>
      )}
      <Place frame={frame} of={of} term={term} />
      {of.materials.length > 0 && (
        <>
          <h3>{t.materials}</h3>
          <Materials materials={of.materials} />
        </>
      )}
    </Row>
  )
}

const Place = ({ frame, of, term }: { frame: Frame; of: ShownTraining; term: Term | undefined }) => {
  const t = texts[frame.locale]
  if (of.attended !== undefined)
    return (
      <p>
        <Tag kind={of.attended ? 'good' : 'no'}>{of.attended ? t.attended : t.missed}</Tag>
      </p>
    )
  if (of.state === 'cancelled') return <Why>{`${t.why.cancelled} ${t.reason}: ${of.reason ?? ''}`}</Why>
  if (of.mine)
    return (
      <>
        <p>
          <Tag kind="good">{t.mine}</Tag>
        </p>
        {mayLeave(of, frame.now).ok && <ActButton action={url(paths.trainingLeaving, { id: of.id })} label={t.leave} quiet small />}
      </>
    )
  const verdict = mayJoin(term, of, { taken: of.taken, now: frame.now })
  if (!verdict.ok) return <Why>{t.why[verdict.why]}</Why>
  return (
    <>
      <p class="small muted">{t.left(of.capacity - of.taken)}</p>
      <ActButton action={url(paths.trainingPlace, { id: of.id })} label={t.join} small />
    </>
  )
}

export const Materials = ({ materials }: { materials: readonly ShownMaterial[] }) => (
  <ul>
    {materials.map(({ title, link }) => (
      <li>
        <a href={link} rel="noopener">
          {title}
        </a>
      </li>
    ))}
  </ul>
)
