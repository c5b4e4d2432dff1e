import { dateAndTime, startOfDay, weekdayDate } from '#kit/dates.ts'
import { filled } from '#kit/form.ts'
import {
  countKinds,
  freeAfterHours,
  isLate,
  type TodayKind,
  type TodayRow,
  todayKinds,
  type Whose,
  whoseRows,
} from '#modules/city/office/today-office.rules.ts'
import { todayTextsEn } from '#modules/city/office/today-office.texts.en.ts'
import { todayTexts } from '#modules/city/office/today-office.texts.ts'
import type { PlaceNames } from '#modules/city/places.parts.tsx'
import { paths, url } from '#paths'
import { Button, Form, Hidden, Select } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Layout } from '#ui/layout.tsx'
import { Acts, Dots, Empty, Row, Rows, Tag } from '#ui/parts.tsx'

const texts = { pl: todayTexts, en: todayTextsEn }
export type Together = { readonly name: keyof typeof todayTexts.together; readonly href: string }
export type TodayView = {
  readonly rows: readonly TodayRow[]
  /** All that waits for this person, whatever the filter. */
  readonly all: readonly TodayRow[]
  readonly kind: TodayKind | undefined
  readonly whose: Whose
  /** Doors where modules let many be settled at once. */
  readonly together: readonly Together[]
  readonly places: PlaceNames
  readonly me: string
}

/** The office's day by keyboard: a filter, then one form whose boxes and buttons follow each other. */
export const TodayPage = ({ frame, view }: { frame: Frame; view: TodayView }) => {
  const t = texts[frame.locale]
  return (
    <Layout frame={frame} title={t.title} lead={t.lead} aside={<Counts frame={frame} view={view} />}>
      <Filter frame={frame} view={view} />
      {view.rows.length === 0 ? (
        <Empty title={view.all.length === 0 ? t.none : t.noneHere}>
          <p>{t.noneHelp}</p>
        </Empty>
      ) : (
        <Form action={paths.officeToday} class="form plain">
          <Hidden name="rodzaj" value={view.kind ?? ''} />
          <Hidden name="czyje" value={view.whose} />
          <p class="muted">{t.sum(view.rows.length)}</p>
          <Rows plain>
            {view.rows.map(row => (
              <TodayLine frame={frame} row={row} me={view.me} where={row.territoryId && view.places.get(row.territoryId)} />
            ))}
          </Rows>
          <Acts>
            <Button name="krok" value="biore">
              {t.take}
            </Button>
            <Button name="krok" value="oddaje" quiet>
              {t.release}
            </Button>
          </Acts>
        </Form>
      )}
    </Layout>
  )
}

const Filter = ({ frame, view }: { frame: Frame; view: TodayView }) => {
  const t = texts[frame.locale]
  const form = filled({ rodzaj: view.kind ?? '', czyje: view.whose })
  return (
    <Form action={paths.officeToday} method="get" class="toolbar">
      <Select
        name="rodzaj"
        label={t.filter.kind}
        form={form}
        required
        options={[{ value: '', label: t.filter.everyKind }, ...todayKinds.map(value => ({ value, label: t.kinds[value] }))]}
      />
      <Select name="czyje" label={t.filter.whose} form={form} required options={whoseRows.map(value => ({ value, label: t.whose[value] }))} />
      <Button quiet>{t.filter.show}</Button>
    </Form>
  )
}

type LineProps = { frame: Frame; row: TodayRow; me: string; where: string | undefined }
/** Meetings of one name are held in many districts: the place stands in the row and in what its buttons are called. */
const TodayLine = ({ frame, row, me, where }: LineProps) => {
  const t = texts[frame.locale]
  const late = isLate(row, frame.now)
  const day = row.dueOn && weekdayDate(startOfDay(row.dueOn), frame.locale)
  const until = row.taken && dateAndTime(new Date(row.taken.at.getTime() + freeAfterHours * 3_600_000), frame.locale)
  const mine = row.taken?.personId === me
  const called = [row.title, where].filter(Boolean).join(', ')
  return (
    <Row
      level="h2"
      title={row.title}
      href={row.path}
      note={<Dots items={[where, t.kinds[row.kind], row.note, day && (late ? t.late(day) : t.until(day))]} />}
    >
      <Acts>
        <label>
          <input type="checkbox" name="ids[]" value={row.id} disabled={row.taken !== undefined && !mine} />{' '}
          <span class="visually-hidden">{t.choose(called)}</span>
        </label>
        {(!row.taken || mine) && (
          <Button name="jedna" value={`${mine ? 'oddaje' : 'biore'} ${row.id}`} quiet small>
            {mine ? t.releaseOne : t.takeOne}
            <span class="visually-hidden">: {called}</span>
          </Button>
        )}
        {late && <Tag kind="no">{t.lateTag}</Tag>}
        {row.taken && until && <span class="small muted">{mine ? t.mine(until) : t.takenBy({ name: row.taken.name, until })}</span>}
      </Acts>
    </Row>
  )
}

const Counts = ({ frame, view }: { frame: Frame; view: TodayView }) => {
  const t = texts[frame.locale]
  const counts = countKinds(view.all)
  return (
    <>
      <h2>{t.counts}</h2>
      <ul>
        {todayKinds
          .filter(kind => (counts.get(kind) ?? 0) > 0)
          .map(kind => (
            <li>
              <a href={url(paths.officeToday, undefined, { rodzaj: kind })} aria-current={kind === view.kind ? 'true' : undefined}>
                {t.kinds[kind]}
              </a>{' '}
              <span class="muted num">{counts.get(kind)}</span>
            </li>
          ))}
      </ul>
      {view.together.length > 0 && (
        <>
          <h2>{t.together.title}</h2>
          <ul>
            {view.together.map(({ name, href }) => (
              <li>
                <a href={href}>{t.together[name]}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
