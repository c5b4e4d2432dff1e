import { addDays } from '#kit/dates.ts'
import { importPabulib } from '#modules/counting/pabulib/pabulib.actions.ts'
import type { SeedPart } from '#seeds/world.ts'

/** Title, cost in złote, how well it is liked, topic. All invented. */
type Invented = readonly [title: string, cost: number, liking: number, topic: string]
type Pool = { readonly district: string | undefined; readonly budget: number; readonly ballots: number; readonly projects: readonly Invented[] }

const pools: readonly Pool[] = [
  {
    district: undefined,
    budget: 2_400_000,
    ballots: 620,
    projects: [
      ['Sto nowych ławek w stu miejscach', 480_000, 60, 'infrastructure'],
      ['Woda do picia w każdym parku', 350_000, 74, 'environmental protection'],
      ['Biblioteka, która przyjeżdża pod blok', 290_000, 48, 'culture'],
      ['Szlak rowerowy wzdłuż potoków', 1_150_000, 52, 'bicycle infrastructure'],
      ['Nocne dyżury straży nad Wisłą', 620_000, 30, 'security'],
      ['Łąki kwietne zamiast trawników', 240_000, 66, 'environmental protection'],
      ['Toalety przy placach zabaw', 900_000, 45, 'infrastructure'],
    ],
  },
  {
    district: 'Podgórze',
    budget: 900_000,
    ballots: 410,
    projects: [
      ['Skwer z cieniem przy ulicy Łąkowej', 310_000, 58, 'environmental protection'],
      ['Bezpieczne przejście do szkoły na Płaszowie', 180_000, 70, 'security'],
      ['Spowolnienie ruchu na osiedlowych uliczkach', 145_000, 41, 'security'],
      ['Plac zabaw z piaskiem i wodą na Zabłociu', 420_000, 66, 'infrastructure'],
      ['Ławki i stoliki szachowe w parku Bednarskiego', 64_000, 38, 'infrastructure'],
      ['Kino pod chmurką nad Bagrami', 48_000, 44, 'culture'],
      ['Boisko wielofunkcyjne na Rybitwach', 520_000, 35, 'sport'],
      ['Warsztaty komputerowe dla seniorów', 36_000, 29, 'education'],
    ],
  },
  {
    district: 'Bieńczyce',
    budget: 640_000,
    ballots: 280,
    projects: [
      ['Cień na Plantach Bieńczyckich', 210_000, 64, 'environmental protection'],
      ['Siłownia pod dachem dla każdego wieku', 260_000, 47, 'sport'],
      ['Remont schodów przy przychodni', 175_000, 55, 'infrastructure'],
      ['Ogród społeczny za szkołą', 92_000, 39, 'society'],
      ['Zajęcia z pływania dla dzieci', 58_000, 42, 'sport'],
    ],
  },
  {
    district: 'Nowa Huta',
    budget: 1_000_000,
    ballots: 350,
    projects: [
      ['Ścieżka dookoła zalewu z oświetleniem', 560_000, 68, 'infrastructure'],
      ['Renowacja neonów przy alei Róż', 230_000, 50, 'culture'],
      ['Psi wybieg na osiedlu Zgody', 85_000, 46, 'infrastructure'],
      ['Hala namiotowa na zimowe treningi', 490_000, 57, 'sport'],
      ['Drzewa owocowe na podwórkach', 70_000, 52, 'environmental protection'],
      ['Klub seniora w dawnej świetlicy', 120_000, 33, 'society'],
    ],
  },
]

/** A small repeatable source of numbers: the demo is the same every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** Three different projects, the better liked the likelier. */
function ballot(projects: readonly Invented[], next: () => number): string {
  const left = projects.map(([, , liking], i) => ({ number: i + 1, liking: liking ** 2 }))
  const chosen: number[] = []
  while (chosen.length < 3) {
    let at = next() * left.reduce((sum, { liking }) => sum + liking, 0)
    const found = left.find(({ liking }) => {
      at -= liking
      return at < 0
    })
    if (!found) continue
    chosen.push(found.number)
    left.splice(left.indexOf(found), 1)
  }
  return chosen.join(',')
}

function fileOf({ district, budget, ballots, projects }: Pool, year: number, from: string, to: string): string {
  const next = numbers(projects.length * 7919 + budget)
  const polish = (day: string) => day.split('-').reverse().join('.')
  const meta = [
    ['unit', 'Kraków'],
    ...(district ? [['district', district]] : []),
    ['instance', String(year)],
    ['num_projects', String(projects.length)],
    ['num_votes', String(ballots)],
    ['budget', String(budget)],
    ['vote_type', 'ordinal'],
    ['rule', 'greedy'],
    ['date_begin', polish(from)],
    ['date_end', polish(to)],
    ['max_length', '3'],
  ]
  return [
    'META',
    'key;value',
    ...meta.map(pair => pair.join(';')),
    'PROJECTS',
    'project_id;cost;name;category',
    ...projects.map(([title, cost, , topic], i) => `${i + 1};${cost};${title};${topic}`),
    'VOTES',
    'voter_id;vote',
    ...Array.from({ length: ballots }, (_, i) => `${i + 1};${ballot(projects, next)}`),
    '',
  ].join('\n')
}

/** An invented past edition: its ballots are made up, and counted as real ones are. */
export const archiveSeed: SeedPart = async world => {
  const year = Number(world.today.slice(0, 4)) - 1
  const [from, to] = [addDays(`${year}-09-20`, 0), addDays(`${year}-09-20`, 10)]
  for (const pool of pools) {
    const text = fileOf(pool, year, from, to)
    const answer = await importPabulib(world.ctx('house', 100), { name: `pokaz-${year}.pb`, chunks: piecesOf(text), invented: true })
    if (!answer.ok) throw new Error(`the invented edition: ${JSON.stringify(answer)}`)
  }
}

async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
