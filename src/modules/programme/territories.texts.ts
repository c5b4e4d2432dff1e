export const territoriesTexts = {
  facts: {
    'territories.founded': (p: { city: string; districts: number }) => `wpisano miasto ${p.city} i jego dzielnice (${p.districts})`,
    'territories.imported': (p: { areas: number; source: string }) => `wgrano granice obszarów: ${p.areas} (plik ${p.source})`,
  },
}
