import { addDays } from '#kit/dates.ts'
import { importPrices } from '#modules/programme/registers/price-list.actions.ts'
import type { SeedPart } from '#seeds/world.ts'

/** Invented, plausible prices: code, category, name, unit, gross price, VAT, upkeep a year, source. */
const prices = `LAWKA-OP;Meble miejskie;Ławka z oparciem i podłokietnikami;szt.;2 800 zł;23;60 zł;umowa ZZM
LAWKA-BEZ;Meble miejskie;Ławka bez oparcia;szt.;1 900 zł;23;45 zł;umowa ZZM
LEZAK;Meble miejskie;Leżak parkowy;szt.;3 400 zł;23;90 zł;umowa ZZM
STOL-PIK;Meble miejskie;Stół piknikowy, dostępny dla wózka;szt.;5 600 zł;23;110 zł;umowa ZZM
STOL-SZACH;Meble miejskie;Stół do szachów z czterema siedziskami;szt.;6 200 zł;23;80 zł;umowa ZZM
STOL-PING;Meble miejskie;Stół do tenisa stołowego, betonowy;szt.;8 900 zł;23;70 zł;umowa ZIS
KOSZ;Meble miejskie;Kosz na śmieci 70 l;szt.;1 450 zł;23;540 zł;umowa ZZM
KOSZ-SEG;Meble miejskie;Zestaw koszy do segregacji;kpl.;4 900 zł;23;1 300 zł;umowa ZZM
STOJAK-ROW;Meble miejskie;Stojak rowerowy U;szt.;620 zł;23;10 zł;umowa ZTP
STACJA-ROW;Meble miejskie;Stacja naprawy rowerów;szt.;5 900 zł;23;350 zł;umowa ZTP
POIDELKO;Meble miejskie;Poidełko z przyłączem wody;szt.;28 000 zł;23;2 400 zł;wycena wodociągów
WIATA;Meble miejskie;Wiata przystankowa;szt.;42 000 zł;23;900 zł;umowa ZTP
TABLICA;Meble miejskie;Tablica informacyjna;szt.;3 200 zł;23;60 zł;umowa ZZM
PERGOLA;Meble miejskie;Pergola z pnączami;szt.;18 500 zł;23;400 zł;umowa ZZM
SLUPEK;Meble miejskie;Słupek blokujący wjazd;szt.;480 zł;23;15 zł;umowa ZDMK
DRZEWO;Zieleń;Drzewo liściaste, obwód 16-18 cm, z palikami;szt.;1 950 zł;8;180 zł;umowa ZZM
DRZEWO-DUZE;Zieleń;Drzewo liściaste, obwód 25-30 cm;szt.;5 200 zł;8;220 zł;umowa ZZM
KRZEW;Zieleń;Krzew liściasty;szt.;48 zł;8;6 zł;umowa ZZM
ZYWOPLOT;Zieleń;Żywopłot;mb;165 zł;8;22 zł;umowa ZZM
BYLINY;Zieleń;Rabata bylinowa;m²;240 zł;8;35 zł;umowa ZZM
LAKA;Zieleń;Łąka kwietna;m²;14 zł;8;2 zł;umowa ZZM
TRAWNIK;Zieleń;Trawnik z siewu;m²;22 zł;8;5 zł;umowa ZZM
OGROD-DESZCZ;Zieleń;Ogród deszczowy;m²;680 zł;8;40 zł;wycena KEGW
ZBIORNIK;Zieleń;Zbiornik na deszczówkę 1 m³;szt.;3 900 zł;23;120 zł;wycena KEGW
DONICA;Zieleń;Donica miejska z nasadzeniem;szt.;2 300 zł;23;380 zł;umowa ZZM
PNACZA;Zieleń;Pnącza przy ścianie lub ekranie;mb;130 zł;8;14 zł;umowa ZZM
BUDKA;Zieleń;Budka lęgowa dla ptaków;szt.;220 zł;23;15 zł;umowa ZZM
DOMEK-OWAD;Zieleń;Domek dla owadów;szt.;1 100 zł;23;20 zł;umowa ZZM
POMIAR-DRZEW;Zieleń;Ocena stanu drzewa;szt.;650 zł;23;0 zł;umowa ZZM
SCIEZKA-MIN;Nawierzchnie;Ścieżka mineralna;m²;290 zł;23;6 zł;umowa ZZM
CHODNIK;Nawierzchnie;Chodnik z płyt betonowych;m²;385 zł;23;5 zł;umowa ZDMK
KOSTKA;Nawierzchnie;Nawierzchnia z kostki;m²;420 zł;23;5 zł;umowa ZDMK
ASFALT;Nawierzchnie;Nawierzchnia asfaltowa;m²;310 zł;23;7 zł;umowa ZDMK
DROGA-ROW;Nawierzchnie;Droga dla rowerów, asfaltowa;m²;460 zł;23;8 zł;umowa ZDMK
PIASEK;Nawierzchnie;Nawierzchnia bezpieczna z piasku;m²;150 zł;23;18 zł;umowa ZZM
GUMA;Nawierzchnie;Nawierzchnia bezpieczna z gumy;m²;620 zł;23;12 zł;umowa ZZM
KRAWEZNIK;Nawierzchnie;Obniżenie krawężnika z płytami dla niewidomych;szt.;4 800 zł;23;20 zł;umowa ZDMK
PRZEJSCIE;Nawierzchnie;Wyniesione przejście dla pieszych;szt.;68 000 zł;23;600 zł;umowa ZDMK
PROG;Nawierzchnie;Próg wyspowy;kpl.;9 500 zł;23;150 zł;umowa ZDMK
ROZBIORKA;Nawierzchnie;Rozebranie nawierzchni i wywóz;m²;95 zł;23;0 zł;umowa ZDMK
PORECZ;Nawierzchnie;Poręcz przy schodach;mb;540 zł;23;8 zł;umowa ZDMK
POCHYLNIA;Nawierzchnie;Pochylnia dla wózków;m²;1 650 zł;23;15 zł;umowa ZDMK
LAMPA-LED;Światło i bezpieczeństwo;Latarnia LED z kablem;szt.;12 500 zł;23;240 zł;umowa ZDMK
LAMPA-SOL;Światło i bezpieczeństwo;Lampa solarna;szt.;9 800 zł;23;160 zł;umowa ZDMK
DOSWIETL;Światło i bezpieczeństwo;Doświetlenie przejścia dla pieszych;kpl.;46 000 zł;23;700 zł;umowa ZDMK
DEFIBR;Światło i bezpieczeństwo;Defibrylator AED w szafce;szt.;9 900 zł;8;650 zł;oferta z 2025 r.
MONITORING;Światło i bezpieczeństwo;Kamera monitoringu z przyłączem;szt.;24 000 zł;23;1 500 zł;umowa miasta
ZNAK;Światło i bezpieczeństwo;Znak drogowy na słupku;szt.;780 zł;23;12 zł;umowa ZDMK
HUSTAWKA;Zabawa i sport;Huśtawka podwójna;szt.;9 400 zł;23;320 zł;umowa ZZM
HUSTAWKA-GN;Zabawa i sport;Huśtawka „bocianie gniazdo”;szt.;14 800 zł;23;360 zł;umowa ZZM
ZJEZDZ;Zabawa i sport;Zestaw zabawowy ze zjeżdżalnią;szt.;46 000 zł;23;900 zł;umowa ZZM
KARUZELA;Zabawa i sport;Karuzela dostępna dla wózka;szt.;32 000 zł;23;480 zł;umowa ZZM
PIASKOWNICA;Zabawa i sport;Piaskownica z pokrywą;szt.;7 600 zł;23;650 zł;umowa ZZM
SILOWNIA;Zabawa i sport;Urządzenie siłowni pod chmurką;szt.;7 900 zł;23;150 zł;umowa ZIS
DRAZKI;Zabawa i sport;Zestaw drążków do kalisteniki;kpl.;31 000 zł;23;250 zł;umowa ZIS
BOISKO;Zabawa i sport;Boisko wielofunkcyjne, nawierzchnia poliuretanowa;m²;540 zł;23;9 zł;umowa ZIS
KOSZYKOWKA;Zabawa i sport;Stojak z koszem do koszykówki;szt.;8 200 zł;23;90 zł;umowa ZIS
PILKOCHWYT;Zabawa i sport;Piłkochwyt 4 m;mb;780 zł;23;14 zł;umowa ZIS
PSI-WYBIEG;Zabawa i sport;Ogrodzenie wybiegu dla psów;mb;420 zł;23;9 zł;umowa ZZM
TRENER;Zajęcia i usługi;Trener, zajęcia dla grupy;godz.;140 zł;0;0 zł;stawki domów kultury
ANIMATOR;Zajęcia i usługi;Animator zabaw;godz.;110 zł;0;0 zł;stawki domów kultury
RATOWNIK;Zajęcia i usługi;Ratownik wodny;godz.;65 zł;0;0 zł;stawki ZIS
INSTRUKTOR;Zajęcia i usługi;Instruktor warsztatów;godz.;160 zł;0;0 zł;stawki domów kultury
TLUMACZ-PJM;Zajęcia i usługi;Tłumacz polskiego języka migowego;godz.;220 zł;23;0 zł;umowa miasta
SALA;Zajęcia i usługi;Wynajem sali na 50 osób;godz.;90 zł;23;0 zł;cennik domów kultury
KINO;Zajęcia i usługi;Pokaz kina plenerowego z licencją;szt.;9 500 zł;23;0 zł;oferta z 2025 r.
KONCERT;Zajęcia i usługi;Kameralny koncert plenerowy z nagłośnieniem;szt.;16 000 zł;23;0 zł;oferta z 2025 r.
DRUK;Zajęcia i usługi;Plakaty i ulotki;kpl.;1 200 zł;23;0 zł;oferta z 2025 r.
KSIAZKI;Zajęcia i usługi;Książki dla biblioteki;szt.;42 zł;5;0 zł;zakupy bibliotek
PROJEKT;Przygotowanie;Projekt techniczny z uzgodnieniami, mały;szt.;18 000 zł;23;0 zł;umowy jednostek
PROJEKT-DUZY;Przygotowanie;Projekt budowlany z pozwoleniem;szt.;60 000 zł;23;0 zł;umowy jednostek
MAPA;Przygotowanie;Mapa do celów projektowych;szt.;3 500 zł;23;0 zł;umowy jednostek
NADZOR;Przygotowanie;Nadzór inwestorski;mies.;4 200 zł;23;0 zł;umowy jednostek`

const head = 'kod;kategoria;nazwa;jednostka;cena;vat;utrzymanie;zrodlo;od'

/** Two prices have changed since last year, so that a dated list shows what it is for. */
export const pricesSeed: SeedPart = async world => {
  const [last, now] = [addDays(world.today, -400), addDays(world.today, -60)]
  const former = `LAWKA-OP;Meble miejskie;Ławka z oparciem i podłokietnikami;szt.;2 450 zł;23;60 zł;umowa ZZM;${last}\nDRZEWO;Zieleń;Drzewo liściaste, obwód 16-18 cm, z palikami;szt.;1 700 zł;8;180 zł;umowa ZZM;${last}`
  const table = [head, former, ...prices.split('\n').map(line => `${line};${now}`)].join('\n')
  const answer = await importPrices(world.ctx('house', 59), table)
  if (!answer.ok) throw new Error(`the invented price list: ${JSON.stringify(answer)}`)
}
