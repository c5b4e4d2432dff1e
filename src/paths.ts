/** Every address of the product: the site map. Nouns in Polish, also for acts; a POST creates the noun. */
export const paths = {
  home: '/',
  health: '/zdrowie',
  asset: '/zasoby/:file',
  live: '/na-zywo',
  language: '/jezyk',
  tile: '/mapa/:z/:x/:y',
  robots: '/robots.txt',
  parked: '/odlozone/:id',

  // the way in
  districts: '/dzielnice',
  districtsMap: '/dzielnice.geojson',
  findDistrict: '/dzielnice/znajdz',
  district: '/dzielnice/:number',
  city: '/miasto',
  search: '/szukaj',
  calendar: '/kalendarz',
  calendarIcs: '/kalendarz.ics',
  myMatters: '/moje-sprawy',
  register: '/dziennik',

  // people
  signIn: '/logowanie',
  signInCode: '/logowanie/kod',
  signOut: '/wylogowanie',
  signOutEverywhere: '/wylogowanie/wszedzie',
  takeover: '/logowanie/przejecie',
  passkeyOptions: '/logowanie/klucz/wyzwanie',
  passkeySignIn: '/logowanie/klucz',
  profile: '/profil',
  profileAddress: '/profil/adres',
  profileEmail: '/profil/e-mail',
  profileEmailCode: '/profil/e-mail/kod',
  profilePasskeys: '/profil/klucze',
  profilePasskeyOptions: '/profil/klucze/wyzwanie',
  profilePasskeyRemoval: '/profil/klucze/:id/usuniecie',
  profileAddressRemoval: '/profil/adres/usuniecie',
  profileSessionEnd: '/profil/sesje/:id/koniec',
  profileData: '/profil/moje-dane',
  profileDataExport: '/profil/moje-dane.json',
  profileErasure: '/profil/usuniecie',
  people: '/urzad/osoby',
  personNew: '/urzad/osoby/nowa',
  person: '/urzad/osoby/:id',
  personContact: '/urzad/osoby/:id/dane',
  personAddress: '/urzad/osoby/:id/adres',
  personErasure: '/urzad/osoby/:id/usuniecie',
  personGrants: '/urzad/osoby/:id/role',
  personGrantEnd: '/urzad/osoby/:id/role/:grant/odebranie',
  personTakeoverCode: '/urzad/osoby/:id/kod',
  phoneListNumbers: '/urzad/osoby/lista-telefoniczna/numery',
  phoneListDone: '/urzad/osoby/lista-telefoniczna/:id/przekazanie',
  phoneList: '/urzad/osoby/lista-telefoniczna',

  // the office
  office: '/urzad',
  editions: '/urzad/edycje',
  editionNew: '/urzad/edycje/nowa',
  edition: '/urzad/edycje/:id',
  editionPhases: '/urzad/edycje/:id/etapy',
  editionPools: '/urzad/edycje/:id/pule',
  editionRules: '/urzad/edycje/:id/zasady',
  editionParts: '/urzad/edycje/:id/czesci',
  editionLint: '/urzad/edycje/:id/zgodnosc',
  editionPublication: '/urzad/edycje/:id/publikacja',
  editionStart: '/urzad/edycje/:id/rozpoczecie',
  editionClosing: '/urzad/edycje/:id/zamkniecie',
  editionArchiving: '/urzad/edycje/:id/archiwizacja',
  units: '/urzad/jednostki',
  unit: '/urzad/jednostki/:id',
  territories: '/urzad/obszary',
  cityPlansImport: '/urzad/plany-miasta',
  priceListImport: '/urzad/cennik',
  citySettings: '/urzad/miasto',
  officePages: '/urzad/strony',
  officePageNew: '/urzad/strony/nowa',
  officePage: '/urzad/strony/:id',
  officePagePreview: '/urzad/strony/:id/podglad',
  officePagePublication: '/urzad/strony/:id/publikacja',
  officePagePublicationEnd: '/urzad/strony/:id/publikacja/odwolanie',
  officePageRemoval: '/urzad/strony/:id/zdjecie-ze-strony',
  officePagePictures: '/urzad/strony/:id/obrazy',
  officePageRestoration: '/urzad/strony/:id/wersje/:version/przywrocenie',
  officePrivacy: '/urzad/prywatnosc',
  officeAccessibility: '/urzad/deklaracja-dostepnosci',
  ledgerCheck: '/urzad/dziennik',
  retention: '/urzad/retencja',

  // programme
  rules: '/zasady',
  priceList: '/cennik',
  pages: '/o-programie',
  page: '/o-programie/:slug',
  pageHistory: '/o-programie/:slug/historia',
  pageVersion: '/o-programie/:slug/historia/:version',
  accessibility: '/deklaracja-dostepnosci',
  privacy: '/prywatnosc',
  archive: '/archiwum',
  archiveEdition: '/archiwum/:edition',
  archivePool: '/archiwum/:edition/:pool',
  archiveProject: '/archiwum/:edition/:pool/:project',
  cityPlans: '/dzielnice/:number/plany-miasta',

  // files
  file: '/pliki/:id',

  // moderation
  talkRules: '/zasady-rozmowy',
  moderationLog: '/moderacja',
  reportNew: '/moderacja/zgloszenie',
  hidingNew: '/moderacja/ukrycie',
  slowModeNew: '/moderacja/zwolnienie',
  slowModeEnd: '/moderacja/zwolnienie/:id/koniec',
  moderationCase: '/moderacja/:id',
  moderationAppeal: '/moderacja/:id/odwolanie',
  moderationQueue: '/urzad/moderacja',
  moderationKeeping: '/urzad/moderacja/pozostawienie',
  moderationReview: '/urzad/moderacja/:id',
  moderationDecision: '/urzad/moderacja/:id/decyzja',
  moderationJudgement: '/urzad/moderacja/:id/rozstrzygniecie',

  // following
  follows: '/obserwowane',
  followEnding: '/obserwowane/rezygnacja',
  followEnd: '/obserwowane/:id/koniec',
  inbox: '/wiadomosci',
  inboxRead: '/wiadomosci/przeczytane',
  feed: '/kanal.atom',

  // ambassadors
  ambassadors: '/ambasadorzy',
  ambassador: '/ambasadorzy/:id',
  workspace: '/ambasador',
  // ambassadors: the call and its applications
  ambassadorCall: '/ambasadorzy/nabor',
  officeCalls: '/urzad/nabory',
  officeCallNew: '/urzad/nabory/nowy',
  officeCall: '/urzad/nabory/:id',
  ownTrainings: '/ambasador/szkolenia',
  trainingPlace: '/ambasador/szkolenia/:id/miejsce',
  trainingLeaving: '/ambasador/szkolenia/:id/miejsce/zwolnienie',
  course: '/ambasador/kurs',
  courseLesson: '/ambasador/kurs/:lesson',
  officeTerms: '/urzad/kadencje',
  officeTermsSteps: '/urzad/kadencje/zaznaczone',
  officeTerm: '/urzad/kadencje/:id',
  officeTermStep: '/urzad/kadencje/:id/krok',
  officeTermAuthorisation: '/urzad/kadencje/:id/upowaznienie',
  officeTermResidents: '/urzad/kadencje/:id/mieszkancy',
  authorisationPrint: '/ambasador/kadencje/:id/upowaznienie',
  resignation: '/ambasador/kadencje/:id/rezygnacja',
  officeTrainings: '/urzad/szkolenia',
  officeTraining: '/urzad/szkolenia/:id',
  officeTrainingCancelling: '/urzad/szkolenia/:id/odwolanie',
  officeTrainingAttendance: '/urzad/szkolenia/:id/obecnosc',
  officeTrainingMaterials: '/urzad/szkolenia/:id/materialy',
  officeTrainingMaterialRemoval: '/urzad/szkolenia/:id/materialy/:material/usuniecie',

  // meetings and workshops
  meetings: '/spotkania',
  meetingsIcs: '/spotkania.ics',
  meetingNew: '/spotkania/nowe',
  meeting: '/spotkania/:id',
  meetingEdit: '/spotkania/:id/zmiana',
  meetingAnnouncement: '/spotkania/:id/ogloszenie',
  meetingCancellation: '/spotkania/:id/odwolanie',
  meetingHolding: '/spotkania/:id/odbycie',
  sheetClaim: '/spotkania/kod',
  sheetQueue: '/urzad/kartki',
  meetingVoices: '/spotkania/:id/glosy',
  meetingKeyIn: '/spotkania/:id/glosy/wpis',
  meetingScreen: '/spotkania/:id/ekran',
  meetingSheets: '/spotkania/:id/kartki',
  meetingSheetPhotos: '/spotkania/:id/zdjecia-kartek',
  meetingSheetPhotoEnd: '/spotkania/:id/zdjecia-kartek/:photo/przepisanie',
  voiceLine: '/spotkania/:id/glosy/:voice/zapis',
  meetingFates: '/spotkania/:id/co-dalej',
  meetingFatesPrint: '/spotkania/:id/co-dalej.pdf',
  minutes: '/spotkania/:id/protokol',
  minutesLines: '/spotkania/:id/protokol/zapisy',
  minutesLine: '/spotkania/:id/protokol/zapisy/:line',
  minutesNoting: '/spotkania/:id/protokol/notujacy',
  minutesStep: '/spotkania/:id/protokol/etap',
  minutesCorrections: '/spotkania/:id/protokol/poprawki',
  minutesCorrectionAnswer: '/spotkania/:id/protokol/poprawki/:correction/odpowiedz',
  minutesTasks: '/spotkania/:id/protokol/zadania',
  minutesTaskEnd: '/spotkania/:id/protokol/zadania/:task/wykonanie',
  minutesCheck: '/spotkania/:id/protokol/sprawdzenie',
  meetingIcs: '/spotkania/:id/spotkanie.ics',
  meetingReturn: '/spotkania/:id/powrot-na-sale',
  onlineSwitches: '/urzad/formula-online',
  onlineSwitch: '/urzad/formula-online/:id',
  meetingRegistrations: '/spotkania/:id/zapisy',
  meetingRegistrationEnd: '/spotkania/:id/zapisy/wycofanie',
  meetingRegistrationConsent: '/spotkania/:id/zapisy/potwierdzenie',

  // talks: the online discussion
  talks: '/rozmowy',
  talk: '/rozmowy/:id',
  talkComments: '/rozmowy/:id/glosy',
  comment: '/glosy/:id',
  commentEdit: '/glosy/:id/poprawka',
  questionPassing: '/glosy/:id/przekazanie',
  questionAnswer: '/glosy/:id/odpowiedz',

  // needs and ideas; `where` is a district number or "miasto"
  needs: '/potrzeby',
  needNew: '/potrzeby/nowa',
  need: '/potrzeby/:id',
  needBacking: '/potrzeby/:id/poparcie',
  needBackingEnd: '/potrzeby/:id/poparcie/wycofanie',
  needComments: '/potrzeby/:id/komentarze',
  needClosing: '/potrzeby/:id/zamkniecie',
  ideas: '/pomysly',
  ideaNew: '/pomysly/nowy',
  ideaSimilar: '/pomysly/podobne',
  idea: '/pomysly/:id',
  ideaNeeds: '/pomysly/:id/potrzeby',
  ideaBacking: '/pomysly/:id/poparcie',
  ideaBackingEnd: '/pomysly/:id/poparcie/wycofanie',
  ideaComments: '/pomysly/:id/komentarze',
  ideaDropping: '/pomysly/:id/rezygnacja',

  // projects: one object from joint draft to the finished playground
  projects: '/projekty',
  projectNew: '/projekty/nowy',
  project: '/projekty/:id',
  projectSection: '/projekty/:id/czesci/:section',
  projectCosts: '/projekty/:id/koszty',
  projectAuthors: '/projekty/:id/autorzy',
  projectInvitations: '/projekty/:id/zaproszenia',
  projectInvitationAnswer: '/projekty/:id/zaproszenia/:invitation/odpowiedz',
  projectInvitationEnd: '/projekty/:id/zaproszenia/:invitation/wycofanie',
  projectLeaving: '/projekty/:id/autorzy/odejscie',
  projectLead: '/projekty/:id/autorzy/prowadzenie',
  projectVisibility: '/projekty/:id/widocznosc',
  projectVersions: '/projekty/:id/wersje',
  projectVersion: '/projekty/:id/wersje/:version',
  projectVersionPrint: '/projekty/:id/wersje/:version/wydruk',
  projectFreeze: '/projekty/:id/uzgodnienie',
  projectReopening: '/projekty/:id/poprawianie',
  projectAcceptance: '/projekty/:id/wersje/:version/przyjecie',
  projectSignature: '/projekty/:id/wersje/:version/podpis',
  projectSubmission: '/projekty/:id/zlozenie',
  projectWithdrawal: '/projekty/:id/wycofanie',

  // advice of city units before submission; `subject` is an idea or a project
  adviceNew: '/opinie/nowa',
  adviceQueue: '/opinie',
  advice: '/opinie/:id',
  adviceAssignment: '/opinie/:id/przydzial',
  adviceAnswer: '/opinie/:id/odpowiedz',
  adviceReturn: '/opinie/:id/przekazanie',

  // the demo world only
  demoPerson: '/demo/osoba',
  demoClock: '/demo/zegar',
  demoTour: '/demo/oprowadzanie',
  demoLetters: '/demo/poczta',
  demoLetter: '/demo/poczta/:id',
} as const

export type Path = (typeof paths)[keyof typeof paths]
type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never
type Params<P extends string> = { readonly [K in ParamsOf<P>]: string | number }
type Query = Readonly<Record<string, string | number | undefined>>

/** `url(paths.need, { id })`: an address whose parts are checked by the compiler; a query of undefined values vanishes. */
export function url<P extends Path>(path: P, ...[params, query]: [ParamsOf<P>] extends [never] ? [undefined?, Query?] : [Params<P>, Query?]): string {
  const filled = params === undefined ? path : fill(path, params as Record<string, string | number>)
  if (query === undefined) return filled
  const asked = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined && entry[1] !== '')
  return asked.length === 0
    ? filled
    : `${filled}?${asked.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`).join('&')}`
}

// addresses are written some sixty times a page, so a path is taken apart once
const taken = new Map<string, readonly string[]>()
function fill(path: string, params: Readonly<Record<string, string | number>>): string {
  const parts = taken.get(path) ?? path.split(/:(\w+)/)
  taken.set(path, parts)
  return parts.map((part, at) => (at % 2 === 0 ? part : encodeURIComponent(String(params[part])))).join('')
}
