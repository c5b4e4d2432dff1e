import { pluralPl } from '#kit/texts.ts'

const named = (title: string) => (title === '' ? '' : ` „${title}”`)
const days = (n: number) => `${n} ${pluralPl(n, 'dzień', 'dni', 'dni')}`

/** Who leads a draft: an offer that is accepted, or an election where the lead has gone silent. */
export const leadingTexts = {
  offerStates: { offered: 'czeka', accepted: 'przyjęta', declined: 'odmowa', withdrawn: 'cofnięta', expired: 'bez odpowiedzi w terminie' },
  electionStates: { open: 'trwa', decided: 'rozstrzygnięty', stopped: 'przerwany', lapsed: 'bez rozstrzygnięcia' },
  title: 'Kto prowadzi',
  offer: {
    waits: (p: { name: string; day: string }) => `Prowadzenie zaproponowano: ${p.name}. Odpowiedź do: ${p.day}.`,
    yours: (day: string) => `Osoba prowadząca proponuje, żebyś poprowadził lub poprowadziła projekt. Odpowiedz do: ${day}.`,
    accept: 'Poprowadzę',
    decline: 'Nie chcę prowadzić',
    takeBack: 'Cofnij propozycję',
    saidYes: 'Zgodziła się prowadzić',
    saidNo: 'Nie chce prowadzić',
  },
  election: {
    lead: (n: number) =>
      `Gdy osoba prowadząca nic nie robi przez ${days(n)}, współautorzy mogą wybrać spośród siebie inną. Dowie się o tym i przez 7 dni może się sprzeciwić.`,
    from: (day: string) => `Teraz nie ma powodu do wyboru. Będzie to możliwe od: ${day}, jeśli do tego dnia osoba prowadząca nic nie zrobi.`,
    open: 'Zacznij wybór prowadzącej osoby',
    running: (day: string) => `Trwa wybór osoby prowadzącej. Głosy i sprzeciw do: ${day}.`,
    rule: 'Wygrywa osoba, na którą odda głos więcej niż połowa współautorów. Bez takiej większości nic się nie zmienia.',
    voted: (p: { cast: number; all: number }) => `Głosy oddane: ${p.cast} z ${p.all}.`,
    candidate: 'Na kogo głosujesz',
    vote: 'Oddaj głos',
    again: 'Zmień głos',
    absent: 'Współautorzy wybierają inną osobę, bo od dawna nic tu nie robisz. Jeśli dalej prowadzisz projekt, powiedz to teraz.',
    object: 'Jestem, dalej prowadzę',
  },
  why: {
    'not-lead': 'To może zrobić tylko osoba, która prowadzi projekt.',
    'not-author': 'To mogą zrobić tylko autorzy projektu.',
    'offered-already': 'Prowadzenie zaproponowano już komuś innemu. Najpierw cofnij tę propozycję.',
    submitted: 'Projekt jest już złożony i nie można go zmieniać.',
    withdrawn: 'Tego szkicu już się nie pisze: jest wycofany albo prowadzony dalej w innym.',
    'not-yours': 'To nie jest Twoja sprawa.',
    'wrong-state': 'Ktoś był szybszy: ta sprawa jest już załatwiona.',
    'too-late': 'Termin minął.',
    'lead-changed': 'Projekt prowadzi już ktoś inny.',
    'not-staff': 'To robi urząd albo ambasador tego miejsca.',
    'own-matter': 'Nie można działać we własnej sprawie. Poproś kogoś innego z urzędu.',
    'has-email': 'Ta osoba ma e-mail i odpowiada sama.',
    'sign-in': 'Zaloguj się, żeby to zrobić.',
    'lead-yourself': 'To Ty prowadzisz projekt.',
    'lead-present': 'Osoba prowadząca niedawno coś tu zrobiła.',
    'open-already': 'Wybór już trwa.',
    'no-candidate': 'Wybierz kogoś spośród współautorów.',
  },
  errors: { choose: 'Wybierz osobę z listy.', wrong: 'Sprawdź to pole.' },
  done: {
    offered: 'Propozycja wysłana. Prowadzisz, dopóki ta osoba się nie zgodzi.',
    accepted: 'Prowadzenie przekazane.',
    declined: 'Odpowiedź zapisana. Prowadzi ta sama osoba co dotąd.',
    takenBack: 'Propozycja cofnięta.',
    opened: 'Wybór rozpoczęty. Osoba prowadząca i współautorzy dostali wiadomość.',
    voted: 'Głos zapisany. Możesz go zmienić do końca wyboru.',
    objected: 'Wybór przerwany. Dalej prowadzisz projekt.',
  },
  matters: {
    offer: 'Propozycja poprowadzenia projektu',
    election: 'Wybór osoby prowadzącej: oddaj głos',
    absent: 'Współautorzy wybierają inną osobę prowadzącą',
  },
  letters: {
    act: 'Zobacz, kto prowadzi',
    offered: {
      subject: (p: { title: string }) => `Czy poprowadzisz projekt: ${p.title}`,
      lead: (p: { name: string }) => `${p.name} proponuje Ci prowadzenie projektu.`,
      until: (day: string) => `Odpowiedz do: ${day}. Bez Twojej zgody nic się nie zmieni.`,
    },
    answered: {
      subject: (p: { title: string }) => `Odpowiedź w sprawie prowadzenia: ${p.title}`,
      accept: (p: { name: string }) => `${p.name} prowadzi teraz projekt. Dalej współtworzysz go razem z innymi.`,
      decline: (p: { name: string }) => `${p.name} nie poprowadzi projektu. Możesz zaproponować to komuś innemu.`,
    },
    election: {
      subject: (p: { title: string }) => `Wybór osoby prowadzącej: ${p.title}`,
      absent: {
        lead: 'Współautorzy wybierają inną osobę prowadzącą, bo od dawna nic nie robisz w tym projekcie.',
        line: (day: string) => `Jeśli dalej prowadzisz projekt, powiedz to do: ${day}. Wystarczy jedno kliknięcie albo jakakolwiek zmiana w szkicu.`,
      },
      elector: {
        lead: 'Osoba prowadząca od dawna nic nie robi, więc współautorzy wybierają inną.',
        line: (day: string) => `Oddaj głos do: ${day}.`,
      },
    },
    ended: {
      subject: (p: { title: string }) => `Koniec wyboru osoby prowadzącej: ${p.title}`,
      decide: (p: { name: string }) => `Projekt prowadzi teraz: ${p.name}. Poprzednia osoba prowadząca dalej go współtworzy.`,
      object: (_: { name: string }) => 'Osoba prowadząca jest i prowadzi dalej.',
      lapse: (_: { name: string }) => 'Nikt nie dostał głosów ponad połowy współautorów. Nic się nie zmienia.',
    },
  },
  facts: {
    'lead.offered': (p: { title: string }) => `zaproponowano przekazanie prowadzenia projektu${named(p.title)}`,
    'lead.declined': (p: { title: string }) => `nie przyjęto prowadzenia projektu${named(p.title)}`,
    'lead.unoffered': (p: { title: string }) => `cofnięto propozycję prowadzenia projektu${named(p.title)}`,
    'lead.unanswered': (p: { title: string }) => `minął termin propozycji prowadzenia projektu${named(p.title)}`,
    'election.opened': (p: { title: string }) => `współautorzy zaczęli wybór osoby prowadzącej projekt${named(p.title)}`,
    'election.voted': (p: { title: string }) => `oddano głos w wyborze osoby prowadzącej projekt${named(p.title)}`,
    'election.stopped': (p: { title: string }) => `przerwano wybór: prowadzi dalej ta sama osoba, projekt${named(p.title)}`,
    'election.lapsed': (p: { title: string }) => `wybór osoby prowadzącej skończył się bez większości, projekt${named(p.title)}`,
    'election.decided': (p: { title: string }) => `współautorzy wybrali osobę prowadzącą projekt${named(p.title)}`,
  },
}
