import { expect, test } from 'vitest'
import { emptyForm } from '#kit/form.ts'
import { Checkboxes, Field, Form, Hidden, Radios, Select, TextArea } from '#ui/forms.tsx'
import { labelsIn } from '#web/labels.ts'
import { ParkedFields } from '#web/parked-form.tsx'

const options = [
  { value: 'd1', label: 'I Stare Miasto' },
  { value: 'd2', label: 'II „Grzegórzki” & okolice' },
]
const page = String(
  <main>
    <Form action="/inny">
      <Field name="title" label="Szukaj" form={emptyForm} />
    </Form>
    <Form action="/pomysly">
      <Hidden name="key" value="key_1" />
      <Field name="title" label="Tytuł" form={emptyForm} required />
      <TextArea name="text" label="Opis" form={emptyForm} />
      <Select name="where" label="Gdzie?" form={emptyForm} options={options} empty="Wybierz" />
      <Radios name="kind" label="Rodzaj" form={emptyForm} options={options} />
      <Checkboxes name="needs" label="Potrzeby" form={emptyForm} options={options} />
      <input name="price-1" aria-label="Cena, wiersz 1" />
    </Form>
  </main>,
)
const labels = labelsIn(page, '/pomysly')

test('each field of the form has the label that its page gives it, choices their words; what is hidden has none', () => {
  const told = Object.fromEntries([...labels].map(([name, { label, choices }]) => [name, [label, ...choices.values()]]))
  const [first, second] = options.map(({ label }) => label)
  expect(told).toEqual({
    title: ['Tytuł'],
    text: ['Opis'],
    where: ['Gdzie?', 'Wybierz', first, second],
    kind: ['Rodzaj', first, second],
    'needs[]': ['Potrzeby', first, second],
    'price-1': ['Cena, wiersz 1'],
  })
})

const long = 'Latem na placu nie ma gdzie usiąść w cieniu.'
const fields = [
  ['key', 'key_1'],
  ['title', 'Cień'],
  ['text', long],
  ['where', 'd2'],
  ['needs[]', 'd1'],
  ['photo', { file: 'plac.jpg' }],
] as const
const drawn = (known: typeof labels) =>
  String(
    <ParkedFields
      parked={{ action: '/pomysly', page: '/pomysly/nowy', fields }}
      labels={known}
      words={{ send: 'Wyślij', text: 'Treść', file: 'Plik', again: 'Wybierz jeszcze raz.' }}
    />,
  )

test('what waits to be sent is shown under these labels, and all of it is sent again', () => {
  const html = drawn(labels)
  for (const words of ['Tytuł', 'Opis', 'Gdzie?', 'II „Grzegórzki” &amp; okolice', 'Potrzeby', 'I Stare Miasto', 'plac.jpg', 'multipart/form-data'])
    expect(html).toContain(words)
  expect([...html.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name)).toEqual(fields.map(([name]) => name))
  expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(/where|needs|title|text|key|photo/)
})

test('where the page is there no longer, only long texts are shown, and no technical name', () => {
  const html = drawn(new Map())
  expect(html).toContain('Treść')
  expect([...html.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name)).toEqual(fields.map(([name]) => name))
  expect([...html.matchAll(/<label for="[^"]*">([^<]*)/g)].map(([, label]) => label?.trim())).toEqual(['Treść', 'Plik: plac.jpg'])
})
