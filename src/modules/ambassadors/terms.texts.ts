type TermNews = 'term.activated' | 'term.suspended' | 'term.resumed' | 'term.recalled' | 'term.resigned' | 'term.finished'
type NewsWords = Readonly<Record<TermNews, { readonly subject: (a: { area: string }) => string; readonly lead: string }>>

export const termsTexts = {
  termStates: {
    accepted: 'przyjęta, przed szkoleniem',
    active: 'trwa',
    suspended: 'zawieszona',
    recalled: 'odwołana',
    resigned: 'rezygnacja',
    finished: 'zakończona',
  },
  forms: {
    'citizens-budget': 'budżet obywatelski',
    'local-initiative': 'inicjatywa lokalna',
    consultation: 'konsultacje społeczne',
  },
  facts: {
    'term.started': () => 'przyjęto nową osobę na ambasadora lub ambasadorkę; przed nią szkolenie',
    'term.authorised': (p: { number: string }) => `wydano ambasadorowi upoważnienie ${p.number} do danych ze spotkań`,
    'term.activated': () => 'zaczęła się kadencja ambasadora',
    'term.suspended': () => 'zawieszono kadencję ambasadora',
    'term.resumed': () => 'wznowiono kadencję ambasadora',
    'term.recalled': () => 'odwołano ambasadora',
    'term.resigned': () => 'ambasador zrezygnował z kadencji',
    'term.finished': () => 'skończyła się kadencja ambasadora',
  },
  letters: {
    'term.activated': {
      subject: ({ area }) => `Zaczynasz kadencję ambasadora: ${area}`,
      lead: 'Od dziś możesz prowadzić spotkania w swoim okręgu. Wszystko, czego potrzebujesz, jest na jednej stronie.',
    },
    'term.suspended': {
      subject: ({ area }) => `Kadencja ambasadora jest zawieszona: ${area}`,
      lead: 'Do odwołania nie prowadź spotkań w imieniu programu i nie zbieraj danych mieszkańców.',
    },
    'term.resumed': {
      subject: ({ area }) => `Kadencja ambasadora trwa dalej: ${area}`,
      lead: 'Zawieszenie się skończyło. Możesz znów prowadzić spotkania.',
    },
    'term.recalled': {
      subject: ({ area }) => `Odwołanie z roli ambasadora: ${area}`,
      lead: 'Od teraz nie działasz jako ambasador. Papiery ze spotkań oddaj do urzędu w ciągu 7 dni.',
    },
    'term.resigned': {
      subject: ({ area }) => `Rezygnacja z roli ambasadora: ${area}`,
      lead: 'Rezygnacja jest przyjęta od razu. Papiery ze spotkań trzeba oddać do urzędu w ciągu 7 dni.',
    },
    'term.finished': {
      subject: ({ area }) => `Kadencja ambasadora skończyła się: ${area}`,
      lead: 'Dziękujemy za rozmowy z sąsiadami. Certyfikat i sprawozdanie są na Twojej stronie.',
    },
  } satisfies NewsWords as NewsWords,
  letterReason: (reason: string) => `Powód: ${reason}`,
  letterAct: 'Otwórz stronę ambasadora',
  letterFoot: 'Ten list dotyczy roli Ambasadora Lokalnej Partycypacji.',
}
