/** The pages a city starts with, in our own words. `{obraz}` stands where the picture goes; the city's editors change all of it. */
export const pagesInPolish = {
  author: 'Redakcja programu',
  publishingBody: 'Urząd Miasta',
  note: 'Pierwsza wersja strony.',
  pages: {
    about: {
      title: 'Czym są Wspólne Projekty',
      summary:
        'Wspólne Projekty to część budżetu obywatelskiego, w której projekt powstaje w rozmowie: sąsiadów ze sobą i z ludźmi z miejskich jednostek. Zgłosić się można w dzielnicy, w całym mieście albo w pojedynkę.',
      alt: 'Sześć osób siedzi przy jednym stole, na stole leżą kawałki mapy, za nimi stoją kamienice i drzewa.',
      caption: 'Wspólny stół: każda osoba przynosi swój kawałek mapy. Rysunek: redakcja programu.',
      body: `Budżet obywatelski zna każdy: mieszkańcy zgłaszają projekty, miasto je sprawdza, wszyscy głosują. Najtrudniejszy jest początek. Jedna osoba ma pomysł, ale nie zna kosztów. Druga zna koszty, ale nie zna sąsiadów. Trzecia chciałaby pomóc, tylko nikt jej nie zapytał.

{obraz}

Wspólne Projekty zaczynają się wcześniej niż wniosek. Najpierw mówimy, czego brakuje. Potem szukamy pomysłów. Dopiero na końcu piszemy wniosek, pod którym podpisuje się kilka osób.

## Trzy drogi

- **W dzielnicy.** Ambasadorka lub ambasador zaprasza do rozmowy na swoim osiedlu.
- **W całym mieście.** Trzy warsztaty, jeden po drugim, z ludźmi z urzędu i jednostek miejskich.
- **Na własną rękę.** Zwykłe zgłoszenie, jak dotąd. Ta droga zostaje.

Każda kończy się tak samo: zgłoszeniem do budżetu obywatelskiego, sprawdzeniem i głosowaniem. Wspólny projekt nie ma łatwiej ani trudniej. Jest za to lepiej przygotowany.

## Od potrzeby do projektu

1. **Potrzeba.** „Na placu nie ma cienia”. Jedno zdanie wystarczy.
2. **Pomysł.** Z kilku podobnych potrzeb rodzi się pomysł na rozwiązanie.
3. **Wspólny szkic.** Kilka osób pisze opis, wskazuje miejsce i liczy koszty.
4. **Opinia jednostki.** Ludzie, którzy zajmują się zielenią, drogami albo szkołami, mówią, co się da zrobić i za ile. To opinia wstępna. Nie zastępuje późniejszej weryfikacji.
5. **Poprawki i zgoda.** Wszyscy współautorzy przyjmują tę samą wersję.
6. **Zgłoszenie.** Projekt dostaje numer i idzie drogą budżetu obywatelskiego.

Na stronie każdego projektu widać całą tę drogę: kto, kiedy i dlaczego.

## Bez internetu też

Potrzebę można podać na spotkaniu, przez telefon albo na kartce. Wpisze ją ambasador lub pracownik urzędu. Wersję projektu można przyjąć podpisem na wydruku.`,
      more: 'Ścieżka dzielnicowa | /o-programie/sciezka-dzielnicowa\nŚcieżka miejska | /o-programie/sciezka-miejska\nZasady i terminy | /zasady',
    },
    district: {
      title: 'Ścieżka dzielnicowa',
      summary:
        'Na osiedlu rozmowę prowadzi ambasadorka lub ambasador. Wspólnie nazywacie potrzeby, szukacie pomysłów i dostajecie opinię miasta, zanim projekt zostanie zgłoszony.',
      alt: 'Cztery osoby rozmawiają na podwórku między kamienicami, obok stoi ławka, drzewa i żółta chorągiewka.',
      caption: 'Spotkanie na podwórku. Chorągiewka mówi: tu się rozmawia. Rysunek: redakcja programu.',
      body: `Dzielnica ma w budżecie obywatelskim własne pieniądze. Ścieżka dzielnicowa pomaga wydać je na to, czego naprawdę brakuje za rogiem.

{obraz}

## Jak to idzie

1. **Nabór ambasadorów.** Osoba, która chce zaprosić sąsiadów do rozmowy, zgłasza się do urzędu i wskazuje swój obszar: osiedle, kilka ulic, kawałek dzielnicy.
2. **Szkolenie i wsparcie.** Urząd szkoli ambasadorów i pomaga im w organizacji, na przykład w znalezieniu sali.
3. **Rozmowa o potrzebach.** Na spotkaniach i w internecie pada pytanie: czego tu brakuje?
4. **Pomysły.** Z potrzeb powstają wstępne propozycje.
5. **Wczesna opinia.** Propozycje czytają jednostki miejskie, które później będą je sprawdzać. Mówią autorom, co poprawić i ile to może kosztować.
6. **Spotkania konsultacyjne.** Autorzy siadają razem z ludźmi z jednostek i poprawiają opisy.
7. **Zgłoszenie.** Dalej projekt idzie zwykłą drogą budżetu obywatelskiego.

## Kto może przyjść

Każdy. Na spotkanie ambasadora nie trzeba się zapisywać do programu ani mieć gotowego pomysłu. Wystarczy wiedzieć, co przeszkadza albo czego brakuje.

## Gdzie zajrzeć

Na stronie dzielnicy są jej pieniądze, zasady, potrzeby i pomysły. Jest też lista tego, co miasto już tam robi lub planuje. Sprawdź ją, zanim napiszesz o tym samym.`,
      more: 'Twoja dzielnica | /dzielnice\nAmbasadorzy | /o-programie/ambasadorzy\nRozmowa przez internet | /o-programie/formula-internetowa',
    },
    city: {
      title: 'Ścieżka miejska',
      summary:
        'Projekty dla całego miasta powstają na trzech warsztatach, jeden po drugim. Pierwszy zbiera potrzeby, drugi rozwija pomysły, trzeci zamienia je w gotowe zgłoszenia.',
      alt: 'Panorama miasta nad rzeką. Przed nią trzy stoły, przy każdym trzy osoby. Czerwone strzałki prowadzą od stołu do stołu.',
      caption: 'Trzy warsztaty, jeden po drugim. Rysunek: redakcja programu.',
      body: `Są sprawy większe niż dzielnica: trasy rowerowe, parki nad rzeką, pomoc dla osób w kryzysie. O nich rozmawiamy w całym mieście naraz.

{obraz}

## Trzy warsztaty

1. **Potrzeby.** Zbieramy to, co już padło w dzielnicach i w internecie. Łączymy podobne sprawy i wybieramy te, którymi zajmie się grupa.
2. **Pomysły.** Szukamy rozwiązań. Przy stołach siedzą też ludzie z urzędu i jednostek miejskich, więc od razu wiadomo, co jest możliwe.
3. **Zgłoszenia.** Pomysły dostają opis, miejsce i koszty. Po trzecim warsztacie mają być gotowe do złożenia.

Warto być na wszystkich trzech, ale nie trzeba. To, co ustalono, jest zapisane tutaj i można do tego wrócić.

## Czym różni się projekt miejski

Służy mieszkańcom więcej niż jednej dzielnicy i jest opłacany z puli ogólnomiejskiej. Ma też inne granice kosztów. Aktualne kwoty są na stronie zasad.

## Nie dasz rady przyjść

Napisz potrzebę w przestrzeni całego miasta. Prowadzący wniosą ją na pierwszy warsztat. Wspólny szkic też można pisać przez internet, o dowolnej porze.`,
      more: 'Potrzeby i pomysły całego miasta | /miasto\nZasady i kwoty | /zasady\nRozmowa przez internet | /o-programie/formula-internetowa',
    },
    ambassadors: {
      title: 'Ambasadorzy lokalnej partycypacji',
      summary:
        'Ambasadorka lub ambasador to osoba z sąsiedztwa, która zaprasza innych do rozmowy. Nie decyduje za nikogo. Dba o to, żeby każdy głos został usłyszany i zapisany.',
      alt: 'Kobieta stoi przed tablicą ogłoszeń, po obu stronach cztery osoby z sąsiedztwa, za nimi domy i drzewa.',
      caption: 'Ambasadorka zaprasza sąsiadów na spotkanie. Rysunek: redakcja programu.',
      body: `Ambasadorem może zostać osoba, która zna swoją okolicę i lubi rozmawiać z ludźmi. Nie musi znać przepisów. Tego uczy szkolenie.

{obraz}

## Co robi

- zaprasza sąsiadów na spotkania i prowadzi rozmowę,
- zbiera potrzeby, także od osób bez internetu, i wpisuje je w ich imieniu,
- pomaga zamienić potrzeby w pomysły,
- łączy autorów z ludźmi z jednostek miejskich.

Ambasador sam wybiera, w czym chce pomagać: w budżecie obywatelskim, w inicjatywie lokalnej czy w konsultacjach społecznych.

## Swój obszar

Każda osoba wskazuje obszar, za który się bierze. To może być osiedle, kilka ulic albo kawałek dzielnicy. Na jednym obszarze może działać kilka osób.

## Co dostaje

- szkolenie z zasad i z prowadzenia rozmowy,
- pomoc w organizacji spotkań,
- certyfikat,
- miejsce na publicznej liście ambasadorów,
- okazję, by podzielić się tym, co się udało, z innymi ambasadorami.

Ta rola jest społeczna, bez wynagrodzenia.

## Jak zostać ambasadorem

Nabór ma swój termin w kalendarzu edycji. Wypełniasz i podpisujesz formularz: kim jesteś, jaki obszar wybierasz i w czym chcesz pomagać. Jeśli nie wiesz, czy to dla Ciebie, przyjdź najpierw na spotkanie innego ambasadora.`,
      more: 'Kalendarz programu | /kalendarz\nŚcieżka dzielnicowa | /o-programie/sciezka-dzielnicowa\nTwoja dzielnica | /dzielnice',
    },
    online: {
      title: 'Rozmowa przez internet',
      summary:
        'Kto nie może przyjść na spotkanie, rozmawia tutaj. Potrzeby, pomysły, wspólny szkic i opinia jednostki idą tą samą drogą co na sali i liczą się tak samo.',
      alt: 'Laptop z rozmową trzech osób, obok telefon z wiadomością, w tle domy i drzewa.',
      caption: 'Ta sama rozmowa: przy stole, na laptopie i w telefonie. Rysunek: redakcja programu.',
      body: `Spotkania mają swoją porę i swoje miejsce. Rozmowa w internecie trwa dłużej i dociera dalej. Dlatego wszystko, co robi się na sali, można też zrobić tutaj.

{obraz}

## Krok po kroku

1. **Potrzeby.** Piszesz jednym zdaniem, czego brakuje, i wskazujesz miejsce na mapie albo słowami. Możesz dodać zdjęcie.
2. **Poparcie i komentarze.** Inni dopisują się do Twojej potrzeby, pytają, podają przykłady.
3. **Pomysły.** Podobne potrzeby łączą się w pomysł. Kiedy piszesz, od razu widzisz podobne pomysły i projekty z dawnych lat.
4. **Wspólny szkic.** Zapraszasz współautorów. Każdy może pisać swoją część. Nikt nie skasuje cudzej pracy.
5. **Pytanie do jednostki.** Wysyłasz szkic do miejskiej jednostki. Odpowiedź jest publiczna i ma termin.
6. **Zgoda i zgłoszenie.** Wszyscy przyjmują tę samą wersję i projekt jest gotowy do złożenia.

## Czego potrzebujesz

Adresu e-mail. Nie ma hasła: za każdym razem przysyłamy kod. Czytać może każdy, bez logowania.

## Jak rozmawiamy

Mówimy o miejscu i sprawie, nie o osobach. Wpisy łamiące zasady ukrywa moderacja i zawsze podaje powód.

## Bez komputera

Zadzwoń, przyjdź do ambasadora albo do urzędu. Twoja potrzeba znajdzie się tutaj obok innych, z dopiskiem, że podano ją na spotkaniu, przez telefon lub na kartce.`,
      more: 'Dodaj potrzebę | /potrzeby/nowa\nCo zbieramy i na jak długo | /prywatnosc\nDeklaracja dostępności | /deklaracja-dostepnosci',
    },
    alone: {
      title: 'Na własną rękę',
      summary:
        'Projekt może zgłosić jedna osoba, jak dotychczas. Ten sam formularz prowadzi krok po kroku, a opinia jednostki i rady sąsiadów są do wzięcia, jeśli ich chcesz.',
      alt: 'Jedna osoba siedzi przy biurku i pisze ołówkiem na kartce. Za oknem widać drzewa i ławkę.',
      caption: 'Jedna osoba, jedna kartka, jeden dobry pomysł. Rysunek: redakcja programu.',
      body: `Wspólne Projekty niczego nie odbierają. Jeśli wolisz działać w pojedynkę, składasz projekt na własną rękę. Na głosowaniu oba rodzaje projektów są równe.

{obraz}

## Co przygotować

1. **Tytuł i krótki opis.** Tak, żeby ktoś z sąsiedztwa zrozumiał po jednym czytaniu.
2. **Miejsce.** Punkt na mapie albo nazwa ulicy, parku, szkoły. Teren powinien należeć do miasta.
3. **Dla kogo i po co.** Kto skorzysta i co się zmieni.
4. **Koszty.** Wypisz części i kwoty. Ostateczną wycenę i tak robi miasto.
5. **Lista poparcia.** Po złożeniu drukujesz listę i zbierasz podpisy. Ile ich trzeba, mówią zasady edycji.

## Z czego możesz skorzystać

- **Opinia wstępna.** Zanim złożysz, spytaj jednostkę miejską, czy to się da zrobić.
- **Dawne projekty.** W archiwum widać, ile kosztowały podobne pomysły i jak im poszło.
- **Sąsiedzi.** W każdej chwili możesz zaprosić współautora. Szkic w pojedynkę staje się wtedy wspólnym.

## Terminy

Zgłoszenia przyjmujemy tylko w wyznaczonych dniach. Szkic możesz pisać wcześniej i spokojnie do niego wracać.`,
      more: 'Zacznij szkic | /projekty/nowy\nArchiwum projektów | /archiwum\nZasady i terminy | /zasady',
    },
  },
}
