import type { Keep } from '#kit/facts.ts'
import { pluralPl } from '#kit/texts.ts'
import type { Kind } from '#modules/programme/privacy.rules.ts'

type Period = (kind: Kind) => string
const total = (removed: Readonly<Record<string, number>>) => Object.values(removed).reduce((sum, n) => sum + n, 0)

export const privacyTexts = {
  period: (keep: Keep) =>
    'years' in keep
      ? `${keep.years}\u00a0${pluralPl(keep.years, 'rok', 'lata', 'lat')}`
      : `${keep.days}\u00a0${pluralPl(keep.days, 'dzień', 'dni', 'dni')}`,
  who: 'Prezydent Miasta. Kontakt do inspektora ochrony danych jest na stronie o prywatności.',
  ground: {
    'public-task': 'zadanie publiczne: budżet obywatelski (art. 6 ust. 1 lit. e RODO, art. 5a ustawy o samorządzie gminnym)',
    'legal-duty': 'obowiązek z prawa: przejrzystość i archiwum urzędu (art. 6 ust. 1 lit. c RODO)',
  },
  processing: {
    account: {
      title: 'Konto i logowanie',
      what: 'Adres e-mail, język, sposób powiadamiania, urządzenia, na których trwa sesja.',
      why: 'Żeby rozpoznać Cię przy następnej wizycie i pisać do Ciebie o Twoich sprawach.',
      howLong: (p: Period) =>
        `E-mail: dopóki masz konto. Kod z listu: ${p('sign-in-codes')}. Próba użycia klucza: ${p('passkey-challenges')}. Nieużywana sesja: ${p('sessions')}. Konto, którego nikt nie otworzył: ${p('accounts-never-opened')}.`,
      publicly: 'Nic. E-maila nie pokazujemy nikomu poza obsługą programu.',
    },
    name: {
      title: 'Nazwa publiczna',
      what: 'Nazwa, którą sam lub sama wybierasz. Nie musi być nazwiskiem.',
      why: 'Żeby inni wiedzieli, kto mówi, a my, do kogo pisać.',
      howLong: (_: Period) => 'Dopóki masz konto. Po usunięciu zamiast nazwy zostaje „[usunięto]”.',
      publicly: 'Nazwa publiczna przy tym, co dodasz. E-mail nie.',
    },
    address: {
      title: 'Adres zamieszkania',
      what: 'Ulica, numer i dzielnica oraz oświadczenie, że tam mieszkasz. Podajesz je tylko wtedy, gdy chcesz.',
      why: 'Żeby wiedzieć, w której dzielnicy masz głos jako mieszkaniec lub mieszkanka.',
      howLong: (_: Period) => 'Dopóki masz konto albo nie usuniesz adresu.',
      publicly: 'Nic. Ulicy nie widzi nikt, a numer dzielnicy tylko obsługa programu.',
    },
    assisted: {
      title: 'Udział bez e-maila',
      what: 'Nazwa i, jeśli ta osoba chce, numer telefonu. Wpisuje je pracownik urzędu albo ambasador, za jej zgodą.',
      why: 'Żeby osoba bez e-maila brała udział na równi z innymi.',
      howLong: (p: Period) =>
        `Dopóki ta osoba nie poprosi o usunięcie. Kod do przejęcia konta: ${p('takeover-codes')}. Lista wiadomości do przekazania: ${p('phone-news')}.`,
      publicly: 'Nazwa publiczna przy tym, co doda. Telefon nie.',
    },
    takeover: {
      title: 'Przejęcie konta założonego w urzędzie',
      what: 'Kod z wydruku i adres e-mail.',
      why: 'Żeby oddać Ci konto, które założono dla Ciebie w urzędzie lub na spotkaniu.',
      howLong: (p: Period) => `Kod: ${p('takeover-codes')}. E-mail: dopóki masz konto.`,
      publicly: 'Nic nowego. Twoja nazwa publiczna zostaje.',
    },
    space: {
      title: 'Potrzeby, pomysły, komentarze i poparcie',
      what: 'To, co napiszesz, wskazane miejsce, zdjęcie i data, oraz to, co popierasz.',
      why: 'Żeby razem przygotować projekty do budżetu obywatelskiego.',
      howLong: (p: Period) =>
        `Autorstwo potrzeby i pomysłu: ${p('needs-and-ideas')}. Komentarz: ${p('comments')}. Poparcie: ${p('backings')}. Swoje dane możesz usunąć wcześniej.`,
      publicly: 'Twoja nazwa, tekst, miejsce, zdjęcie i data. Adresu e-mail nikt nie zobaczy.',
    },
    moderation: {
      title: 'Zgłoszenia i moderacja',
      what: 'Kto zgłosił wpis i dlaczego, decyzja z uzasadnieniem, odwołanie, zwolnienie tempa oraz to, kiedy coś dodano.',
      why: 'Żeby rozmowa była bezpieczna, a każda decyzja uczciwa i możliwa do sprawdzenia.',
      howLong: (p: Period) =>
        `Kto zgłosił: ${p('reporters')}. Decyzja i odwołanie: ${p('moderation-cases')}. Zwolnienie tempa: ${p('slow-modes')}. Kiedy coś dodano: ${p('posts-counted')}.`,
      publicly: 'Zasada, rola, data i stan decyzji. Bez nazwisk, bez treści i bez tego, kto zgłosił.',
    },
    drafts: {
      title: 'Wspólne szkice',
      what: 'Kto prowadzi szkic, kto pisał który fragment, treść i historia zmian.',
      why: 'Żeby było wiadomo, kto napisał projekt i z kim rozmawiać o zmianach.',
      howLong: (p: Period) =>
        `Schowany i nieruszany szkic: ${p('abandoned-drafts')}. Kto pisał który fragment: ${p('revision-authors')}. Złożone projekty zostają w archiwum miasta.`,
      publicly: 'Twoja nazwa publiczna, treść szkicu i historia zmian, gdy szkic jest pokazany wszystkim.',
    },
    invitations: {
      title: 'Zaproszenia do współautorstwa',
      what: 'E-mail albo nazwa zaproszonej osoby, kto zaprosił i co odpowiedziała.',
      why: 'Żeby zapytać tę osobę, czy chce współtworzyć projekt.',
      howLong: (p: Period) => `Zaproszenie bez zgody: ${p('refused-invitations')}.`,
      publicly: 'Nic, dopóki osoba nie dołączy. Potem jej nazwa publiczna przy projekcie.',
    },
    submissions: {
      title: 'Złożone projekty',
      what: 'Treść, numer, autorzy i to, że wszyscy przyjęli tę samą wersję, także podpisem na papierze.',
      why: 'Żeby sprawdzić projekt i poddać go pod głosowanie.',
      howLong: (_: Period) => 'Złożone projekty zostają w archiwum miasta.',
      publicly: 'Treść projektu, jego numer, historia i nazwy publiczne autorów.',
    },
    files: {
      title: 'Zdjęcia i załączniki',
      what: 'Plik, opis i podpis. Ze zdjęć usuwamy miejsce, datę i dane aparatu, zanim je zapiszemy.',
      why: 'Żeby pokazać miejsce, o którym mowa.',
      howLong: (p: Period) => `Plik, którego nie opublikowano: ${p('unpublished-files')}. Opublikowany: tak długo jak rzecz, przy której stoi.`,
      publicly: 'Plik z opisem, dopiero gdy opublikowano rzecz, przy której stoi.',
    },
    advice: {
      title: 'Opinie jednostek miejskich',
      what: 'Pytanie autorów, odpowiedź, nazwa jednostki oraz osoba, która odpowiada.',
      why: 'Żeby autorzy dostali odpowiedź, a wszyscy mogli ją sprawdzić.',
      howLong: (p: Period) => `Odpowiedź: tak długo jak projekt lub pomysł, którego dotyczy. Pytanie bez odpowiedzi: ${p('unanswered-questions')}.`,
      publicly: 'Pytanie i odpowiedź. Osoba odpowiada w imieniu jednostki.',
    },
    follows: {
      title: 'Obserwowane',
      what: 'Co obserwujesz i od kiedy: rzeczy, miejsca, tematy, słowa wyszukiwania. Oraz dokąd masz przeczytane wiadomości.',
      why: 'Żeby napisać do Ciebie, gdy coś się tam ruszy.',
      howLong: (p: Period) => `Dopóki nie przestaniesz obserwować, najwyżej ${p('follows')}.`,
      publicly: 'Nic. Nikt poza Tobą nie widzi, co obserwujesz.',
    },
    letters: {
      title: 'Listy, które wysyłamy',
      what: 'Adres, temat, treść i wiadomość, czy list dotarł.',
      why: 'Żeby powiedzieć Ci, co stało się w Twoich sprawach.',
      howLong: (p: Period) => `Treść i adres: ${p('letters')}.`,
      publicly: 'Nic.',
    },
    office: {
      title: 'Praca urzędu',
      what: 'Role pracowników i ambasadorów, kto im je nadał, teksty redakcji oraz ślad, kto oglądał czyjeś dane.',
      why: 'Żeby było wiadomo, kto za co odpowiada i kto sięgał po dane osobowe.',
      howLong: (_: Period) => 'Jak w dzienniku zdarzeń, niżej.',
      publicly: 'Osoba publikująca stronę i podmiot. Kto oglądał dane, widzi tylko audyt.',
    },
    register: {
      title: 'Dziennik zdarzeń',
      what: 'Co się stało, kiedy i z jaką rzeczą. Identyfikator osoby zamiast nazwiska. Bez treści wpisów.',
      why: 'Żeby nikt nie mógł po cichu zmienić historii projektu.',
      howLong: (_: Period) => 'Treść wpisu znika po czasie zależnym od zdarzenia. Zostaje skrót, z którego nie da się odczytać osoby.',
      publicly: 'Zdarzenia programu, bez danych osobowych.',
    },
    device: {
      title: 'Na Twoim urządzeniu',
      what: 'Ciasteczka potrzebne do działania: sesja, język, jednorazowa wiadomość, odłożony formularz. Niedokończony tekst w Twojej przeglądarce.',
      why: 'Żeby nie zgubić tego, co wpisujesz, i pamiętać, że to Ty.',
      howLong: (p: Period) => `Odłożony formularz: ${p('parked-forms')}. Resztę usuwasz w przeglądarce.`,
      publicly: 'Nic. Nie ma śledzenia, reklam ani wtyczek innych firm.',
    },
  },
  page: {
    title: 'Prywatność',
    lead: 'Co zbieramy, po co, na jak długo i co z tego zobaczą inni. Prostymi słowami.',
    short: 'W skrócie',
    points: [
      'Czytać możesz bez konta i bez podawania czegokolwiek.',
      'Do działania wystarczy e-mail i nazwa, którą sam lub sama wybierzesz.',
      'E-maila, telefonu i adresu nikt poza obsługą programu nie zobaczy.',
      'Nie ma tu śledzenia, reklam ani skryptów innych firm.',
      'Wszystko, co o Tobie mamy, możesz pobrać i usunąć na swoim profilu.',
    ].join('\n'),
    controller: 'Kto odpowiada za dane',
    controllerUnknown: 'Urząd jeszcze nie podał tu swoich danych kontaktowych.',
    fields: { name: 'Administrator', address: 'Adres', email: 'E-mail', dpo: 'Inspektor ochrony danych', dpoEmail: 'E-mail inspektora' },
    register: 'Co dokładnie robimy z danymi',
    entries: { what: 'Co', why: 'Po co', howLong: 'Jak długo', publicly: 'Co będzie publiczne', ground: 'Podstawa' },
    access: 'Kto ma dostęp',
    accessText:
      'Pracownicy programu, w zakresie swojej roli. Każde otwarcie strony z danymi osoby zostawia ślad. Danych nie sprzedajemy i nie wysyłamy poza Europejski Obszar Gospodarczy. Firma, która utrzymuje serwer, działa na podstawie umowy z urzędem.',
    automatic: 'Nikt nie jest oceniany automatycznie. Podobne pomysły podpowiada program, decyduje człowiek.',
    rights: 'Twoje prawa',
    rightsList: [
      'Zobaczyć swoje dane i pobrać je w pliku.',
      'Poprawić je.',
      'Usunąć konto. Twoje wpisy zostają bez nazwy, bo należą też do rozmowy.',
      'Ograniczyć przetwarzanie albo się mu sprzeciwić.',
      'Poskarżyć się do Prezesa Urzędu Ochrony Danych Osobowych.',
    ].join('\n'),
    ownData: 'Zobacz i pobierz swoje dane',
    authority: 'Strona Urzędu Ochrony Danych Osobowych',
    authorityUrl: 'https://uodo.gov.pl',
    children: 'Dzieci i młodzież',
    childrenText:
      'Nie ma dolnej granicy wieku. Nie pytamy o wiek. Radzimy, żeby osoby przed szesnastymi urodzinami nie używały nazwiska jako nazwy publicznej.',
    edit: 'Zmień dane administratora',
    retention: 'Zobacz, co i kiedy jest usuwane',
  },
  office: {
    title: 'Administrator danych',
    lead: 'Te dane widać na stronie o prywatności i w każdym formularzu, który pyta o dane osobowe.',
    save: 'Zapisz',
    saved: 'Zapisano. Strona o prywatności już to pokazuje.',
  },
  errors: {
    required: 'To pole jest potrzebne.',
    wrong: 'Sprawdź to pole.',
    'too-long': 'Ten tekst jest za długi.',
    'email-wrong': 'Podaj adres e-mail, na przykład iod@miasto.example.',
  },
  why: { 'not-coordinator': 'Administratora danych wpisuje koordynacja programu.' },
  retention: {
    title: 'Co i kiedy jest usuwane',
    lead: 'Każdej nocy program usuwa to, czego czas minął. Okresy są zapisane w programie i takie same jak na stronie o prywatności.',
    columns: { what: 'Rodzaj danych', keep: 'Okres', last: 'Ostatnio usunięto' },
    facts: 'Treść wpisów w dzienniku zdarzeń',
    factsKeep: (least: string, most: string) => `od ${least} do ${most}`,
    never: 'Usuwanie jeszcze się nie odbyło.',
    last: (when: string) => `Ostatnie usuwanie: ${when}.`,
    failed: (what: string) => `Nie udało się usunąć: ${what}. Program spróbuje znowu w nocy.`,
    run: 'Usuń teraz to, czego czas minął',
    done: (n: number) => (n === 0 ? 'Nic nie czekało na usunięcie.' : `Usunięto: ${n}.`),
    factsTitle: 'Okresy dla wpisów w dzienniku',
    kinds: {
      'sign-in-codes': 'Kody do logowania',
      'passkey-challenges': 'Wyzwania kluczy dostępu',
      'parked-forms': 'Formularze odłożone przy wygasłej sesji',
      sessions: 'Nieużywane sesje',
      'accounts-never-opened': 'Konta, których nikt nie otworzył',
      letters: 'Wysłane listy',
      'takeover-codes': 'Kody do przejęcia konta',
      'phone-news': 'Wiadomości do przekazania przez telefon',
      'unpublished-files': 'Nieopublikowane pliki',
      'refused-invitations': 'Nieprzyjęte zaproszenia do współautorstwa',
      'abandoned-drafts': 'Porzucone szkice',
      'unanswered-questions': 'Pytania do jednostek, na które nikt nie odpowiedział',
      'revision-authors': 'Kto pisał który fragment szkicu',
      comments: 'Komentarze',
      backings: 'Poparcie potrzeb i pomysłów',
      'needs-and-ideas': 'Autorstwo potrzeb i pomysłów',
      follows: 'Obserwowane',
      reporters: 'Kto zgłosił wpis moderacji',
      'moderation-cases': 'Decyzje moderacji: czyj to wpis i co w nim było',
      'slow-modes': 'Zwolnienia tempa rozmowy',
      'posts-counted': 'Kiedy coś dodano, do limitów',
    },
  },
  facts: {
    'controller.named': (p: { name: string }) => `zmieniono dane administratora danych osobowych: ${p.name}`,
    'retention.swept': (p: { removed: Readonly<Record<string, number>> }) => `usunięto dane, których czas minął (${total(p.removed)})`,
  },
}
