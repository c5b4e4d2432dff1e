import { expect, test } from 'vitest'
import { emptyForm, filled } from '#kit/form.ts'
import { askKindly, type Harshness, harshness, markOf } from '#modules/moderation/harshness.rules.ts'

const harsh: readonly (readonly [string, Harshness])[] = [
  ['Kurwa, ile można czekać na jedną ławkę', 'insult'],
  ['Po co nam ten zajebany skwer', 'insult'],
  ['Wszyscy wkurwieni, a miasto nic', 'insult'],
  ['KuRRRwa mać, znowu korki', 'insult'],
  ['k u r w a, co za pomysł', 'insult'],
  ['k*rwa, znowu to samo', 'insult'],
  ['Ch*j z takim placem zabaw', 'insult'],
  ['Chujowy projekt i tyle', 'insult'],
  ['Pierdolicie głupoty od roku', 'insult'],
  ['Spierdalajcie z tym parkingiem', 'insult'],
  ['To jest gówno, nie projekt', 'insult'],
  ['Zrobili to po gowniarsku, gowniarze jedni', 'insult'],
  ['Do dupy z takim konsultowaniem', 'insult'],
  ['Ten popieprzony urząd znowu nic nie rozumie', 'insult'],
  ['Autor to skończony idiota', 'insult'],
  ['Idiotki z trzeciej klatki znowu piszą', 'insult'],
  ['Debile z rady dzielnicy', 'insult'],
  ['Kretyńskie pomysły, kretyni je piszą', 'insult'],
  ['Tylko głupek sadzi tam drzewa', 'insult'],
  ['Matoły nie umieją policzyć miejsc', 'insult'],
  ['Banda nierobów i darmozjadów', 'insult'],
  ['Chamstwo tych spod dwójki jest bez granic', 'insult'],
  ['Lewaki chcą nam zabrać parkingi', 'insult'],
  ['Menele i żule siedzą na tej ławce', 'insult'],
  ['Ty baranie, przeczytaj najpierw regulamin', 'insult'],
  ['Jesteście zwykłymi złodziejami', 'insult'],
  ['Jesteś po prostu żałosny', 'insult'],
  ['Wy oszuści, gdzie są nasze pieniądze', 'insult'],
  ['Ty głupia babo, nie było cię tam', 'insult'],
  ['Zamknij się wreszcie', 'insult'],
  ['Stul pysk, sąsiedzie', 'insult'],
  ['Odwal się od naszego podwórka', 'insult'],
  ['Lecz się człowieku', 'insult'],
  ['Nienawidzę was wszystkich', 'insult'],
  ['Kowalski to złodziej i tyle', 'insult'],
  ['Dureń to wymyślił', 'insult'],
  ['ku\u0301rwa z zalgo', 'insult'],
  ['k\u200burwa z niewidzialnym znakiem', 'insult'],
  ['Zabiję cię za tę brzozę', 'threat'],
  ['Połamię ci nogi, jak tam wejdziesz', 'threat'],
  ['Wiem, gdzie mieszkasz', 'threat'],
  ['Jeszcze tego pożałujesz', 'threat'],
  ['Dostaniesz w mordę przy najbliższej okazji', 'threat'],
  ['Zdechnij razem ze swoim psem', 'threat'],
  ['Ile razy mam powtarzać!!!', 'shouting'],
  ['JAK DŁUGO JESZCZE MAMY CZEKAĆ NA TEN CHODNIK', 'shouting'],
  ['Co to ma być?!?!?!', 'shouting'],
]
test.each(harsh)('asks before "%s"', (text, sign) => {
  expect(harshness(text)).toContain(sign)
})

const fine: readonly string[] = [
  'Kutno ma takie ławki od dawna',
  'Sadzimy pieprz, tymianek i miętę',
  'Pieprzniczka i pieprzyk to nie to samo',
  'Sukienka szyta w domu kultury',
  'Sukces tej rabaty to zasługa sąsiadek',
  'Na straganie wisi sukno i szmatka do tablicy',
  'Proszę o duplikat klucza do wiaty, a w dupleksie o windę',
  'Ciotka Halina pamięta tę studnię',
  'Pedały w rowerze miejskim skrzypią',
  'Tadeusz Baran ma rację',
  'Dzieci ulepiły bałwana na górce',
  'Pajacyk przy Krakowskiej to stary plac zabaw',
  'Barany pasły się tu sto lat temu',
  'Buraki i głąby kapusty na kompost',
  'Tumany kurzu lecą z budowy',
  'Śmieci leżą obok kosza od tygodnia',
  'Złodzieje rowerów chodzą po klatkach',
  'To złodzieje zabrali kłódkę, nie dzieci',
  'Głupi błąd w kosztorysie, poprawmy go',
  'Nieukończona budowa straszy od roku',
  'Chamonix i Chambery to miasta partnerskie',
  'Komenda straży jest daleko, Mendelsona też',
  'Liście spadają na ścieżkę',
  'Woń z kanału czuć aż stąd',
  'Chciałem pomóc, lecz się nie udało',
  'Nie pożałujesz, przyjdź na spotkanie',
  'Podłączyć pawilon do gazu i prądu',
  'Furtka sama się zamyka i otwiera',
  'Żuławy i Jebel Ali to nie nasze tematy',
  'Gnojówka i obornik z ogródków',
  'Psie kupy na trawniku to kłopot',
  'Kurtka, kurka i kurort',
  'Huk z torów słychać w nocy',
  'Pizza i gwizdy na pikniku',
  'Kuter Kutra z Helu, kutia na święta',
  'Cieszę się!! Świetny pomysł!',
  'PLAC ZABAW, ZZM i ZDMK, ul. Na Zjeździe',
  'Jestem przeciw, bo zabiera miejsca postojowe',
  'Nie zgadzam się z tym kosztorysem. Jest zawyżony o połowę.',
  'Zabijemy deskami dziury w płocie',
  'Moim zdaniem urząd zwleka i trzeba to powiedzieć głośno',
  'Czarna ziemia i brudna woda w stawie',
  'Przetarg wygra najtańszy, a potem trzeba poprawiać',
  '',
]
test.each(fine)('lets "%s" pass', text => {
  expect(harshness(text)).toEqual([])
})

test('nobody is asked twice about the same text, but is about another', () => {
  const text = 'Zamknij się wreszcie'
  const first = askKindly(filled({ text, kind: 'for' }), text)
  expect(first?.typed).toMatchObject({ text, kind: 'for', harsh: 'tak', asked: markOf(text) })
  expect(askKindly(filled({ text, asked: markOf(text) }), `  ${text} `)).toBeUndefined()
  expect(askKindly(filled({ text, asked: markOf(text) }), 'Stul pysk')).toBeDefined()
  expect(askKindly(emptyForm, 'Dzień dobry')).toBeUndefined()
})
test('a very long text does not keep the search for ever', () => {
  expect(harshness(`${'a '.repeat(50_000)}${'ą'.repeat(50_000)}${'ty '.repeat(10_000)}${'k.'.repeat(20_000)}`)).toEqual([])
})
