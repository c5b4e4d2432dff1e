import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the published files of past votes lie beside a clone, if they do. */
const folder = ['../../../shared/data/pabulib/', '../../../../shared/data/pabulib/']
  .map(path => fileURLToPath(new URL(path, import.meta.url)))
  .find(existsSync)

/** Titles of all Kraków files by `file/id`, read where they lie: nothing of them is kept here. Empty where there are none. */
export function readTitles(): ReadonlyMap<string, string> {
  if (!folder) return new Map()
  const files = readdirSync(folder).filter(file => /^Poland_Krakow_.*\.pb$/.test(file))
  const titles = files.flatMap(file => {
    const [, projects = ''] = /PROJECTS\r?\n([\s\S]*?)\r?\nVOTES/.exec(readFileSync(`${folder}${file}`, 'utf8')) ?? []
    const [head = '', ...lines] = projects.split(/\r?\n/)
    const column = head.split(';').indexOf('name')
    return lines.map((line): [string, string] => {
      const cells =
        line.match(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)?.map(cell => cell.replace(/;$/, '').replace(/^"|"$/g, '').replaceAll('""', '"')) ?? []
      return [`${file.slice(14, -3)}/${cells[0]}`, cells[column] ?? '']
    })
  })
  return new Map(titles)
}

/** Projects of different years that are one idea, as a reader judged them: what it is about in our words, then `file/id` of each. The titles stay where they lie. */
export const sameIdeas: readonly (readonly [about: string, ...projects: string[]])[] = [
  ['najdłuższy park nad Młynówką', '2018/51', '2019/7', '2020/3', '2021/6'],
  ['komary bez chemii', '2018/123', '2020/65'],
  ['park na Kozłówku', '2018/19', '2019/207'],
  ['dziurawa jezdnia', '2018/56', '2020/33'],
  ['trampoliny', '2018/13', '2018_Bienczyce/4'],
  ['milonga na rondzie', '2018_Grzegorzki/1', '2019_Grzegorzki/45', '2020_Grzegorzki/37', '2021_Grzegorzki/30'],
  ['joga na rondzie', '2018_Grzegorzki/2', '2019_Grzegorzki/43', '2020_Grzegorzki/36', '2021_Grzegorzki/29'],
  ['kultura dla samotnych', '2018_Krowodrza/19', '2020_Krowodrza/33', '2021_Krowodrza/34', '2022_Krowodrza/18'],
  ['własne drzewko', '2018_Mistrzejowice/6', '2019_Mistrzejowice/5', '2020_Mistrzejowice/12'],
  ['spokojne osiedla', '2018_Mistrzejowice/7', '2019_Mistrzejowice/7', '2020_Mistrzejowice/11'],
  ['gimnastyka kręgosłupa', '2018_Mistrzejowice/3', '2019_Mistrzejowice/21', '2020_Mistrzejowice/28'],
  ['rabaty na kleszcze', '2018_Pradnik_Czerwony/13', '2019_Pradnik_Czerwony/10'],
  [
    'centrum pomocy niepełnosprawnym',
    '2018_Pradnik_Czerwony/2',
    '2019_Pradnik_Czerwony/17',
    '2021_Pradnik_Czerwony/18',
    '2023_Pradnik_Czerwony/BO.D3.12/23',
    '2024_Pradnik_Czerwony/BO.D3.22/24',
  ],
  ['nuda pokonana', '2018_Pradnik_Czerwony/9', '2020_Pradnik_Czerwony/19', '2021_Pradnik_Czerwony/36'],
  ['dzikie wysypiska', '2019/22', '2021/20', '2024_Pradnik_Czerwony/BO.D3.5/24'],
  ['pieniądze na Park Duchacki', '2019/160', '2020_Podgorze_Duchackie/1', '2023_Podgorze_Duchackie/BO.D11.38/23'],
  ['plaża miejska', '2019/166', '2020/102'],
  ['pitnik przy Focha', '2019/37', '2020_Zwierzyniec/8'],
  ['Park Aleksandry', '2019_Biezanow-Prokocim/23', '2020_Biezanow-Prokocim/30', '2021_Biezanow-Prokocim/25'],
  [
    'skatepark w Bieżanowie',
    '2019_Biezanow-Prokocim/24',
    '2021_Biezanow-Prokocim/38',
    '2022_Biezanow-Prokocim/7',
    '2023_Biezanow-Prokocim/BO.D12.35/23',
  ],
  ['patroni ulic', '2019_Biezanow-Prokocim/35', '2020_Biezanow-Prokocim/42'],
  ['place zabaw przyjazne', '2019_Grzegorzki/12', '2020_Grzegorzki/13'],
  ['walka z pożarami', '2019_Grzegorzki/17', '2020_Grzegorzki/9'],
  [
    'park w Łagiewnikach',
    '2019_Lagiewniki-Borek_Falecki/13',
    '2021_Lagiewniki-Borek_Falecki/4',
    '2023_Lagiewniki-Borek_Falecki/BO.D9.2/23',
    '2025_Lagiewniki-Borek_Falecki/BO.D9.4/25',
  ],
  ['cień i zabawa', '2019_Lagiewniki-Borek_Falecki/10', '2021_Lagiewniki-Borek_Falecki/29'],
  ['książki i prasa', '2019_Mistrzejowice/9', '2020_Mistrzejowice/3'],
  ['program kulturalny na weekend', '2019_Mistrzejowice/12', '2020_Mistrzejowice/10', '2023_Mistrzejowice/BO.D15.14/23'],
  ['grillowanie w Nowej Hucie', '2019_Nowa_Huta/61', '2022_Nowa_Huta/62'],
  ['tablice z prędkością', '2019_Nowa_Huta/93', '2020/36'],
  ['kamienny murek', '2019_Nowa_Huta/92', '2021_Nowa_Huta/40', '2022_Nowa_Huta/46'],
  ['kajaki dla przedszkoli', '2019_Nowa_Huta/2', '2024/BO.OM.35/24'],
  ['buty dla tancerzy', '2019_Podgorze_Duchackie/11', '2023_Podgorze_Duchackie/BO.D11.35/23'],
  [
    'zieleń w trzeciej dzielnicy',
    '2019_Pradnik_Czerwony/29',
    '2020_Pradnik_Czerwony/20',
    '2021_Pradnik_Czerwony/26',
    '2023_Pradnik_Czerwony/BO.D3.40/23',
  ],
  ['zajęcia dla mieszkańców', '2019_Pradnik_Czerwony/18', '2021_Pradnik_Czerwony/13'],
  ['chodniki w dziesiątce', '2019_Swoszowice/8', '2022_Swoszowice/31'],
  ['wycieczki seniorów', '2019_Wzgorza_Krzeslawickie/15', '2025_Wzgorza_Krzeslawickie/BO.D17.15/25'],
  ['studnia na Stawach', '2019_Zwierzyniec/6', '2020_Zwierzyniec/7'],
  ['śmieciarze podpatrzeni', '2019_Zwierzyniec/3', '2021_Zwierzyniec/29'],
  ['mobilna izba przyjęć', '2020/80', '2021/114'],
  ['las krakowian', '2020/137', '2021/1', '2024/BO.OM.1/24'],
  ['festiwal sportów', '2020/52', '2021/13', '2024/BO.OM.69/24'],
  ['skatepark Solvay', '2020/37', '2021_Lagiewniki-Borek_Falecki/28'],
  ['stoły teqball', '2020/119', '2021/91', '2023_Lagiewniki-Borek_Falecki/BO.D9.7/23'],
  ['jaśniej w Nowej Hucie', '2020/155', '2021_Nowa_Huta/7', '2022_Nowa_Huta/5'],
  ['park własnymi rękami', '2020_Biezanow-Prokocim/26', '2021_Biezanow-Prokocim/27'],
  ['koncerty jesienne', '2020_Biezanow-Prokocim/14', '2022_Biezanow-Prokocim/15'],
  ['park przy forcie', '2020_Bronowice/16', '2021_Bronowice/5', '2022_Bronowice/19', '2024_Bronowice/BO.D6.15/24'],
  ['dolina Rudawy', '2020_Bronowice/5', '2021_Bronowice/1', '2022_Bronowice/6', '2024_Bronowice/BO.D6.3/24'],
  ['park przy pasie startowym', '2020_Czyzyny/6', '2020_Czyzyny/37', '2021_Czyzyny/11', '2022_Czyzyny/18'],
  ['rozmowa z dziećmi', '2020_Grzegorzki/21', '2021/143'],
  ['zielona ściana', '2020_Krowodrza/4', '2021_Krowodrza/5', '2022_Krowodrza/2', '2024_Krowodrza/BO.D5.3/24'],
  ['ogród edukacyjny', '2020_Krowodrza/11', '2021_Krowodrza/6', '2022_Krowodrza/1', '2024_Krowodrza/BO.D5.1/24'],
  ['biblioteka Kuźni', '2020_Mistrzejowice/6', '2023_Mistrzejowice/BO.D15.16/23'],
  ['rozwój dziecka', '2020_Podgorze_Duchackie/14', '2021_Podgorze_Duchackie/48', '2021_Stare_Miasto/45', '2021_Swoszowice/14'],
  ['sto drzew', '2020_Pradnik_Bialy/54', '2020_Pradnik_Czerwony/27', '2023_Pradnik_Czerwony/BO.D3.14/23', '2024_Pradnik_Czerwony/BO.D3.18/24'],
  ['książki w filii', '2020_Pradnik_Bialy/20', '2021_Pradnik_Bialy/31'],
  ['koncert pod gołym niebem', '2020_Pradnik_Bialy/30', '2024_Pradnik_Bialy/BO.D4.77/24'],
  ['przystań na Pasterza', '2020_Pradnik_Czerwony/25', '2021_Pradnik_Czerwony/34', '2024_Pradnik_Czerwony/BO.D3.28/24'],
  ['chodniki w Przegorzałach', '2020_Zwierzyniec/6', '2021_Zwierzyniec/43'],
  ['smoki jak krasnale', '2020_Zwierzyniec/5', '2021_Stare_Miasto/34', '2022_Stare_Miasto/4'],
  ['mniej betonu', '2021/213', '2022_Krowodrza/3', '2024/BO.OM.13/24', '2024_Krowodrza/BO.D5.5/24', '2025_Krowodrza/BO.D5.4/25'],
  [
    'centrum pomocowe',
    '2021/167',
    '2021_Biezanow-Prokocim/24',
    '2022_Biezanow-Prokocim/23',
    '2023_Biezanow-Prokocim/BO.D12.49/23',
    '2024/BO.OM.134/24',
  ],
  ['asfalt na Taklińskiego', '2021/16', '2021_Swoszowice/3', '2022_Swoszowice/2'],
  ['ławki na przystankach', '2021/26', '2021_Pradnik_Czerwony/9'],
  ['zapasy w szkole', '2021_Biezanow-Prokocim/45', '2022_Biezanow-Prokocim/26', '2023_Biezanow-Prokocim/BO.D12.15/23'],
  ['festiwal bardów', '2021_Biezanow-Prokocim/55', '2022_Biezanow-Prokocim/24'],
  ['połączone parki', '2021_Bronowice/18', '2022_Bronowice/3', '2024/BO.OM.98/24', '2024_Bronowice/BO.D6.16/24', '2025_Bronowice/BO.D6.4/25'],
  ['park przy Orlińskiego', '2021_Czyzyny/19', '2022_Czyzyny/30', '2024_Czyzyny/BO.D14.52/24'],
  ['boisko za cementownię', '2021_Debniki/3', '2022_Debniki/4', '2023_Debniki/BO.D8.1/23', '2025_Debniki/BO.D8.9/25'],
  ['siłownia dla dzieci', '2021_Krowodrza/21', '2022_Krowodrza/15'],
  ['ogród z mieszkańcami', '2021_Krowodrza/17', '2022_Krowodrza/11'],
  ['miasteczko ruchu', '2021_Nowa_Huta/32', '2022_Nowa_Huta/28', '2024/BO.OM.225/24'],
  ['klub pod kasztanami', '2021_Nowa_Huta/25', '2022_Nowa_Huta/23', '2024_Nowa_Huta/BO.D18.45/24'],
  ['ptasi zagajnik', '2021_Podgorze/3', '2023_Podgorze/BO.D13.4/23'],
  ['plac na Parkowej', '2021_Podgorze/1', '2023_Podgorze/BO.D13.3/23'],
  ['rewitalizacja Parku Duchackiego', '2021_Podgorze_Duchackie/47', '2022_Podgorze_Duchackie/36'],
  ['sadzonki', '2021_Podgorze_Duchackie/7', '2023_Podgorze_Duchackie/BO.D11.29/23'],
  ['boks dla dzieci', '2021_Podgorze_Duchackie/27', '2022_Podgorze_Duchackie/13'],
  ['procent na bezpieczeństwo', '2021_Pradnik_Czerwony/29', '2023_Pradnik_Czerwony/BO.D3.5/23', '2024_Pradnik_Czerwony/BO.D3.17/24'],
  ['próg synagogi', '2021_Stare_Miasto/28', '2022_Stare_Miasto/18'],
  ['paczki dla seniorów', '2021_Swoszowice/4', '2023_Swoszowice/BO.D10.7/23'],
  ['Drwinka', '2022_Biezanow-Prokocim/35', '2022_Podgorze_Duchackie/29', '2023_Podgorze_Duchackie/BO.D11.1/23'],
  ['festiwal sportowy', '2022_Debniki/28', '2023_Debniki/BO.D8.56/23', '2025_Debniki/BO.D8.23/25'],
  ['klub w Wolicy', '2022_Nowa_Huta/20', '2023_Nowa_Huta/BO.D18.34/23'],
  ['park zamiast drogi', '2022_Podgorze_Duchackie/9', '2023_Podgorze_Duchackie/BO.D11.7/23', '2024_Podgorze_Duchackie/BO.D11.35/24'],
]

/** Two projects of one place or with one turn of phrase that are not the same: whoever calls them so is wrong. */
export const notTheSame: readonly (readonly [about: string, one: string, other: string])[] = [
  ['różne rzeczy na tych samych plantach', '2019_Mistrzejowice/32', '2020_Mistrzejowice/19'],
  ['tężnia a siłownia na tych samych plantach', '2024_Mistrzejowice/BO.D15.32/24', '2025_Mistrzejowice/BO.D15.8/25'],
  ['skatepark a poidełka w jednym parku', '2019_Pradnik_Bialy/32', '2021_Pradnik_Bialy/9'],
  ['poidełka a tężnia w jednym parku', '2021_Pradnik_Bialy/9', '2024_Pradnik_Bialy/BO.D4.52/24'],
  ['toaleta a ogród nad jedną rzeką', '2019/67', '2021_Bronowice/13'],
  ['remont a światło na jednej ulicy', '2020_Pradnik_Bialy/17', '2024_Pradnik_Bialy/BO.D4.42/24'],
  ['zieleń a ścieżka przy jednej ulicy', '2018/82', '2024_Czyzyny/BO.D14.9/24'],
  ['drzewa a ławki dla jednej dzielnicy', '2021_Grzegorzki/25', '2022_Grzegorzki/14'],
]
