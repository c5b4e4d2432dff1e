import type { Facts } from '#kit/facts.ts'

const roleNames = {
  resident: 'mieszkaniec lub mieszkanka',
  ambassador: 'ambasador lokalnej partycypacji',
  moderator: 'moderacja rozmów',
  coordinator: 'koordynacja programu',
  clerk: 'obsługa urzędu',
  'unit-head': 'kierownictwo jednostki',
  'unit-expert': 'ekspert jednostki',
  editor: 'redakcja stron',
  auditor: 'audyt',
} as const

export const peopleTexts = {
  roles: roleNames,
  alarm: (persons: number) => `W godzinę obejrzano dane ${persons} osób. Zapytaj, po co`,
  facts: {
    'person.invited': () => 'zaproszono osobę do programu',
    'person.joined': () => 'założono konto',
    'person.entered': () => 'wpisano osobę bez e-maila',
    'profile.changed': () => 'zmieniono profil',
    'person.viewed': () => 'obejrzano dane osoby',
    'viewing.alarmed': (p: Facts['viewing.alarmed']) => `w godzinę obejrzano dane ${p.persons} osób`,
    'person.told': () => 'przekazano wiadomość telefonicznie',
    'person.taken-over': () => 'przejęto swoje konto kodem z wydruku',
    'person.united': () => 'połączono kartotekę z urzędu z kontem',
    'person.erased': () => 'usunięto konto i dane osoby',
    'takeover-code.made': () => 'wydano kod do przejęcia konta',
    'address.declared': () => 'zadeklarowano adres w mieście',
    'address.removed': () => 'usunięto zadeklarowany adres',
    'email.changed': () => 'zmieniono adres e-mail',
    'email.failed': () => 'list nie dotarł na podany adres e-mail',
    'role.granted': (p: Facts['role.granted']) => `nadano rolę: ${roleNames[p.role]}`,
    'role.ended': (p: Facts['role.ended']) => `odebrano rolę: ${roleNames[p.role]}`,
    'passkey.added': () => 'dodano klucz dostępu',
    'passkey.removed': () => 'usunięto klucz dostępu',
    'own-data.exported': () => 'pobrano kopię swoich danych',
  },
}
