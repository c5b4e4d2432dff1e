/**
 * Words and turns of Polish that hurt. Compared with text in small letters without Polish marks (see `folded`), so that every way of typing is met.
 * Each is a whole word: a prefix, a stem and its endings, never letters inside another word ("nasłuchujemy", "Langówna"). A word that also means
 * something harmless stands only where it is said to somebody.
 */
const words = (...stems: readonly string[]) => stems.map(stem => new RegExp(`\\b(?:${stem})\\b`))
const noun = '(?:a|i|u|em|ie|owi|e|y|o|ow|om|ami|ach|k[aeiou]|kach|kami)?'
const verbal = '(?:do|na|nad|ob?|od|po|pod|prze|przy|roz|s|u|w|wy|z|za)?'

/** Coarse wherever it stands. */
export const outright: readonly RegExp[] = words(
  `${verbal}kurw[aeioy]\\w*`,
  'kurew(?:[ks]\\w*)?',
  '(?:na|o|po|s|w|za)?chuj(?:[aiu]|a[chlm]\\w*|[ekno]\\w*)?',
  '(?:po|do|na|za|w)?huj(?:u|e|em|a|ow\\w*|ni\\w*)?',
  `${verbal}pierd(?:[aelnuyz]\\w*|o(?!n)\\w*)`,
  `${verbal}jeb(?:[ainl]\\w*|c(?:i[aeo]\\w*|ie)|y|ow\\w*)`,
  '(?:na|po|roz|za|z)jeb(?:em|ow|k\\w*|u)?',
  '(?:roz|w|o|prze|wy|za|na)?pizd\\w*',
  'cip(?:a|y|e|o|ka|ki|ke|ko)',
  '(?:za|po|do)?dup(?:a|y|e|ie|o|ek|ka|ki|ku|kiem|kow|om|ami|sk\\w*)',
  '(?!osram\\b)(?:za|ze|o|ob|wy|na|po|u|roz)?sra(?:c|l\\w*|n\\w*|j\\w*|m|sz|cie)',
  '(?:o|u|za)?gown(?:o\\w*|a|u|em|ie|om|ami|ach|ian\\w*|iar[zs]\\w*)',
  `kutas${noun}|kutasiarz\\w*`,
  'fiut(?:ek|k[aiu]|kiem|[auy]|em|ow|ami)?',
  'dziwk\\w*',
  `cwel${noun}|cwelow\\w*`,
  '(?:s|wy|po|o|roz)pieprz\\w*',
  'pieprz(?:on\\w*|yc|ysz|ycie|yl\\w*)',
)

/** Said of people only to put them down. */
export const insults: readonly RegExp[] = words(
  `debil${noun}|debil(?:n|ow|izm)\\w*`,
  'idiot\\w*|idiocie?',
  'kretyn\\w*',
  'imbecyl\\w*',
  'polglow\\w*',
  'przyglup\\w*',
  'glup(?:ek|ki|ka|kow|kiem|kami|ol\\w*)',
  '(?:duren|durnia|durniu|durniow)',
  `matol${noun}|matolk\\w*`,
  'tepa(?:k|ki|ku|kow)',
  'ciemno(?:ta|ty|grod\\w*)',
  'nieuk(?:i|u|a|ow|iem|om)?',
  'jelop\\w*',
  'cwok\\w*',
  `(?<!\\b(?:w|do|turniej|mecz|zasady|reguly|gr[aey]) )(?:palant${noun}|palancie?)`,
  'frajer\\w*',
  'gnoj(?:ek|ki|ku|kow|kiem)',
  'gnid(?:a|y|e|o|om)',
  'mend(?:a|y|e|o|om)',
  'scierw(?:o|a|u|em|ie|om|ami|ach)',
  'kanali(?:a|e|i|o)',
  'szuj(?:a|e|o|om)',
  'lajz(?:a|y|o)',
  'holot(?:a|y|e|o)',
  'motloch\\w*',
  'wsiur\\w*',
  'wiesniar\\w*',
  'kmiot(?:a|y|ek|ki|ka|ku|kow|kiem|kami|owi|om|em|sk\\w*)?',
  'cham(?:a|ie|y|stw\\w*|sk\\w*|ow|em|om|ami)',
  'buc(?:u|em|ow|owi)?',
  'oszolom\\w*',
  'darmozjad\\w*',
  `nierob${noun}|nierobstw\\w*`,
  `menel${noun}|menel(?:sk|stw)\\w*`,
  'zul(?:e|i|a|ow|em|om|ami)?',
  'cpun\\w*',
  'lewac(?:two|ki\\w*|ka|y)',
  'lewak(?:i|u|a|ow|iem|om)?',
  'prawak(?:i|u|a|ow|iem|om)?',
  'ciapat\\w*',
  'brudas\\w*',
  'czarnuch\\w*',
  'zydk(?:i|u|a|ow)',
  'banderow(?:iec|[ck]\\w*|sk\\w*)',
)

/** Harmless of a thing, an animal or a vegetable; an insult when it is said to somebody. */
const also =
  'baran(?:ie|y|em|ami)?|osl(?:e|y|em|ami)|osiol|swini(?:o|e|a|ami)|balwan(?:ie|y|em|ami)?|pajac(?:u|e|em|ami)?|burak(?:u|i|iem|ami)?|tuman(?:ie|y|em|ami)?|glab(?:ie|y|em|ami)?|cymbal(?:e|y|em|ami)?|zlodziej(?:u|e|em|ami|ka)?|oszust(?:ow|ka|em|ami)?|oszusci(?:e)?|klamc(?:o|a|y|ow|ami)|klamczuch\\w*|len(?:iu|ie|iem|iami)|smiec(?:iu|ie|iem|iami)?|szmat(?:o|a|y|ami)|pedal(?:e|y|em|ami)?|ciot(?:o|a|y|ami)|suk(?:o|a|i|ami)|zer(?:o|em|ami)|wariat(?:ka|ko|em|ami|ow)?|dziad(?:zie|u|em|y|ami)|zulu|gnoj(?:u|e|em|ami)|glupi(?:a|e|m|mi)?|smieszn\\w+|zalosn\\w+|nienormaln\\w+|chor(?:y|a|ych) psychicznie|psychol\\w*'
export const toSomebody: readonly RegExp[] = [
  new RegExp(`\\b(?:ty|wy|jestes|jestescie)[ ,]+(?:[a-z]+[ ,]+){0,2}(?:${also})\\b`),
  new RegExp(`\\b(?:z ciebie|z was)[ ,]+(?:[a-z]+[ ,]+){0,2}(?:${also})\\b`),
  /\b(?:suko|smieciu|szmato|baranie jeden|balwanie)\b/,
  /(?<!\b(?:na|o|po|przy|w) )\bpedale\b/,
  /\b(?:zamknij|zamknijcie|stul|stulcie) (?:sie|morde|ryj|pysk|jape|gebe|dziob)\b/,
  /\b(?:spadaj|spadajcie|wynocha|wypad stad|odwal sie|odwalcie sie|odczep sie|wal sie|walcie sie|gon sie|puknij sie|pukni?jcie sie)\b/,
  /\blecz(?:cie)? sie (?:na|czlowieku|psych\w*|wreszcie)\b/,
  /\bwon(?:t)? stad\b/,
  /\bnienawidze (?:was|cie|ciebie|ich)\b/,
]

export const threats: readonly RegExp[] = [
  /\b(?:zabije|zatluke|zaj[e]bie|udusze|zastrzele|wykoncze|polamie|rozwale|dorwe|dopadne)(?:my)? (?:cie|ci|was|wam|go|ich|jej|mu)\b/,
  /\b(?:zdechnij|zdychaj|zdychajcie|wyzdychaj\w*)\b/,
  /\bwiem,? gdzie (?:pan |pani )?mieszka(?:sz|cie)?\b/,
  /(?<!\bnie )\bpozaluje(?:sz|cie)\b/,
  /\bdostanie(?:sz|cie) (?:w|po) (?:morde|mordzie|ryj|ryju|leb|lbie|pysk|pysku|zeby|zebach)\b/,
  /\b(?:w|po) (?:morde|mordzie|ryj|ryju|pysk|pysku) (?:dostanie\w*|dam|damy)\b/,
  /\b(?:takich|was|ciebie) (?:\w+ )?(?:do gazu|pod sciane|na szubienice)\b/,
]

/** A letter or two hidden behind signs. */
export const masked = /\b(?:k[*#@$.]+r?w[ayeo]|ku[*#@$]+w?[ayeo]|ch[*#@$.]+j\w*|p[*#@$]{3,}\w*|j[*#@$]+b\w*|g[*#@$]wn\w*|d[*#@$]+p\w)/

/** "Kowalski to złodziej": somebody named, called something. Compared with the text as it is, for its capitals. */
export const byName =
  /(?<!\p{L})\p{Lu}\p{Ll}{2,} (?:to|jest) (?:zwykły |zwykła |zwykłym |zwykłą |po prostu )?(?:złodziej|złodziejem|złodziejka|oszust|oszustem|oszustka|kłamca|kłamcą|łapówkarz\p{L}*|bandyta|bandytą|cham|chamem)(?!\p{L})/u
