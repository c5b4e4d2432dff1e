import { pluralEn, type Same } from '#kit/texts.ts'
import type { priceListTexts } from '#modules/programme/registers/price-list.texts.ts'

const n = (count: number) => `${count} ${pluralEn(count, 'price', 'prices')}`

export const priceListTextsEn: Same<typeof priceListTexts> = {
  facts: { 'prices.imported': p => `the price list was changed: ${n(p.rows)}` },
  title: 'Price list',
  lead: 'The prices that cost estimates use. An approximation: the final pricing is made by a city unit.',
  empty: 'The city has not given any prices yet',
  emptyHelp: 'An estimate can be filled in with your own prices. Say where they come from.',
  caption: category => `Prices: ${category}`,
  columns: { name: 'What', unit: 'Unit', price: 'Gross price', tax: 'of which VAT', upkeep: 'Upkeep a year', source: 'Source', since: 'Since' },
  taxOf: p => `${p.tax} (${p.rate}%)`,
  noUpkeep: 'no cost',
  former: 'Earlier prices',
  formerLine: p => `${p.name}: ${p.price} since ${p.since} (${p.source})`,
  edit: 'Change the price list',
  error: 'How accurate the price list is',
  import: {
    title: 'Price list: bring a table',
    lead: 'Authors of drafts will see these prices in the cost estimate.',
    now: count => `Now in the list: ${n(count)}.`,
    columns: 'Columns (the first row names them)',
    columnsHint:
      'Needed: kod, kategoria, nazwa, jednostka, cena, zrodlo, od. Optional: vat (in percent, 23 by default), utrzymanie (a year, for one unit). A new price is a new row with the same code and a later day.',
    example:
      'kod;kategoria;nazwa;jednostka;cena;vat;utrzymanie;zrodlo;od\nLAWKA-OP;Meble miejskie;Ławka z oparciem;szt.;2 800 zł;23;60 zł;przetarg ZZM 2025;2026-01-01',
    file: 'CSV file',
    fileHint: 'From a spreadsheet: “Save as CSV”. A file or pasted text, not both.',
    text: 'Or paste the table',
    preview: 'Show what would change',
    previewTitle: 'This will change',
    save: 'Save the changes',
    added: count => `New: ${n(count)}`,
    changed: count => `Changed: ${n(count)}`,
    same: count => `Unchanged: ${n(count)}.`,
    nothing: 'The table equals the list. There is nothing to save.',
    faults: 'Correct these rows. Nothing was saved.',
    fault: (line, sentence) => `Row ${line}: ${sentence}`,
    andMore: count => `And ${count} more.`,
    noTable: 'Choose a file or paste the table.',
    tooBig: 'The file is too large. The largest may have 5 MB.',
    done: (added, changed) => `Saved. New: ${added}, changed: ${changed}.`,
    why: {
      'no-column': what => `the column “${what}” is missing.`,
      empty: () => 'the table has no rows.',
      values: what => `the number of fields does not match the columns (${what}).`,
      missing: what => `the field “${what}” is empty.`,
      price: what => `“${what}” is not an amount, for example 2 800 zł.`,
      vat: what => `“${what}” is not a rate of VAT, for example 23.`,
      day: what => `“${what}” is not a day, for example 2026-01-31.`,
      twice: what => `“${what}” stands there twice with the same day.`,
      'too-long': what => `the field is too long (${what} characters).`,
      'not-csv': what => `this cannot be read as CSV (${what}).`,
    },
  },
}
