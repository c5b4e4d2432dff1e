export const projectLetterTexts = {
  foot: 'Ten list wysłał program Wspólne Projekty, bo dotyczy projektu, przy którym jest Twoja nazwa. Ustawienia listów zmienisz w profilu.',
  untitled: 'Szkic bez tytułu',
  invited: {
    subject: (p: { title: string }) => `Zaproszenie do wspólnego projektu: ${p.title}`,
    first: (p: { day: string }) => `Odpowiedz do: ${p.day}. Po tym dniu zaproszenie wygaśnie.`,
    second: (p: { name: string; title: string }) =>
      `${p.name} zaprasza Cię do współautorstwa projektu „${p.title}”. Współautorzy razem piszą szkic i na końcu przyjmują tę samą wersję.`,
    helper: (p: { name: string; title: string }) =>
      `${p.name} prosi Cię o pomoc przy projekcie „${p.title}”. Osoba pomagająca pisze i podpowiada, ale nie przyjmuje wersji i nie ma jej wśród autorów.`,
    act: 'Przeczytaj szkic i odpowiedz',
    foot: 'Ten list wysłał program Wspólne Projekty na prośbę osoby, która prowadzi projekt. Jeśli go nie chcesz, nic nie rób: zaproszenie samo wygaśnie.',
  },
  answered: {
    subject: (p: { title: string }) => `Nowa osoba współtworzy projekt: ${p.title}`,
    declined: (p: { title: string }) => `Odmowa współautorstwa: ${p.title}`,
    helping: (p: { title: string }) => `Nowa osoba pomaga przy projekcie: ${p.title}`,
    first: (p: { name: string }) => `${p.name} dołącza do autorów.`,
    helps: (p: { name: string }) => `${p.name} będzie pomagać przy szkicu.`,
    firstDeclined: 'Zaproszona osoba nie chce współtworzyć projektu. Możesz zaprosić kogoś innego.',
    act: 'Zobacz autorów',
  },
  waits: {
    subject: (p: { title: string; version: number }) => `Wersja ${p.version} czeka na Twoją zgodę: ${p.title}`,
    first: (p: { version: number }) => `Przeczytaj wersję ${p.version} i przyjmij ją albo napisz, co trzeba zmienić.`,
    second: 'Projekt można złożyć dopiero wtedy, gdy wszyscy autorzy przyjmą tę samą wersję.',
    act: 'Zobacz wersję',
  },
  agreed: {
    subject: (p: { title: string }) => `Wszyscy przyjęli tę samą wersję: ${p.title}`,
    first: (p: { version: number }) => `Wersję ${p.version} przyjęli wszyscy autorzy. Możesz złożyć projekt, gdy składanie jest otwarte.`,
    act: 'Przejdź do projektu',
  },
  reopened: {
    subject: (p: { title: string }) => `Szkic wrócił do poprawiania: ${p.title}`,
    first: (p: { version: number }) => `Zgody na wersję ${p.version} nie są już ważne. Po poprawkach przyjmiesz nową.`,
    reason: (p: { name: string; reason: string }) => `${p.name} pisze: ${p.reason}`,
    act: 'Zobacz szkic',
  },
  submitted: {
    subject: (p: { title: string; publicNo: string }) => `Złożono projekt ${p.publicNo}: ${p.title}`,
    first: (p: { publicNo: string; day: string }) => `To jest potwierdzenie złożenia. Numer projektu: ${p.publicNo}. Złożono: ${p.day}.`,
    hash: (p: { version: number; hash: string }) => `Odcisk wersji ${p.version} (SHA-256): ${p.hash}`,
    second: 'Teraz urząd sprawdzi projekt. O każdym kroku napiszemy.',
    receipt: { title: 'Potwierdzenie złożenia (PDF)', note: 'Numer, chwila złożenia i odcisk wersji, do wydruku.' },
    check: { title: 'Sprawdź potwierdzenie', note: 'Każdy może porównać numer i odcisk z tym, co ma urząd.' },
    act: 'Zobacz projekt',
  },
  settled: {
    subject: (p: { title: string }) => `Autorzy odpowiadają na Twoją propozycję zmiany: ${p.title}`,
    first: {
      accepted: 'Twoja propozycja jest przyjęta. Przy projekcie stanie Twoja nazwa.',
      partly: 'Twoja propozycja jest przyjęta w części. Przy projekcie stanie Twoja nazwa.',
      not: 'Autorzy nie przyjęli Twojej propozycji.',
    },
    why: (why: string) => `Dlaczego: ${why}`,
    yours: (text: string) => `Twoja propozycja: ${text}`,
    act: 'Zobacz odpowiedź',
    foot: 'Ten list wysłał program Wspólne Projekty, bo bierzesz udział w rozmowie o projekcie. Ustawienia listów zmienisz w profilu.',
  },
}
