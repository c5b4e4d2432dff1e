import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { nobody } from '#kit/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { findSimilar, wordsOf } from '#platform/similar.ts'
import { copyTemplate } from '#platform/testing-database.ts'
import { readTitles } from '#platform/testing-labels.ts'

/** What a resident might type, in other forms than the title has: which project of which file they mean. */
const inflected: readonly (readonly [file: string, id: string, query: string])[] = [
  ['2024_Mistrzejowice', 'BO.D15.14/24', 'rozświetlenie Mistrzejowic nową lampą'],
  ['2020_Pradnik_Bialy', '32', 'chabrowym traktem do parku rzecznego w Toniach'],
  ['2021_Podgorze', '30', 'bezpieczeństwo ruchu na Zabłociu'],
  ['2025_Debniki', 'BO.D8.48/25', 'piłkarskich marzeń Sidziny'],
  ['2025_Podgorze', 'BO.D13.7/25', 'kaczkomaty w parkach rzecznych Wilgi'],
  ['2024_Pradnik_Bialy', 'BO.D4.66/24', 'nowe sprzęty strażaka z Wyk'],
  ['2020_Mistrzejowice', '2', 'zdrowie i uroda w fit parkach'],
  ['2019_Nowa_Huta', '69', 'maratony artystyczne dzieci, warsztat i koncerty'],
  ['2021_Pradnik_Bialy', '3', 'siłownie na świeżym powietrzu przy Grażyny, budować'],
  ['2022_Swoszowice', '22', 'warsztat rękodzielniczy'],
  ['2020_Krowodrza', '36', 'biegi na orientację'],
  ['2024', 'BO.OM.66/24', 'Kraków mówiący stop utonięciu'],
  ['2020_Mistrzejowice', '32', 'rolki i deskorolki na Plantach Mistrzejowickich'],
  ['2018', '44', 'park rekreacyjny ze strefami aktywności i czworonogami'],
  ['2025_Nowa_Huta', 'BO.D18.57/25', 'leśne przygody w lasach mogilskich'],
  ['2020_Biezanow-Prokocim', '19', 'nowe urządzenie na placach zabaw przy Aleksandry'],
  ['2019_Wzgorza_Krzeslawickie', '23', 'nawierzchnia ulicy Petofiego, remonty nakładkowe'],
  ['2019_Podgorze_Duchackie', '22', 'oświetlić ulicę przy kuźni w Piaskach Wielkich'],
  ['2018_Stare_Miasto', '17', 'treningi samoobrony i asertywność dziewczyn'],
  ['2024_Krowodrza', 'BO.D5.24/24', 'żywopłot na Krowodrzę, oczyszczone powietrze'],
  ['2024_Krowodrza', 'BO.D5.13/24', 'pitniki miejskie na Młynówce Królewskiej'],
  ['2022_Nowa_Huta', '33', 'skwery z miejscami rekreacyjnymi na Górce Kościelnickiej'],
  ['2018', '51', 'najdłuższe parki w Polsce, Młynówki Królewskie'],
  ['2018', '60', 'magiczne place zabaw w Parku Jordana'],
  ['2019_Pradnik_Bialy', '6', 'bieżnie dla ucznia przy szkole 119'],
  ['2019_Pradnik_Bialy', '22', 'ławka i kosz pod szpitalami Narutowicza'],
  ['2021', '195', 'zakupić strój małym Słowiankom'],
  ['2020', '111', 'Krakowiak na kajaku'],
  ['2023_Podgorze_Duchackie', 'BO.D11.16/23', 'ogranicznik skrajni na parkingu przy Wysłouchów'],
  ['2020', '47', 'rewitalizować place zabaw Zaczarowana Dorożka'],
  ['2019_Wzgorza_Krzeslawickie', '30', 'ławka z widokami'],
  ['2018', '62', 'stawy płaszowskie'],
  ['2024_Czyzyny', 'BO.D14.41/24', 'remonty chodników Stelli-Sawickiego od Pisarka'],
  ['2025_Krowodrza', 'BO.D5.32/25', 'smoki spadochroniarze, symbole wojsk polskich'],
  ['2021_Bronowice', '13', 'ogrody kwietne w parkach Młynówki Królewskiej'],
  ['2022_Bronowice', '23', 'pętla tramwajowa w Bronowicach, stojaki i infrastruktury rowerowe'],
  ['2021_Pradnik_Czerwony', '7', 'samoobsługowa stacja naprawy roweru'],
  ['2022_Nowa_Huta', '61', 'pokaz filmu ukraińskiego w kinach'],
  ['2020', '35', 'wieże dla ptaka'],
  ['2023_Nowa_Huta', 'BO.D18.53/23', 'pomost na Łące Nowohuckiej'],
]

/** The same with the slips of a hurried hand: letters lost, doubled, swapped, and no Polish marks. */
const mistyped: readonly (readonly [file: string, id: string, query: string])[] = [
  ['2025_Podgorze', 'BO.D13.7/25', 'kaczkomta w parku rzecznm wilga'],
  ['2023_Podgorze', 'BO.D13.26/23', 'pilats i nordik walking'],
  ['2019', '102', 'drak park'],
  ['2020_Biezanow-Prokocim', '19', 'nowe urzadznia na placu zabw aleksandry'],
  ['2022_Swoszowice', '22', 'warszaty rekodzilnicze'],
  ['2019_Mistrzejowice', '11', 'bibloteka marzen'],
  ['2024_Krowodrza', 'BO.D5.13/24', 'pitnk miejski mlynowka krolewka'],
  ['2022_Nowa_Huta', '33', 'gorka koscielnika skwer'],
  ['2018', '51', 'mlynowka krolweska najdluzszy prak'],
  ['2020', '24', 'strefa debutow dla projektatow'],
  ['2019_Pradnik_Bialy', '22', 'lawki i koze na smieci pod szpitlem narutowcza'],
  ['2021_Czyzyny', '33', 'bezpieczniej wzdlusz soltysowkiej'],
  ['2020', '111', 'krakowaki na kajki'],
  ['2023_Podgorze_Duchackie', 'BO.D11.16/23', 'ograniczniki skraji na parkigach'],
  ['2020', '58', 'rowerm przez prak kleparksi'],
  ['2021', '100', 'magizcne szyldy krakowa'],
  ['2022_Biezanow-Prokocim', '24', 'festwal bardow kaczmarkiego'],
  ['2019_Nowa_Huta', '89', 'nowohuki chodnik antysmgowy'],
  ['2020_Pradnik_Bialy', '3', 'rodzine warsztaty ceramicne'],
  ['2018', '62', 'kocham staw plaszwoski'],
  ['2025_Krowodrza', 'BO.D5.32/25', 'smok spadochroniasz'],
  ['2021_Bronowice', '13', 'ogrod kwietnu mlynowka krolewska'],
  ['2021_Podgorze', '43', 'smoczy skfer koszykarka'],
  ['2023_Biezanow-Prokocim', 'BO.D12.53/23', 'rewitalizaca parku dwor czeczow'],
  ['2018', '82', 'odnowa parku tomickigo'],
  ['2018', '84', 'zazielenmy bulwar wolynksi'],
  ['2023_Swoszowice', 'BO.D10.1/23', 'opatkowcki park debskeigo'],
  ['2021_Pradnik_Czerwony', '7', 'samoobslugowe stacje napraf rowerow'],
  ['2022_Stare_Miasto', '33', 'gimnastka slowianska dla kobeit'],
  ['2021_Podgorze', '60', 'kaczkomty nad zalewm bargy'],
]

type Title = { readonly id: string; readonly title: string }

const titleOf = readTitles()

describe.skipIf(titleOf.size === 0)(
  `real titles are found by other forms of their words and in spite of typos${titleOf.size > 0 ? '' : ' (skipped: ../shared/data is not here)'}`,
  () => {
    let house: Awaited<ReturnType<typeof copyTemplate>>
    let ctx: Ctx
    const titles = [...titleOf].map(([id, title]) => ({ id, title }))

    beforeAll(async () => {
      house = await copyTemplate(inject('serverUrl'))
      ctx = { db: house.db, actor: nobody, now: new Date(), wall: new Date(), locale: 'pl' }
      await sql`create table titles (id text primary key, title text not null, plain_title text generated always as (plain(title)) stored,
        words tsvector not null, territory_id text not null default 'here')`.execute(house.db)
      const db = house.db as unknown as Kysely<{ titles: Title & { words: string } }>
      for (let i = 0; i < titles.length; i += 500)
        await db
          .insertInto('titles')
          .values(titles.slice(i, i + 500).map(row => ({ ...row, words: wordsOf(row.title) })))
          .execute()
      await sql`create index on titles using gin (plain_title gin_trgm_ops)`.execute(house.db)
      await sql`create index on titles using gin ((words || array_to_tsvector(array[territory_id])))`.execute(house.db)
      await sql`analyze titles`.execute(house.db)
    })
    afterAll(() => house.drop())

    async function shareFound(pairs: typeof inflected): Promise<number> {
      const missed: string[] = []
      for (const [file, id, words] of pairs) {
        const wanted = titleOf.get(`${file}/${id}`)
        const found = await findSimilar(ctx, 'titles', { words, limit: 5 })
        if (!wanted || !found.some(one => one.title.toLowerCase() === wanted.toLowerCase())) missed.push(`${words} -> ${wanted}`)
      }
      return 1 - missed.length / pairs.length
    }

    test('at least 9 of 10 inflected queries', async () => expect(await shareFound(inflected)).toBeGreaterThanOrEqual(0.9))
    test('at least 7 of 10 mistyped queries', async () => expect(await shareFound(mistyped)).toBeGreaterThanOrEqual(0.7))

    test('the words as they stand, without their basic forms, find fewer than half: the test has teeth', async () => {
      const hits = await Promise.all(
        inflected.map(async ([file, id, words]) => {
          const { rows } =
            await sql<Title>`select id, title from titles where to_tsvector('simple', plain_title) @@ plainto_tsquery('simple', plain(${words}))`.execute(
              house.db,
            )
          return rows.some(({ title }) => title === titleOf.get(`${file}/${id}`))
        }),
      )
      expect(hits.filter(Boolean).length).toBeLessThan(inflected.length / 2)
    })
  },
)
