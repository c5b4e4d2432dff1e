import { expect, test } from 'vitest'
import { hear, nearestNames } from '#modules/programme/territories/street-names.rules.ts'

const names = [
  'Łąkowa',
  'Łąkowa Boczna',
  'Lipowa',
  'al. 12 Kasztanów',
  'Papierowych Łódek',
  'os. Słonecznikowe',
  'Wierzbowa',
  'Jana Zawilca',
  'pl. Trzech Zegarów',
  'Dzwonników',
  'Długa',
].map(title => ({ title, heard: hear(title) }))

test.each([
  ['Łąkowa', 'Łąkowa'],
  ['przy ulicy Łąkowej', 'Łąkowa'],
  ['lakowa', 'Łąkowa'],
  ['na Łonkowej', 'Łąkowa'],
  ['Łakwa', 'Łąkowa'],
  ['Łąkowa Boczna', 'Łąkowa Boczna'],
  ['lipowej', 'Lipowa'],
  ['Aleja 12 Kasztanów', 'al. 12 Kasztanów'],
  ['kasztany', 'al. 12 Kasztanów'],
  ['papierowe łódki', 'Papierowych Łódek'],
  ['Papierowych Lódek', 'Papierowych Łódek'],
  ['osiedle słoneczniki', 'os. Słonecznikowe'],
  ['Wieżbowa', 'Wierzbowa'],
  ['Zawilca', 'Jana Zawilca'],
  ['obok placu trzech zegarów', 'pl. Trzech Zegarów'],
  ['dzwonnik', 'Dzwonników'],
  ['Długiej', 'Długa'],
  ['dzwo', 'Dzwonników'],
])('"%s" is the street %s', (typed, title) => {
  expect(nearestNames(names, typed)[0]?.title).toBe(title)
})
test.each(['Xyzzy', '12', '', 'ulica', 'Lamowa Górna Polna'])('"%s" is no street', typed => {
  expect(nearestNames(names, typed)).toEqual([])
})
