import type { Facts } from '#kit/facts.ts'
import { formatMoney } from '#kit/money.ts'

const sections: Readonly<Record<string, string>> = {
  title: 'tytuł',
  summary: 'streszczenie',
  description: 'opis',
  place: 'miejsce',
  territory: 'dzielnicę',
  reasons: 'uzasadnienie',
  beneficiaries: 'część o tym, komu projekt posłuży',
}
/** A draft that its authors do not show yet has no name here. */
const named = (title: string) => (title === '' ? '' : ` „${title}”`)
const because = (reason = '') => (reason === '' ? '' : `. Powód: ${reason}`)
/** The phone list knows the title only, so a number may be missing. */
const numbered = (word: string, version?: number) => (version === undefined ? word : `${word} ${version}`)
const as = (publicNo?: string) => (publicNo === undefined ? '' : ` pod numerem ${publicNo}`)

/** Predicates without an actor, and the words of the states. */
export const projectFactTexts = {
  states: { draft: 'szkic', agreeing: 'czeka na zgodę autorów', submitted: 'złożony', withdrawn: 'wycofany', continued: 'prowadzony dalej razem' },
  kinds: {
    invited: 'czeka na odpowiedź',
    accepted: 'współtworzy',
    helping: 'pomaga',
    declined: 'odmowa',
    expired: 'brak odpowiedzi w terminie',
    withdrawn: 'zaproszenie cofnięte',
    left: 'już nie współtworzy',
    removed: 'już nie współtworzy',
  },
  facts: {
    'project.started': (p: Facts['project.started']) => `rozpoczęto szkic projektu${named(p.title)}`,
    'project.changed': (p: Facts['project.changed']) => `zmieniono ${sections[p.section] ?? p.section} projektu${named(p.title)}`,
    'project.priced': (p: Facts['project.priced']) => `zmieniono kosztorys projektu${named(p.title)}, razem ${formatMoney(p.total, 'pl')}`,
    'project.shared': (p: Facts['project.shared']) => `pokazano wszystkim szkic projektu${named(p.title)}`,
    'project.frozen': (p: Facts['project.frozen']) => `przygotowano ${numbered('wersję', p.version)} projektu${named(p.title)} do przyjęcia`,
    'project.reopened': (p: Facts['project.reopened']) =>
      `wrócono do poprawiania ${numbered('wersji', p.version)} projektu${named(p.title)}${because(p.reason)}`,
    'project.submitted': (p: Facts['project.submitted']) => `złożono projekt${named(p.title)}${as(p.publicNo)}`,
    'project.withdrawn': (p: Facts['project.withdrawn']) => `wycofano projekt${named(p.title)}${because(p.reason)}`,
    'version.accepted': (p: Facts['version.accepted']) => `przyjęto ${numbered('wersję', p.version)} projektu${named(p.title)}`,
    'version.named': (p: Facts['version.named']) => `nazwano jedną z wersji projektu${named(p.title)}`,
    'version.signed': (p: Facts['version.signed']) => `wpisano podpis z papieru pod ${numbered('wersją', p.version)} projektu${named(p.title)}`,
    'suggestion.marked': (p: Facts['suggestion.marked']) =>
      ({
        yes: 'uznano propozycję zmiany za spełnioną',
        partly: 'uznano propozycję zmiany za spełnioną częściowo',
        no: 'uznano propozycję zmiany za niespełnioną',
      })[p.met],
    'author.invited': (p: Facts['author.invited']) => `zaproszono do współautorstwa projektu${named(p.title)}`,
    'author.accepted': (p: Facts['author.accepted']) => `przyjęto zaproszenie do projektu${named(p.title)}`,
    'author.declined': (p: Facts['author.declined']) => `odmówiono współautorstwa projektu${named(p.title)}`,
    'author.expired': (p: Facts['author.expired']) => `minął termin zaproszenia do projektu${named(p.title)}`,
    'author.uninvited': (p: Facts['author.uninvited']) => `cofnięto zaproszenie do projektu${named(p.title)}`,
    'author.left': (p: Facts['author.left']) => `zrezygnowano ze współautorstwa projektu${named(p.title)}`,
    'author.removed': (p: Facts['author.removed']) => `zakończono współautorstwo jednej osoby w projekcie${named(p.title)}`,
    'author.leads': (p: Facts['author.leads']) => `przekazano prowadzenie projektu${named(p.title)}`,
  },
}
