import type { Lesson } from '#modules/ambassadors/training/course.rules.ts'

export type LessonWords = {
  readonly title: string
  readonly lead: string
  readonly parts: readonly { readonly title: string; readonly text: readonly string[]; readonly points: readonly string[] }[]
  /** The right answer is marked in the rules; `why` explains it. */
  readonly questions: readonly { readonly ask: string; readonly answers: readonly string[]; readonly why: string }[]
}

/** Four short lessons. What they say holds in every city; numbers of this edition stand on the page of its rules. */
export const courseTexts = {
  title: 'Kurs ambasadora',
  lead: 'Cztery krótkie lekcje, każda na kwadrans. Możesz przerwać w każdej chwili, odpowiedzi zostają.',
  lesson: (n: number) => `Lekcja ${n} z 4`,
  right: (n: number) => (n === 0 ? 'jeszcze bez odpowiedzi' : `dobre odpowiedzi: ${n} z 3`),
  done: 'zaliczona',
  goOn: (title: string) => `Idź dalej: ${title}`,
  finished: 'Kurs jest ukończony',
  finishedHint: 'Szkolenie masz za sobą. Teraz koordynacja wyda upoważnienie i zacznie się Twoja kadencja.',
  questions: 'Sprawdź się',
  questionsLead: 'Wybierz po jednej odpowiedzi. Gdy coś nie wyjdzie, przeczytaj wyjaśnienie i spróbuj jeszcze raz.',
  send: 'Sprawdź odpowiedzi',
  good: 'Dobrze.',
  bad: 'To nie ta odpowiedź.',
  saved: 'Zapisano odpowiedzi.',
  noTerm: 'Kurs jest dla osób przyjętych w naborze na ambasadorów.',
  errors: { required: 'Wybierz odpowiedź.', wrong: 'Wybierz jedną z trzech odpowiedzi.' },
  facts: { 'course.finished': () => 'ktoś z ambasadorów ukończył kurs' },
  lessons: {
    meeting: {
      title: 'Jak prowadzić spotkanie',
      lead: 'Dobre spotkanie kończy się tym, że każdy coś powiedział i każdy wie, co będzie dalej.',
      parts: [
        {
          title: 'Zanim przyjdą',
          text: [
            'Zaproś ludzi na dwa tygodnie wcześniej. Powieś plakat tam, gdzie naprawdę chodzą: przy windzie, w przychodni, w sklepie.',
            'Przyjdź pół godziny wcześniej. Ustaw krzesła w koło, nie w rzędy. Sprawdź, czy da się wjechać wózkiem.',
          ],
          points: [
            'arkusze wkładów i długopisy',
            'lista obecności z klauzulą o danych',
            'mapa okolicy, po której można rysować',
            'woda i coś do zjedzenia',
          ],
        },
        {
          title: 'Pierwsze pięć minut',
          text: [
            'Powiedz, kim jesteś i po co się spotykacie. Powiedz też, czego nie obiecasz: to nie Ty decydujesz, co miasto zbuduje.',
            'Umówcie trzy zasady: mówimy po kolei, mówimy o miejscach, a nie o osobach, kończymy o umówionej godzinie.',
          ],
          points: [],
        },
        {
          title: 'Najpierw potrzeby, potem pomysły',
          text: [
            'Zapytaj: czego Wam brakuje? Dopiero potem: co z tym zrobić? Kto zaczyna od rozwiązania, często nie wie, jaki kłopot rozwiązuje.',
            'Daj wszystkim dwie minuty ciszy na zapisanie jednej myśli. Potem obejdź koło. Cisi ludzie też mają swoją kolej.',
          ],
          points: ['każda myśl na osobnym arkuszu', 'zapisuj słowami osoby, nie swoimi', 'na końcu przeczytaj głośno to, co zapisane'],
        },
        {
          title: 'Gdy robi się gorąco',
          text: [
            'Nie oceniaj, kto ma rację. Zapytaj: o co dokładnie Pani się martwi? Zapisz obie strony obok siebie.',
            'Gdy ktoś obraża innych, przerwij spokojnie i przypomnij zasady. Możesz zarządzić pięć minut przerwy.',
          ],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'Jedna osoba mówi od dziesięciu minut. Co robisz?',
          answers: [
            'Czekam, aż skończy, bo przerywanie jest niegrzeczne.',
            'Dziękuję, zapisuję jej myśl jednym zdaniem i oddaję głos kolejnej osobie.',
            'Proszę, żeby wyszła z sali.',
          ],
          why: 'Kto widzi, że jego myśl jest zapisana, łatwiej oddaje głos. Inni też przyszli, żeby mówić.',
        },
        {
          ask: 'Od czego zaczyna się rozmowa?',
          answers: ['Od tego, czego w okolicy brakuje.', 'Od gotowych projektów do poparcia.', 'Od tego, ile pieniędzy jest w puli.'],
          why: 'Z jednej potrzeby może wyjść kilka pomysłów. Z jednego pomysłu trudno wrócić do potrzeby.',
        },
        {
          ask: 'Sąsiad pyta, czy miasto na pewno zbuduje plac zabaw. Co mówisz?',
          answers: [
            'Na pewno, skoro tylu nas przyszło.',
            'Na pewno nie, miasto nie ma pieniędzy.',
            'Nie wiem. Zapiszę to i pokażę, jak wygląda droga do decyzji.',
          ],
          why: 'Ambasador nie obiecuje. Pokazuje drogę: opinia jednostki, złożenie, weryfikacja, głosowanie.',
        },
      ],
    },
    budget: {
      title: 'Jak działa budżet obywatelski',
      lead: 'Mieszkańcy decydują w głosowaniu, na co miasto wyda część pieniędzy. Poznaj drogę od potrzeby do budowy.',
      parts: [
        {
          title: 'Droga projektu',
          text: ['Każda edycja ma kalendarz. Etapy idą po kolei i każdy ma dzień, w którym się kończy.'],
          points: [
            'rozmowa: potrzeby, pomysły, wspólne szkice',
            'opinia jednostki miejskiej przed złożeniem',
            'złożenie projektu i lista poparcia',
            'weryfikacja: formalna oraz merytoryczno-prawna',
            'protest od odmowy, głosowanie, wyniki',
            'realizacja w kolejnym roku',
          ],
        },
        {
          title: 'Co może być projektem',
          text: [
            'Zadanie musi należeć do gminy, stać na gruncie, którym miasto może dysponować, i zmieścić się w limicie kosztu.',
            'Musi być dostępne dla wszystkich i za darmo. Plac zabaw za ogrodzeniem jednej szkoły, zamknięty po południu, to za mało.',
          ],
          points: [],
        },
        {
          title: 'Po co opinia przed złożeniem',
          text: [
            'Jednostka mówi wcześniej: można, można pod warunkiem, nie można albo to nie nasza sprawa. Autorzy mają czas na poprawki.',
            'Opinia wstępna niczego nie przesądza. O dopuszczeniu projektu decyduje dopiero weryfikacja po złożeniu.',
          ],
          points: [],
        },
        {
          title: 'Gdy to nie jest budżet obywatelski',
          text: [
            'Dziura w chodniku to bieżące utrzymanie: zgłoś ją miastu. Wspólna praca sąsiadów to inicjatywa lokalna. Spór o plan ulicy to konsultacje społeczne.',
            'Pomysł skierowany gdzie indziej nie jest stracony. Zapisz, dokąd poszedł i kiedy będzie odpowiedź.',
          ],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'Kto ostatecznie wybiera projekty do realizacji?',
          answers: ['Ambasadorzy na spotkaniu.', 'Jednostki miejskie w opiniach.', 'Mieszkańcy w głosowaniu.'],
          why: 'Urząd sprawdza, czy projekt da się wykonać zgodnie z prawem. Wybierają mieszkańcy.',
        },
        {
          ask: 'Jednostka napisała w opinii: „można, jeśli”. Co to znaczy?',
          answers: ['Projekt jest już przyjęty.', 'Trzeba spełnić podany warunek; weryfikacja i tak będzie później.', 'Projektu nie wolno złożyć.'],
          why: 'Opinia wstępna pomaga poprawić projekt. Decyzja zapada w weryfikacji po złożeniu.',
        },
        {
          ask: 'Na spotkaniu ktoś zgłasza zgaszoną latarnię. Co robisz?',
          answers: [
            'Zapisuję i mówię, że to bieżące utrzymanie: zgłoszenie idzie do miasta od razu.',
            'Robię z tego projekt do budżetu obywatelskiego.',
            'Mówię, że to nie na temat, i idę dalej.',
          ],
          why: 'Na naprawę nie trzeba czekać do głosowania. Ważne, żeby osoba wiedziała, dokąd jej sprawa poszła.',
        },
      ],
    },
    'plain-language': {
      title: 'Prosty język',
      lead: 'Tekst jest prosty, gdy sąsiad przeczyta go raz i wie, co ma zrobić.',
      parts: [
        {
          title: 'Cztery zasady',
          text: ['Pisz tak, jak mówisz do znajomej osoby. Potem skróć.'],
          points: [
            'jedno zdanie, jedna myśl, najwyżej dwadzieścia słów',
            'najważniejsze na początku',
            'ktoś robi coś: „miasto sadzi drzewa”, nie „nastąpi nasadzenie drzew”',
            'trudne słowo wyjaśnij od razu, jednym zdaniem',
          ],
        },
        {
          title: 'Z urzędowego na nasze',
          text: [
            'Zamiast „w przedmiocie realizacji zadania polegającego na doposażeniu terenu” napisz „chcemy postawić pięć ławek na skwerze”.',
            'Zamiast „uprasza się o niezwłoczne dostarczenie” napisz „przynieś do piątku”.',
          ],
          points: [],
        },
        {
          title: 'Notatka ze spotkania',
          text: [
            'Zapisuj całe zdania i słowa osoby. „Ławka” to za mało. „Od przystanku do przychodni nie ma gdzie usiąść” wystarczy.',
            'Nie zapisuj nazwisk ani chorób. Opisz miejsce, nie człowieka.',
          ],
          points: [],
        },
        {
          title: 'Sprawdź się w minutę',
          text: [
            'Przeczytaj tekst na głos. Gdzie brakuje tchu, tam zdanie jest za długie. Poproś kogoś, żeby powiedział własnymi słowami, co zrozumiał.',
          ],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'Które zdanie jest prostsze?',
          answers: [
            'W sobotę sadzimy krzewy. Przynieś rękawice.',
            'W sobotę nastąpi realizacja nasadzeń z udziałem mieszkańców.',
            'Realizowane będą działania w zakresie zieleni.',
          ],
          why: 'Widać, kto, co i kiedy. Czytający wie też, co ma zrobić.',
        },
        {
          ask: 'Co napiszesz na początku ogłoszenia o spotkaniu?',
          answers: ['Historię programu i podstawę prawną.', 'Podziękowania dla partnerów.', 'O czym rozmawiamy, kiedy i gdzie.'],
          why: 'Większość ludzi czyta tylko pierwszą linię. Niech wystarczy, żeby przyjść.',
        },
        {
          ask: 'Pani mówi: „mąż po udarze nie dojdzie do parku”. Co zapisujesz?',
          answers: [
            'Mąż pani Marii jest po udarze i nie dojdzie do parku.',
            'Od bloków do parku nie ma ławek, a osoby, którym trudno chodzić, nie dojdą bez odpoczynku.',
            'Brak ławek.',
          ],
          why: 'Zdrowie i nazwisko to dane osobowe, których nie potrzebujemy. Miejsce i powód trzeba zapisać całym zdaniem.',
        },
      ],
    },
    accessibility: {
      title: 'Dostępność spotkań',
      lead: 'Spotkanie jest dostępne, gdy każdy może wejść, usłyszeć, zrozumieć i powiedzieć swoje.',
      parts: [
        {
          title: 'Miejsce',
          text: [
            'Obejrzyj salę wcześniej. Zmierz drzwi, policz stopnie, znajdź toaletę. To, co zobaczysz, napisz w ogłoszeniu, także gdy coś jest nie tak.',
          ],
          points: [
            'wejście bez stopni albo podjazd',
            'drzwi szerokie na 90 centymetrów',
            'toaleta, do której wjedzie wózek',
            'przystanek blisko i droga, którą da się przejść po ciemku',
          ],
        },
        {
          title: 'Słuch i wzrok',
          text: [
            'Mów twarzą do ludzi. Używaj mikrofonu, jeśli jest, nawet gdy masz donośny głos: pętla indukcyjna słyszy tylko mikrofon.',
            'Czytaj na głos to, co pokazujesz. Przygotuj kilka arkuszy dużym drukiem.',
          ],
          points: [],
        },
        {
          title: 'Pytaj przy zapisie',
          text: [
            'W zapisie jest pytanie: czego potrzebujesz, żeby wziąć udział? O tłumacza języka migowego poproś urząd najpóźniej dwa tygodnie wcześniej.',
            'Nie pytaj o przyczynę ani o orzeczenie. Wystarczy wiedzieć, czego potrzeba. Po spotkaniu ta informacja znika.',
          ],
          points: [],
        },
        {
          title: 'Kto nie przyjdzie, też ma głos',
          text: ['Zostaw arkusze w bibliotece i podaj numer telefonu. Wkład z kartki i z telefonu waży tyle samo, co wpisany przez internet.'],
          points: [],
        },
      ],
      questions: [
        {
          ask: 'Sala ma trzy stopnie i nie ma podjazdu. Co robisz?',
          answers: [
            'Nic, zwykle nikt na wózku nie przychodzi.',
            'Szukam innej sali, a gdy się nie da, piszę o stopniach w ogłoszeniu i proszę urząd o pomoc.',
            'Piszę w ogłoszeniu, że sala jest dostępna, bo ktoś pomoże wnieść wózek.',
          ],
          why: 'Kto wie wcześniej, może się przygotować. Wnoszenie człowieka po schodach to nie dostępność.',
        },
        {
          ask: 'O co pytasz w zapisach?',
          answers: ['O stopień niepełnosprawności.', 'O choroby.', 'O to, czego ktoś potrzebuje, żeby wziąć udział.'],
          why: 'Zdrowie jest prywatne. Potrzeba, na przykład „miejsce blisko ekranu”, wystarczy, żeby pomóc.',
        },
        {
          ask: 'Starsza osoba nie może przyjść. Jak zabierze głos?',
          answers: [
            'Na arkuszu z biblioteki albo przez telefon; jej wkład waży tyle samo.',
            'Nie zabierze, głos mają obecni.',
            'Tylko przez internet, po założeniu konta.',
          ],
          why: 'Wkład z papieru, telefonu, sali i internetu jest tym samym zapisem. Różni się tylko droga, którą przyszedł.',
        },
      ],
    },
  } satisfies Record<Lesson, LessonWords> as Record<Lesson, LessonWords>,
}
