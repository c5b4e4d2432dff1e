import { pluralPl } from '#kit/texts.ts'

export const takeoverTexts = {
  title: 'Przejmij swoje konto',
  lead: 'Masz kod z wydruku z urzędu lub od ambasadora? Wpisz go i podaj swój e-mail.',
  printed: 'Kod z wydruku',
  printedHint: 'Dwanaście znaków. Wielkość liter i kreski nie mają znaczenia.',
  email: 'Twój e-mail',
  emailHint: 'Wyślemy na niego sześć cyfr. Odtąd tym adresem będziesz się logować.',
  send: 'Wyślij kod',
  codeTitle: 'Kod z listu',
  codeLead: (email: string) => `Na adres ${email} wysłaliśmy sześć cyfr. Są ważne 15 minut.`,
  code: 'Kod z listu',
  codeHint: 'Sześć cyfr. Można je wkleić.',
  enter: 'Przejmij konto',
  demo: (code: string) => `Wersja pokazowa nie wysyła listów. Twój kod: ${code}`,
  done: (name: string) => `Dzień dobry, ${name}. To konto jest już Twoje.`,
  again: 'Zacznij od nowa',
  join: {
    title: 'Masz już konto. Połączyć?',
    lead: (name: string) => `Ten e-mail ma konto „${name}”. Możesz dołączyć do niego to, co urząd zapisał dla Ciebie na papierze i przez telefon.`,
    rows: (record: string, rows: number) =>
      `Na konto przejdzie wszystko z kartoteki „${record}”: ${rows} ${pluralPl(rows, 'zapis', 'zapisy', 'zapisów')} (słowa, poparcia, miejsca na spotkaniach, projekty).`,
    once: 'Co jest w obu miejscach, zostanie raz: nikt nie popiera dwa razy tego samego.',
    gone: (record: string) => `Kartoteka „${record}” zniknie. Tego nie da się cofnąć.`,
    send: 'Połącz z moim kontem',
    other: 'Nie, podam inny e-mail',
    done: 'Gotowe: wszystko jest na jednym koncie. Zaloguj się swoim e-mailem.',
  },
  errors: {
    'own-code': 'Ten kod wydrukowano z Twojego konta dla kogoś innego. Nie można dołączyć go do własnego konta.',
    required: 'Wypełnij to pole.',
    wrong: 'Sprawdź to pole.',
    email: 'To nie wygląda na adres e-mail. Sprawdź, czy jest w nim @ i kropka.',
    'too-many': 'Było stąd za dużo prób. Odczekaj godzinę i spróbuj jeszcze raz.',
    'wrong-printed-code': 'Ten kod z wydruku nie pasuje, był już użyty albo minęło 90 dni. W urzędzie wydrukują Ci nowy.',
    'wrong-code': 'Ten kod z listu nie pasuje albo minął jego czas. Przepisz go jeszcze raz.',
  },
}
