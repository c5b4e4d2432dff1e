import { pluralPl } from '#kit/texts.ts'

const questions = (count: number) => `${count} ${pluralPl(count, 'pytanie', 'pytania', 'pytań')}`

export const packetsTexts = {
  facts: {
    'packet.made': (p: { unit: string; questions: number }) => `jednostka ${p.unit} zabiera na spotkanie ${questions(p.questions)}`,
    'packet.noted': (p: { unit: string }) => `zapisano, co jednostka ${p.unit} powiedziała na spotkaniu`,
  },
  list: { title: 'Na spotkania', make: 'Zbierz pytania na spotkanie', line: (day: string) => `zebrane ${day}` },
  make: {
    title: (unit: string) => `Pytania na spotkanie: ${unit}`,
    lead: 'Odpowiedzi podane na spotkaniu zapiszesz od razu, a potwierdzisz po nim. Dopiero wtedy zobaczą je wszyscy.',
    meeting: 'Spotkanie',
    meetingHint: 'Nadchodzące i z ostatnich dwóch tygodni.',
    choose: 'Wybierz',
    questions: 'Pytania',
    questionsHint: 'Najpierw tych, którzy pytają o najwięcej.',
    by: (p: { name: string; day: string }) => `pyta ${p.name}, termin ${p.day}`,
    go: 'Zbierz',
    made: 'Pytania zebrane.',
    none: 'Nic nie czeka',
    noneLead: 'Gdy ktoś zapyta jednostkę, pytanie będzie można zabrać na spotkanie.',
    noMeetings: 'Nie ma spotkań',
    noMeetingsLead: 'Zaplanuje je ambasador albo koordynator.',
  },
  page: {
    kicker: 'Pytania do jednostki',
    meeting: 'Spotkanie',
    minutes: 'Protokół spotkania',
    asks: (name: string) => `Pyta: ${name}`,
    verdict: (title: string) => `Co powiedziano: ${title}`,
    words: 'Jednym zdaniem',
    say: 'Zapisz',
    saidWhich: (title: string) => `: ${title}`,
    said: 'Zapisane. Nikt poza jednostką tego nie widzi, dopóki nie potwierdzisz.',
    waits: 'zapisane, czeka na potwierdzenie',
    out: 'odpowiedź jest',
    confirm: (count: number) => `Potwierdź ${pluralPl(count, 'zapisaną odpowiedź', 'zapisane odpowiedzi', 'zapisanych odpowiedzi')} (${count})`,
    confirmHint: 'Potwierdzasz pytania przydzielone Tobie. Jeśli trzeba więcej niż zdania, otwórz pytanie i odpowiedz tam.',
    confirmed: (p: { confirmed: number; left: number }) =>
      `Potwierdzono: ${p.confirmed}.${p.left > 0 ? ` Nie potwierdzono: ${p.left}, bo zajmuje się nimi ktoś inny albo nikt.` : ''}`,
  },
  errors: { required: 'Wypełnij to pole.', wrong: 'Sprawdź to pole.', long: 'Tekst jest za długi. Skróć go.', choose: 'Wybierz.' },
  why: {
    'not-yours': 'To może zrobić tylko właściwa jednostka.',
    'own-matter': 'Nie można odpowiadać we własnej sprawie.',
    answered: 'To pytanie ma już odpowiedź albo trafiło do innej jednostki.',
    'meeting-missing': 'Wybierz spotkanie z listy.',
    'nothing-chosen': 'Zaznacz przynajmniej jedno pytanie.',
    'too-many': 'To za dużo na jedno spotkanie. Zaznacz najwyżej 80 pytań.',
    'changed-meanwhile': 'Jedno z zaznaczonych pytań ma już odpowiedź albo trafiło gdzie indziej. Sprawdź, co jest zaznaczone.',
  },
}
