import { assert } from '#kit/refusal.ts'
import { loadMeeting } from '#modules/meetings/meetings.store.ts'
import { addLine, freezeMinutes, openCorrections, tidyMinutes } from '#modules/meetings/minutes/minutes.actions.ts'
import { done, keyOf } from '#seeds/records.seed.ts'
import type { SeedPart, World } from '#seeds/world.ts'

type Said = {
  readonly of: string
  readonly days: number
  readonly notes: readonly string[]
  readonly agreed: readonly string[]
  /** How far the host has come with them; what is not said otherwise is closed. */
  readonly still?: 'draft' | 'corrections'
}

const said: readonly Said[] = [
  {
    of: 'gathering.zwierzyniec',
    days: 15,
    notes: [
      'Autobus na Salwator jeździ rzadko po dwudziestej. Dwie osoby wracają wtedy pieszo przez las.',
      'Na ścieżce przy wałach rowery i wózki mijają się na metrze szerokości.',
      'Trzy osoby mówią: najpierw policzmy, ilu ludzi tędy chodzi, potem prośmy o poszerzenie.',
    ],
    agreed: ['W dwa czwartki liczymy przechodniów przy wałach, po godzinie rano i wieczorem.'],
  },
  {
    of: 'gathering.czyzyny',
    days: 12,
    notes: [
      'Przed szkołą rano stoi sznur samochodów. Dzieci wychodzą na jezdnię między nimi.',
      'Pas startowy jest lubiany taki, jaki jest. Prośba: ławki tylko na końcach, środek pusty.',
      'Właściciele psów i rodzice chcą tego samego: ogrodzonego wybiegu z dala od placu zabaw.',
    ],
    agreed: ['Piszemy dwie osobne potrzeby: wybieg i droga do szkoły.', 'Pytamy szkołę, od której strony wchodzi najwięcej dzieci.'],
  },
  {
    of: 'gathering.zablocie',
    days: 9,
    notes: [
      'Najczęściej padało słowo „cień”: na przystanku, przy placu zabaw, w drodze do sklepu.',
      'Ławek jest dosyć, ale bez oparć. Starsze osoby z nich nie wstają.',
      'Do szkoły idzie się wzdłuż torów, chodnik kończy się pod wiaduktem.',
      'Jedna osoba przeciw nowym drzewom przy parkingu: boi się o miejsca.',
    ],
    agreed: ['Każdy, kto chce, robi zdjęcie miejsca bez cienia i dołącza je do potrzeby.', 'Następnym razem spotykamy się przy torach, nie w sali.'],
  },
  {
    of: 'gathering.miasto-zielen',
    days: 8,
    notes: [
      'Przedstawicielka jednostki wyjaśnia, które drzewa sadzi miasto samo, a które może posadzić budżet obywatelski.',
      'Deszczówka: na sali zgoda, że beczki przy szkołach są tańsze niż podlewanie z wodociągu.',
      'Pytanie z sali: kto dba o zieleń po roku gwarancji? Odpowiedź: zarządca terenu, więc trzeba go zapytać przed złożeniem.',
    ],
    agreed: [
      'Do ścieżki miejskiej bierzemy tylko to, co dotyczy co najmniej trzech dzielnic.',
      'Pytania o podlewanie zbieramy w jedną paczkę dla jednostki.',
    ],
  },
  {
    of: 'meeting.city-workshop-1',
    days: 8,
    notes: [
      'Przy czterech stolikach rozmawialiśmy o upale, nocnych powrotach, czystości i języku.',
      'Najwięcej głosów dostał upał, także od osób, które przyszły w innej sprawie.',
    ],
    agreed: ['Potrzeby o wieczorze i o porządku łączymy, bo mówią o tych samych miejscach.'],
  },
  {
    of: 'gathering.stare-miasto',
    days: 6,
    notes: [
      'Hałas najbardziej męczy między dwudziestą drugą a pierwszą, w podwórkach słychać go mocniej niż od ulicy.',
      'Podwórka są zamknięte, klucze mają dozorcy. Zieleń widać tylko z okien.',
      'Pomysł z sali: jedno podwórko otwarte w niedzielę, na próbę.',
    ],
    agreed: ['Pytamy dwie wspólnoty, czy zgodzą się na niedzielną próbę.'],
  },
  {
    of: 'meeting.city-workshop-2',
    days: 5,
    notes: [
      'Stolik pierwszy rysował przystanki bez drzew, stolik drugi liczył wolne sale w bibliotekach.',
      'Obie grupy pytały o to samo: kto zapłaci za prąd i wodę po oddaniu.',
    ],
    agreed: ['Karty obu stolików czytamy na głos na początku trzeciego warsztatu.'],
    still: 'corrections',
  },
  {
    of: 'gathering.debniki',
    days: 4,
    notes: [
      'Rodziny z dziećmi: brakuje toalety między mostem a przystanią, najbliższa jest dwadzieścia minut drogi dalej.',
      'Zejścia do wody są strome. Osoba na wózku ogląda rzekę tylko z góry.',
      'Kilka osób prosi, żeby bulwar wieczorem nie był jasny jak boisko.',
    ],
    agreed: ['Mierzymy nachylenie trzech zejść i piszemy, które da się wyrównać.', 'O toaletę pytamy najpierw, kto zarządza brzegiem.'],
    still: 'corrections',
  },
  {
    of: 'meeting.joint-13',
    days: 4,
    notes: [
      'Jednostka pokazała na mapie, gdzie pod trawą idą rury i gdzie sadzić nie można.',
      'Mieszkańcy dodali dwa miejsca, których na mapie nie było.',
    ],
    agreed: ['Ustną odpowiedź o drzewach jednostka potwierdzi na piśmie.'],
    still: 'corrections',
  },
  {
    of: 'gathering.nowa-huta',
    days: 3,
    notes: [
      'Trawnik przy bloku zamienia się w parking od piątku wieczorem. Słupki wyrwano dwa razy.',
      'Ogrodniczka z zieleni miejskiej: ziemia jest tu ubita, najpierw trzeba ją spulchnić, potem sadzić.',
      'Dwie osoby mówią w imieniu kierowców: bez miejsc dla mieszkańców samochody wrócą.',
    ],
    agreed: ['Projekt ma mieć i krzewy, i wyznaczone miejsca. Samych zakazów nie chcemy.'],
    still: 'corrections',
  },
  {
    of: 'meeting.city-workshop-3',
    days: 2,
    notes: ['Zaczęliśmy wspólny szkic o kurtynach wodnych i ławkach w cieniu. Na sali czytaliśmy kartę z drugiego warsztatu, zdanie po zdaniu.'],
    agreed: ['Szkic jest otwarty: kto nie był, może dołączyć na stronie projektu.'],
    still: 'draft',
  },
]

/** Short minutes of what took place and has none yet. */
export const minutesSeed: SeedPart = async world => {
  for (const one of said) await writeDown(world, one)
}

async function writeDown(world: World, { of, days, notes, agreed, still }: Said): Promise<void> {
  const id = world.ids.get(of)
  assert(id, `${of} is not in the world yet`)
  const { startsAt } = await loadMeeting(world.ctx('house'), id)
  const lines = [...notes.map(text => ({ text, kind: 'note' as const })), ...agreed.map(text => ({ text, kind: 'agreed' as const }))]
  for (const [n, line] of lines.entries()) {
    const ctx = { ...world.ctx('kornelia'), now: new Date(startsAt.getTime() + (20 + 15 * n) * 60_000) }
    done(await addLine(ctx, id, { ...line, key: keyOf(`said_${of}_${n}`) }), line.text)
  }
  done(await tidyMinutes(world.ctx('kornelia', days - 1, '09:10'), id), `tidied: ${of}`)
  if (still === 'draft') return
  done(await openCorrections(world.ctx('kornelia', days - 1, '09:40'), id, still ? 7 : 2), `opened: ${of}`)
  if (!still) done(await freezeMinutes(world.ctx('kornelia', days - 4, '11:00'), id), `frozen: ${of}`)
}
