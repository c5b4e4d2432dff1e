/** What was found, in sentences; used by the page and by the command. */
globalThis.verifierWords = {
  pl: {
    title: 'Sprawdź wynik głosowania',
    other: 'In English',
    yet: 'Wybierz plik z głosami, a tu pojawi się wynik.',
    noFile: 'Sam dowód nie wystarczy. Wybierz też plik z głosami.',
    counting: 'Liczę głosy od nowa…',
    whole: 'Wszystko się zgadza.',
    faulty: 'Coś się nie zgadza.',
    advice: 'Sprawdź, czy to plik .pb ogłoszony z wynikiem i czy dowód jest z tego samego liczenia.',
    detail: 'Szczegół techniczny',
    winners: 'Zwycięzcy',
    sums: 'Sumy',
    certificate: 'Dowód',
    holds: {
      winners: 'wynikają z głosów.',
      sums: 'zgadzają się z głosami.',
      certificate: 'każdy krok wynika z głosów, a plik jest tym, o którym mówi dowód.',
    },
    differs: 'nie zgadza się',
    without: 'nie podano; sprawdzono sam plik.',
    said: 'ogłoszono',
    found: 'z głosów wynika',
    broken: 'Tych plików nie da się sprawdzić',
    nothing: 'brak',
  },
  en: {
    title: 'Check the result of a vote',
    other: 'Po polsku',
    yet: 'Choose the file of ballots, and the result will stand here.',
    noFile: 'The certificate alone is not enough. Choose the file of ballots too.',
    counting: 'Counting the ballots again…',
    whole: 'Everything holds.',
    faulty: 'Something does not hold.',
    advice: 'See whether this is the .pb file published with the result, and the certificate is of the same count.',
    detail: 'Technical detail',
    winners: 'Winners',
    sums: 'Sums',
    certificate: 'Certificate',
    holds: {
      winners: 'follow from the ballots.',
      sums: 'agree with the ballots.',
      certificate: 'each step follows from the ballots, and the file is the one it speaks of.',
    },
    differs: 'does not hold',
    without: 'not given; only the file itself was checked.',
    said: 'published',
    found: 'the ballots give',
    broken: 'These files cannot be checked',
    nothing: 'nothing',
  },
}
const partOf = key => (/^(winners|selected)$/.test(key) ? 'winners' : /^(spent|budget|votes .*|score .*)$/.test(key) ? 'sums' : 'certificate')
/** One line for each part, and below it what differs. */
globalThis.verifierSays = (wrong, hasCertificate, language) => {
  const t = globalThis.verifierWords[language]
  const written = value => ([value].flat().some(one => one instanceof Object) ? JSON.stringify(value) : [value].flat().join(', '))
  const short = value => written(value).slice(0, 300) || t.nothing
  return ['winners', 'sums', 'certificate'].flatMap(part => {
    const differing = wrong.filter(({ key }) => partOf(key) === part)
    if (part === 'certificate' && !hasCertificate) return [{ holds: true, skipped: true, text: `${t[part]}: ${t.without}` }]
    if (differing.length === 0) return [{ holds: true, text: `${t[part]}: ${t.holds[part]}` }]
    return differing.map(({ key, said, found }) => ({
      holds: false,
      text: `${t[part]}: ${t.differs} (${key}); ${t.said}: ${short(said)}; ${t.found}: ${short(found)}.`,
    }))
  })
}
