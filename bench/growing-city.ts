import type { Database } from '#platform/db.ts'
import { lemmasOf } from '#platform/words.ts'

/** What people ask for, where, and how they put it: enough to make thirty thousand titles that are not all alike. */
const things =
  'ławki,drzewa,chodnik,plac zabaw,siłownia,oświetlenie,stojaki rowerowe,ścieżka,boisko,warsztaty,kino letnie,ogród społeczny,fontanna,pitnik,wybieg dla psów,hamaki,stoły szachowe,koncerty,biblioteczka,rampa,próg zwalniający,przejście dla pieszych,altana,łąka kwietna,budki lęgowe,tężnia,skatepark,zdrój,mural,tablica pamiątkowa'.split(
    ',',
  )
const ways =
  'nowe,naprawa,dla seniorów,dla dzieci,bezpieczne,zielone,zadaszone,dostępne,zimą,latem,o zmroku,dla rodzin,przyjazne,ciche,kolorowe,wygodne,bez barier,po sąsiedzku,z widokiem,na lata'.split(
    ',',
  )
const names =
  'Klonowa,Jesionowa,Brzozowa,Lipowa,Bukowa,Olchowa,Wiązowa,Topolowa,Grabowa,Jaworowa,Cisowa,Sosnowa,Świerkowa,Modrzewiowa,Jodłowa,Leszczynowa,Akacjowa,Kalinowa,Jarzębinowa,Wierzbowa,Tarninowa,Głogowa,Malinowa,Jeżynowa,Porzeczkowa,Agrestowa,Wiśniowa,Czereśniowa,Śliwowa,Morelowa'.split(
    ',',
  )
const sides =
  'Dolna,Górna,Stara,Nowa,Boczna,Krótka,Długa,Cicha,Słoneczna,Zaciszna,Polna,Leśna,Łąkowa,Rzeczna,Wodna,Młyńska,Kościelna,Szkolna,Rynkowa,Parkowa'.split(
    ',',
  )
const pick = (list: readonly string[], n: number) => list[n % list.length] ?? ''

export const titleOf = (n: number): string =>
  `${pick(things, n)} ${pick(ways, Math.floor(n / 3))} przy ulicy ${pick(names, Math.floor(n / 7))} ${pick(sides, Math.floor(n / 11))}`
const summaryOf = (n: number) =>
  `W tym miejscu brakuje zieleni i miejsca do odpoczynku. Chcemy, żeby powstały tu ${pick(things, n)} oraz ${pick(things, n + 11)}, a obok ${pick(names, n)} zostały drzewa.`

/** Ideas and submitted projects numbered `from` to `to`, each with its words, two authors, costs and a few backings and comments. */
export async function growCity({ pool }: Database, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 5_000) {
    const numbers = Array.from({ length: Math.min(5_000, to - start) }, (_, i) => start + i)
    const titles = numbers.map(titleOf)
    const summaries = numbers.map(summaryOf)
    const words = (texts: readonly string[]) => texts.map(text => lemmasOf(text).join(' '))
    const said = [numbers, titles, summaries, words(titles), words(summaries)]
    await pool.query(sayIdeas, said)
    for (const statement of submitProjects) await pool.query(statement, said)
  }
  await pool.query('analyze')
}

const rows = `unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) as r(n, title, summary, title_words, summary_words)
  cross join lateral (select edition_id from ideas order by created_at limit 1) e
  join lateral (select id from territories where kind = 'district' order by id offset (r.n % 18) limit 1) t on true`
const weighed = `setweight(to_tsvector('simple', r.title_words), 'A') || setweight(to_tsvector('simple', r.summary_words), 'D')`
const spot = `19.8 + (r.n::bigint * 7919 % 1000) * 0.0003, 50.0 + (r.n::bigint * 104729 % 1000) * 0.0001`

const sayIdeas = `with made as (
    insert into ideas (id, key, edition_id, territory_id, title, text, words, lon, lat, author_id, channel, created_at, state)
    select 'idea_growth' || r.n, 'key_growth' || r.n, e.edition_id, t.id, r.title, r.summary, ${weighed}, ${spot},
      'person_growth', 'online', now() - r.n * interval '1 minute', 'proposed' from ${rows} returning id)
  insert into backings (subject_id, person_id, channel, at)
  select id, 'person_growth' || b, 'online', now() from made cross join generate_series(1, 3) b`

const submitProjects = [
  `insert into projects (id, key, edition_id, territory_id, lead_id, path, state, visibility, public_no, lon, lat, created_at, changed_at, submitted_at)
   select 'project_growth' || r.n, 'key_growth' || r.n, e.edition_id, t.id, 'person_growth', 'joint-district', 'submitted', 'shared', 'G' || r.n, ${spot},
     now() - r.n * interval '1 minute', now() - r.n * interval '1 minute', now() from ${rows}`,
  `insert into project_sections (project_id, section, text, revision)
   select 'project_growth' || r.n, s.section, case s.section when 'title' then r.title else r.summary end, 1
   from ${rows} cross join unnest(array['title', 'summary', 'description', 'reasons']) s(section)`,
  `insert into project_words (id, territory_id, title, words) select 'project_growth' || r.n, t.id, r.title, ${weighed} from ${rows}`,
  `insert into project_authors (id, project_id, person_id, state, invited_by, invited_at, answered_at)
   select 'author_growth' || r.n || '_' || a, 'project_growth' || r.n, 'person_growth' || a, 'accepted', 'person_growth', now(), now()
   from ${rows} cross join generate_series(1, 2) a`,
  `insert into project_cost_lines (project_id, id, position, name, quantity, unit, price)
   select 'project_growth' || r.n, 'line_' || c, c, 'Ławka', 2000, 'szt.', 250000 from ${rows} cross join generate_series(1, 3) c`,
]
