{
  const of = id => document.getElementById(id)
  const page = document.documentElement
  // as long as no script runs, both languages stand there
  page.classList.add('one')
  of('tools').hidden = of('language').hidden = false
  const show = (kind, verdict, lines = []) => {
    of('verdict').className = kind
    of('verdict').textContent = verdict
    const items = lines.map(({ holds, skipped, text }) => {
      const item = document.createElement('li')
      item.className = skipped ? 'yet' : holds ? '' : 'not'
      item.textContent = text
      return item
    })
    of('said').replaceChildren(...items)
  }
  let turn = 0
  const check = async () => {
    const mine = ++turn
    const words = globalThis.verifierWords[page.lang]
    const [file, certificate] = [of('file').files[0], of('certificate').files[0]]
    if (!file) return show('', certificate ? words.noFile : words.yet)
    show('', words.counting)
    // long counts hold the page up: let it say so first
    await new Promise(done => setTimeout(done, 30))
    try {
      const [ballots, proof] = [new Uint8Array(await file.arrayBuffer()), certificate && (await certificate.text())]
      // other files may have been chosen meanwhile
      if (mine !== turn) return
      const wrong = globalThis.verifyElection(ballots, proof)
      const holds = wrong.length === 0
      show(holds ? 'good' : 'not', holds ? words.whole : words.faulty, globalThis.verifierSays(wrong, certificate !== undefined, page.lang))
    } catch (error) {
      const detail = `${words.detail}: ${error.message}.`
      show(
        'not',
        `${words.broken}.`,
        [words.advice, detail].map(text => ({ holds: false, text })),
      )
    }
  }
  for (const id of ['file', 'certificate']) of(id).addEventListener('change', check)
  of('language').addEventListener('click', () => {
    page.lang = page.lang === 'pl' ? 'en' : 'pl'
    const words = globalThis.verifierWords[page.lang]
    of('language').textContent = words.other
    document.title = words.title
    check()
  })
  // a browser that comes back to this page still has the files
  check()
}
