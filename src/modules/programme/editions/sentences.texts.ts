import { longDate, startOfDay } from '#kit/dates.ts'
import { formatMoney } from '#kit/money.ts'
import { pluralPl } from '#kit/texts.ts'
import { calendarTexts } from '#modules/programme/calendar.texts.ts'
import type { Said, SentenceSection } from '#modules/programme/editions/sentences.rules.ts'
import type { Picks } from '#modules/programme/programme.rules.ts'

const money = (grosze: number) => formatMoney(grosze, 'pl')
const day = (typed: string) => longDate(startOfDay(typed), 'pl')
const list = (words: readonly string[], last = 'i') =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
const days = (n: number) => pluralPl(n, `${n} dzień`, `${n} dni`, `${n} dni`)
const projects = (n: number) => pluralPl(n, `${n} projekt`, `${n} projekty`, `${n} projektów`)
const picked = ({ min, max }: Picks) => (min === max ? `dokładnie ${projects(max)}` : `od ${min} do ${max} projektów`)
const points = (n: number) => pluralPl(n, `${n} punkt`, `${n} punkty`, `${n} punktów`)

const paths = { 'district-path': 'razem w dzielnicy', 'city-path': 'razem dla całego miasta', individual: 'na własną rękę' }
const identity = {
  name: 'imię i nazwisko',
  address: 'adres',
  'birth-date': 'datę urodzenia',
  pesel: 'PESEL',
  phone: 'numer telefonu',
  email: 'adres e-mail',
}
const ties = {
  votes: 'liczba osób, które wybrały projekt',
  firsts: 'liczba pierwszych miejsc',
  'lower-cost': 'niższy koszt',
  lot: 'losowanie przy świadkach',
}
const methods = {
  'greedy-skip': 'Wygrywają projekty z największą liczbą punktów. Gdy na kolejny brakuje pieniędzy, pomijamy go i sprawdzamy następne na liście.',
  'greedy-stop': 'Wygrywają projekty z największą liczbą punktów. Gdy na kolejny brakuje pieniędzy, lista się kończy.',
  'equal-shares': 'Pieniądze dzielimy po równo między głosujących, a wygrywają projekty, na które złożą się ich zwolennicy.',
}
const leftovers = {
  stays: 'Pieniądze, których nie uda się wydać, zostają w budżecie miasta.',
  'next-edition': 'Pieniądze, których nie uda się wydać, przechodzą do następnej edycji.',
  'city-pool': 'Pieniądze, których nie wyda dzielnica, trafiają do puli całego miasta.',
}
const voteTypes = {
  ordinal: 'i układa je w kolejności',
  approval: 'bez ustalania kolejności',
  points: 'i rozdziela między nie punkty',
  single: 'na każdej liście',
}

const sections: Readonly<Record<SentenceSection, string>> = {
  money: 'Pieniądze',
  ways: 'Jak przygotować projekt',
  dates: 'Terminy',
  submission: 'Składanie projektu',
  support: 'Podpisy poparcia',
  review: 'Sprawdzanie i protesty',
  vote: 'Głosowanie',
  count: 'Jak liczymy',
  data: 'Dane osobowe',
}

export const sentencesTexts = {
  sections,
  sentences: {
    'money.total': p =>
      `Do wydania jest ${money(p.total)}: ${money(p.city)} na projekty dla całego miasta i ${money(p.districts)} na projekty dzielnicowe.`,
    'money.city': p => `Projekt dla całego miasta może kosztować od ${money(p.min)} do ${money(p.max)}.`,
    'money.districts': p =>
      `Projekt dzielnicowy kosztuje co najmniej ${money(p.min)}. ${p.share === null ? 'Najwyższy koszt podaje tabela pul.' : `Jeden projekt może zająć najwyżej ${String(p.share).replace('.', ',')}% pieniędzy swojej dzielnicy.`}`,
    'ways.paths': p =>
      `Projekt można przygotować ${list(
        p.paths.map(path => paths[path as keyof typeof paths]),
        'albo',
      )}.`,
    'ways.support-from-city': p =>
      `${p.advice ? 'Przed złożeniem można poprosić jednostkę miasta o wstępną opinię; nie przesądza ona późniejszej weryfikacji.' : ''}${p.advice && p.workshops ? ' ' : ''}${p.workshops ? 'W pisaniu pomagają warsztaty z ekspertami miasta.' : ''}`,
    'ways.ambassadors': p =>
      `Ambasadorem lub ambasadorką może zostać ${p.minAge === null ? 'każda osoba, bez względu na wiek' : `osoba, która ma co najmniej ${p.minAge} lat`}.${p.signedForm ? ' Formularz trzeba podpisać.' : ''}${p.certificate ? ' Na koniec miasto wydaje certyfikat.' : ''}`,
    'dates.phase': p => `${calendarTexts.phases[p.kind]}: ${calendarTexts.span(p)}.`,
    'submission.who': p =>
      p.minAge === null
        ? 'Projekt może złożyć każda osoba, która mieszka w mieście, bez względu na wiek.'
        : `Projekt może złożyć osoba, która mieszka w mieście i ma co najmniej ${p.minAge} lat.`,
    'submission.any-district': p =>
      p.any ? 'Projekt dzielnicowy można złożyć także w dzielnicy, w której się nie mieszka.' : 'Projekt dzielnicowy składa się w swojej dzielnicy.',
    'submission.form': p => `Tytuł ma najwyżej ${p.titleMax} znaków, a krótki opis od ${p.summaryMin} do ${p.summaryMax} znaków.`,
    'submission.cost': p =>
      p.optional ? 'Koszt można podać, ale nie trzeba. Ostatecznie wycenia miasto.' : 'Koszt trzeba podać. Ostatecznie wycenia miasto.',
    'submission.not-twice': () => 'Tego samego projektu nie można złożyć jednocześnie jako miejskiego i dzielnicowego.',
    'submission.per-person': p => `Jedna osoba może złożyć najwyżej tyle projektów: ${p.most}.`,
    'drafting.lead': p =>
      `Gdy osoba prowadząca wspólny szkic nic w nim nie robi przez ${days(p.days)}, współautorzy mogą wybrać spośród siebie inną. Dowie się o tym i może się sprzeciwić.`,
    'drafting.substance': p =>
      `Gdy w nowej wersji zmieni się tytuł, cel, miejsce albo koszt o więcej niż ${p.percent}%, osoby popierające dowiedzą się o tym i mogą wycofać poparcie.`,
    'drafting.names': () => 'Autorzy złożonego projektu są podani całą nazwą, także gdy na innych stronach pokazują tylko jej część.',
    'support.none': () => 'Lista poparcia nie jest potrzebna.',
    'support.count': p =>
      `Pod projektem ${pluralPl(p.count, `musi podpisać się ${p.count} osoba`, `muszą podpisać się ${p.count} osoby`, `musi podpisać się ${p.count} osób`)}.${p.districtResidentsOnly ? ' Projekt dzielnicowy popierają tylko osoby, które mieszkają w tej dzielnicy.' : ''}`,
    'support.days': p =>
      `Listę poparcia trzeba oddać w ciągu ${pluralPl(p.days, `${p.days} dnia`, `${p.days} dni`, `${p.days} dni`)} od złożenia projektu.`,
    'support.deadline': p => `Ostatni dzień na oddanie listy poparcia: ${day(p.day)}.`,
    'support.channels': p =>
      p.online && p.paper
        ? 'Popiera się na papierze albo przez internet.'
        : p.online
          ? 'Popiera się przez internet.'
          : 'Popiera się własnoręcznym podpisem na papierze.',
    'review.completion': p =>
      `Gdy czegoś brakuje, urząd prosi o uzupełnienie. Jest na to ${days(p.days)}. ${p.allAgree ? 'Na odpowiedź zgadzają się wszyscy autorzy.' : 'Odpowiada osoba prowadząca.'} ${p.stops ? 'Projekt, którego nie uzupełniono, nie przechodzi dalej.' : 'Projekt, którego nie uzupełniono, urząd sprawdza taki, jaki złożono.'}`,
    'review.protest': p =>
      `${p.scope === 'substantive-legal' ? 'Od negatywnej oceny merytoryczno-prawnej' : 'Od każdej odmowy'} można złożyć protest ${calendarTexts.span(p)}. Rozstrzyga go ${p.decider === 'mayor' ? 'prezydent miasta' : 'rada miasta'}.`,
    'vote.who': p =>
      `${p.minAge === null ? 'Głosuje każda osoba, która mieszka w mieście, bez względu na wiek i meldunek.' : `Głosuje osoba, która mieszka w mieście i ma co najmniej ${p.minAge} lat.`}${p.ownDistrict ? ' Na projekty dzielnicowe głosuje się w dzielnicy zamieszkania.' : ''}`,
    'vote.picks': p => `Każda osoba wybiera ${picked(p.city)} dla całego miasta i ${picked(p.district)} w dzielnicy ${voteTypes[p.type]}.`,
    'vote.points': p => `Za kolejne miejsca projekt dostaje: ${list(p.points.map(points))}.`,
    'vote.both-pools': () => 'Głos jest ważny tylko wtedy, gdy obejmuje i projekty miejskie, i dzielnicowe.',
    'vote.identity': p =>
      `Do głosowania trzeba podać: ${list(p.identity.map(item => identity[item]))}.${p.sms ? ' Głos potwierdza kod z SMS-a.' : ''}`,
    'vote.channels': p =>
      p.online && p.paper ? 'Głosuje się przez internet albo na papierze.' : p.online ? 'Głosuje się przez internet.' : 'Głosuje się na papierze.',
    'count.method': p => methods[p.method],
    'count.min-votes': p => `Projekt musi dostać co najmniej ${pluralPl(p.count, `${p.count} głos`, `${p.count} głosy`, `${p.count} głosów`)}.`,
    'count.ties': p =>
      `Przy równym wyniku decyduje: ${list(
        p.ties.map(step => ties[step]),
        'a na końcu',
      )}.`,
    'count.leftover': p => leftovers[p.leftover],
    'data.retention': p => `Dane osobowe z tej edycji usuniemy najpóźniej: ${day(p.day)}.`,
  } satisfies { [K in keyof Said]: (p: Said[K]) => string } as { [K in keyof Said]: (p: Said[K]) => string },
}
