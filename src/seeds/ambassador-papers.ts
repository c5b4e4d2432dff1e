export const statute = `## § 1. Kim jest ambasador

Ambasador Lokalnej Partycypacji zaprasza sąsiadów do rozmowy o ich okolicy. Działa na obszarze, który sam wskazał: na osiedlu, kilku ulicach albo w części dzielnicy.

## § 2. Kto może się zgłosić

- Osoba, która mieszka w Krakowie i skończyła 18 lat.
- Zgłoszenie jest podpisane. Można je złożyć w internecie, wysłać albo przynieść.
- Obszary ambasadorów mogą na siebie zachodzić.

## § 3. Zasady

- Ambasador działa społecznie i nie zarabia na tym, co doradza.
- Zaprasza wszystkich, także tych, którzy nie korzystają z internetu.
- Dane osobowe ze spotkań zbiera tylko z upoważnieniem miasta.

## § 4. Decyzja

Koordynator programu odpowiada każdej osobie i podaje powód. Gdy miejsc jest mniej niż chętnych, powstaje lista rezerwowa.

## § 5. Odwołanie

Miasto może odwołać ambasadora, który rażąco łamie te zasady. Podaje wtedy powód.
`

export const statuteEnglish = `## § 1. Who an ambassador is

An Ambassador of Local Participation invites neighbours to talk about their surroundings, in an area of their own choice: an estate, a few streets or a part of a district.

## § 2. Who may apply

- Somebody who lives in Kraków and is at least 18 years old.
- The application is signed. It can be submitted online, posted or brought.
- The areas of ambassadors may overlap.

## § 3. Rules

- An ambassador works without pay and earns nothing on what they advise.
- Everybody is invited, also those who do not use the internet.
- Personal data at meetings is collected only under an authorisation of the city.

## § 4. Decision

The coordinator answers everybody and gives a reason. When there are fewer places than people, there is a waiting list.

## § 5. Recall

The city may recall an ambassador who grossly breaks these rules, and gives the reason.
`

/** A sheet of paper as a scanner would send it: one page of PDF. */
export function signedScan(): File {
  const text = 'BT /F1 18 Tf 72 760 Td (Zgloszenie na ambasadora, podpisane) Tj ET'
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const body = parts.map((part, i) => `${i + 1} 0 obj\n${part}\nendobj\n`).join('')
  return new File([`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n`], 'zgloszenie.pdf', { type: 'application/pdf' })
}
