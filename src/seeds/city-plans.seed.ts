import { importPlans } from '#modules/programme/registers/city-plans.actions.ts'
import type { SeedPart } from '#seeds/world.ts'

/** Invented plans of the city, as a coordinator would paste them from a spreadsheet. */
const table = `id;dzielnica;tytul;opis;stan;koszt;termin;miejsce;jednostka
ZZM-101;XIII;Nowe drzewa wzdłuż Łąkowej;Szesnaście klonów polnych po słonecznej stronie ulicy.;w planie;45 000 zł;jesienne nasadzenia;ulica Łąkowa;ZZM
ZDMK-310;XIII;Naprawa chodnika przy szkole;Wymiana płyt i obniżenie krawężników przy trzech przejściach.;trwa;180 000 zł;do końca kwietnia;Płaszów, przy szkole;ZDMK
ZDMK-311;XIII;Strefa 30 na Starym Podgórzu;Znaki i progi na dwunastu ulicach.;gotowe;96 500 zł;od stycznia;Stare Podgórze;ZDMK
ZZM-102;XVI;Cień na Plantach Bieńczyckich;Pergole i pnącza przy dwóch alejkach.;w planie;120 000 zł;w przyszłym roku;Planty Bieńczyckie;ZZM
ZDMK-312;XVI;Oświetlenie przejść dla pieszych;Lampy przy ośmiu przejściach.;trwa;;do lata;;ZDMK
ZZM-103;XVIII;Odnowa alejek nad zalewem;Nowa nawierzchnia i ławki z oparciami.;trwa;310 000 zł;do końca czerwca;Zalew Nowohucki;ZZM
ZDMK-313;XVIII;Przebudowa przystanku przy placu;Wyższy peron i wiata.;w planie;240 000 zł;jesień;;ZDMK
ZZM-104;I;Donice zamiast słupków;Zieleń przy wejściach do bram.;w planie;60 000 zł;wiosna;Kazimierz;ZZM
ZDMK-314;II;Droga rowerowa wzdłuż alei;Odcinek do ronda.;trwa;1 250 000 zł;do końca roku;;ZDMK
ZZM-105;IV;Park kieszonkowy na Azorach;Ławki, byliny i źródełko z wodą do picia.;gotowe;150 000 zł;otwarty;Azory;ZZM
ZZM-106;V;Łąka kwietna przy Młynówce;Koszenie dwa razy w roku.;gotowe;18 000 zł;;Młynówka Królewska;ZZM
ZDMK-315;VIII;Chodnik do szkoły na Ruczaju;Brakujące 240 metrów.;w planie;210 000 zł;w przyszłym roku;Ruczaj;ZDMK
ZZM-107;XI;Nowe drzewa na Kurdwanowie;Czterdzieści drzew na podwórkach.;trwa;96 000 zł;wiosna;Kurdwanów;ZZM
ZZM-108;XIV;Zieleń przy pętli;Krzewy i trawy zamiast betonu.;w planie;75 000 zł;jesień;;ZZM
ZDMK-316;miasto;Ławki co 250 metrów na głównych trasach pieszych;Sto dwadzieścia ławek w pierwszym roku.;trwa;600 000 zł;do końca roku;;ZDMK
ZZM-109;miasto;Woda do picia w parkach;Dwadzieścia poidełek.;w planie;400 000 zł;w przyszłym roku;;ZZM
`

export const cityPlansSeed: SeedPart = async world => {
  const answer = await importPlans(world.ctx('house', 60), table, false)
  if (!answer.ok) throw new Error(`the invented plans of the city: ${JSON.stringify(answer)}`)
}
