{
  let language = 'pl'
  const of = id => document.getElementById(id)
  of('tools').hidden = false
  const show = lines => {
    const items = lines.map(({ holds, text }) => {
      const item = document.createElement('li')
      item.className = holds ? '' : 'not'
      item.textContent = `${holds ? '✓' : '✗'} ${text}`
      return item
    })
    of('said').replaceChildren(...items)
  }
  const check = async () => {
    const [file, certificate] = [of('file').files[0], of('certificate').files[0]]
    if (!file) return
    try {
      const wrong = globalThis.verifyElection(new Uint8Array(await file.arrayBuffer()), certificate && (await certificate.text()))
      show(globalThis.verifierSays(wrong, certificate !== undefined, language))
    } catch (error) {
      show([{ holds: false, text: `${globalThis.verifierWords[language].broken}: ${error.message}.` }])
    }
  }
  for (const id of ['file', 'certificate']) of(id).addEventListener('change', check)
  of('language').addEventListener('click', () => {
    language = language === 'pl' ? 'en' : 'pl'
    document.documentElement.lang = language
    of('language').textContent = language === 'pl' ? 'In English' : 'Po polsku'
    of('title').textContent = language === 'pl' ? 'Wynik sprawdzenia' : 'What was found'
    check()
  })
}
