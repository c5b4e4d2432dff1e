/** What was found, in sentences; used by the page and by the command. */
globalThis.verifierWords = {
  pl: {
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
    if (part === 'certificate' && !hasCertificate) return [{ holds: true, text: `${t[part]}: ${t.without}` }]
    if (differing.length === 0) return [{ holds: true, text: `${t[part]}: ${t.holds[part]}` }]
    return differing.map(({ key, said, found }) => ({
      holds: false,
      text: `${t[part]}: ${t.differs} (${key}); ${t.said}: ${short(said)}; ${t.found}: ${short(found)}.`,
    }))
  })
}
