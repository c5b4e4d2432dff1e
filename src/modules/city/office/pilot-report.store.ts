import { sql } from 'kysely'
import type { Counted, DistrictFigures, Figures, PartOfPlay, UnitFigures } from '#modules/city/office/pilot-report.rules.ts'
import type { Ctx } from '#platform/context.ts'
import { notHidden } from '#platform/hidings.ts'
import { kept } from '#platform/kept.ts'

/** What the figures are made of: any of these facts makes them anew. */
const movedBy = [
  'need.',
  'idea.',
  'comment.',
  'project.',
  'author.',
  'advice.',
  'handover.',
  'meeting.',
  'voice.',
  'attendance.',
  'registration.',
  'term.',
  'training.',
  'course.',
  'talk.',
  'moderation.',
  'person.erased',
  'territories.',
]
export const readFigures = (ctx: Ctx, editionId: string): Promise<Figures> =>
  kept(ctx.db, `pilot report ${editionId}`, movedBy, () => countFigures(ctx, editionId))

/** Each thing of the edition that stands in sight, with the district it lies in: smaller areas count for theirs, the city for itself. */
const things = (editionId: string) => sql`
  home as (select id, case when kind in ('city', 'district') then id else parent_id end as district from territories),
  thing as (
    select t.id, h.district, 'needs' as kind from needs t join home h on h.id = t.territory_id
      where t.edition_id = ${editionId} and ${notHidden('t.id')}
    union all select t.id, h.district, 'ideas' from ideas t join home h on h.id = t.territory_id
      where t.edition_id = ${editionId} and ${notHidden('t.id')}
    union all select t.id, h.district, 'drafts' from projects t join home h on h.id = t.territory_id
      where t.edition_id = ${editionId} and (t.visibility = 'shared' or t.state = 'submitted') and ${notHidden('t.id')}
    union all select t.id, h.district, 'talks' from talks t join home h on h.id = t.territory_id where t.edition_id = ${editionId}
    union all select t.id, h.district, 'meetings' from meetings t join home h on h.id = t.territory_id
      where t.edition_id = ${editionId} and t.state in ('held', 'closed'))`
/** Who did what where, and how it reached us. Rows without a person (after their period) say nothing of anybody. */
const acts = sql`
  act as (
    select 'said' as part, n.author_id as person, t.district, n.channel from needs n join thing t on t.id = n.id
    union all select 'said', i.author_id, t.district, i.channel from ideas i join thing t on t.id = i.id
    union all select 'backed', b.person_id, t.district, b.channel from backings b join thing t on t.id = b.subject_id
    union all select 'talked', c.author_id, t.district, c.channel from comments c join thing t on t.id = c.subject_id where ${notHidden('c.id')}
    union all select 'met', a.person_id, t.district, null from meeting_attendance a join thing t on t.id = a.meeting_id where a.person_id is not null
    union all select 'voiced', v.author_id, t.district, v.channel from meeting_voices v join thing t on t.id = v.meeting_id where ${notHidden('v.id')}
    union all select 'drafted', p.person_id, t.district, null from project_authors p join thing t on t.id = p.project_id where p.state = 'accepted')`

async function countFigures(ctx: Ctx, editionId: string): Promise<Figures> {
  const [people, channels, districts, units, meetings, handovers, ambassadors] = await Promise.all([
    countPeople(ctx, editionId),
    countChannels(ctx, editionId),
    countDistricts(ctx, editionId),
    countAnswers(ctx, editionId),
    countMeetings(ctx, editionId),
    countHandovers(ctx, editionId),
    countAmbassadors(ctx, editionId),
  ])
  const parts = people.filter(({ part }) => part !== null).map(({ part, n }) => [part as PartOfPlay, n] as const)
  return {
    people: new Map(parts),
    everybody: people.find(({ part }) => part === null)?.n ?? 0,
    channels: new Map(channels.map(({ channel, n }) => [channel, n])),
    districts,
    units,
    meetings,
    handovers,
    ambassadors,
  }
}

async function countPeople({ db }: Ctx, editionId: string): Promise<{ part: string | null; n: number }[]> {
  const { rows } = await sql<{ part: string | null; n: number }>`
    with ${things(editionId)}, ${acts}
    select part, count(distinct person)::int as n from act where person <> '' group by grouping sets ((part), ())`.execute(db)
  return rows
}

async function countChannels({ db }: Ctx, editionId: string): Promise<{ channel: string; n: number }[]> {
  const { rows } = await sql<{ channel: string; n: number }>`
    with ${things(editionId)}, ${acts}
    select c.channel, count(a.channel)::int as n
    from unnest(array['online', 'meeting', 'office', 'paper', 'phone']) with ordinality c (channel, place) left join act a on a.channel = c.channel
    group by c.channel, c.place order by c.place`.execute(db)
  return rows
}

async function countDistricts({ db }: Ctx, editionId: string): Promise<DistrictFigures[]> {
  const of = (kind: string) => sql`(select count(*)::int from thing t where t.district = d.id and t.kind = ${kind})`
  const { rows } = await sql<DistrictFigures>`
    with ${things(editionId)}, ${acts}
    select d.id as "territoryId", ${of('needs')} as needs, ${of('ideas')} as ideas, ${of('drafts')} as drafts, ${of('meetings')} as meetings,
      (select count(distinct a.person)::int from act a where a.district = d.id and a.person <> '') as people,
      (select coalesce(sum(m.people), 0)::int from meeting_attendance m join thing t on t.id = m.meeting_id where t.district = d.id) as attendance,
      (select count(*)::int from ambassador_term_districts x join ambassador_terms w on w.id = x.term_id
        where x.territory_id = d.id and w.edition_id = ${editionId} and w.state = 'active') as ambassadors
    from territories d where d.kind in ('city', 'district') order by d.kind = 'city' desc, d.number`.execute(db)
  return rows
}

/** From the question to the answer, in days; the median and the ninetieth percentile of those that are answered. */
async function countAnswers({ db }: Ctx, editionId: string): Promise<UnitFigures[]> {
  const days = sql`extract(epoch from a.answered_at - a.asked_at) / 86400`
  const among = (share: number) =>
    sql`round((percentile_cont(${share}::float8) within group (order by ${days}) filter (where a.answered_at is not null))::numeric, 1)::float8`
  const { rows } = await sql<UnitFigures>`
    with ${things(editionId)}
    select coalesce(u.name, '') as unit, count(*)::int as asked, count(a.answered_at)::int as answered, ${among(0.5)} as "medianDays", ${among(0.9)} as "p90Days"
    from advice a join thing t on t.id = a.subject_id join units u on u.id = a.unit_id
    group by grouping sets ((u.name), ()) order by grouping(u.name) desc, u.name`.execute(db)
  return rows
}

async function countMeetings({ db }: Ctx, editionId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select m.kind as key, count(*)::int as n,
      coalesce(sum((select sum(a.people) from meeting_attendance a where a.meeting_id = m.id)), 0)::int as more
    from meetings m where m.edition_id = ${editionId} and m.state in ('held', 'closed') group by m.kind order by m.kind`.execute(db)
  return rows
}

async function countHandovers({ db }: Ctx, editionId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select form as key, count(*)::int as n, count(answered_on)::int as more from handovers where edition_id = ${editionId} group by form order by form`.execute(
    db,
  )
  return rows
}

async function countAmbassadors({ db }: Ctx, editionId: string): Promise<Figures['ambassadors']> {
  const { rows } = await sql<Figures['ambassadors']>`
    select count(*) filter (where w.state = 'active')::int as active,
      count(*) filter (where exists (select from training_places p join trainings t on t.id = p.training_id
        where p.person_id = w.person_id and p.attended and t.edition_id = ${editionId})
        or exists (select from course_finishes f where f.person_id = w.person_id))::int as trained
    from ambassador_terms w where w.edition_id = ${editionId}`.execute(db)
  return rows[0] ?? { active: 0, trained: 0 }
}
