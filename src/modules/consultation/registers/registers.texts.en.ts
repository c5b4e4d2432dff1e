import type { Same } from '#kit/texts.ts'
import type { registersTexts } from '#modules/consultation/registers/registers.texts.ts'

const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`)
const plots = (count: number) => (count === 1 ? '1 plot' : `${count} plots`)

const table = {
  columns: 'Columns (the first line names them)',
  file: 'CSV file',
  fileHint: 'From a spreadsheet: "Save as CSV". A file or pasted text, not both.',
  text: 'Or paste the table',
  preview: 'Show what would change',
  previewTitle: 'This will change',
  save: 'Save the changes',
  faults: 'Correct these lines. Nothing was saved.',
  fault: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  andMore: (count: number) => `And ${count} more.`,
  noTable: 'Choose a file or paste a table.',
  tooBig: 'The file is too big. The largest is 5 MB.',
  nothing: 'The table is the same as the saved one. There is nothing to save.',
}
const why = {
  'no-column': (what: string) => `the column "${what}" is missing.`,
  empty: () => 'the table has no lines.',
  values: (what: string) => `the number of fields differs from the number of columns (${what}).`,
  missing: (what: string) => `the field "${what}" is empty.`,
  'too-long': (what: string) => `a field is too long (${what} characters).`,
  twice: (what: string) => `"${what}" stands here a second time.`,
  'not-csv': (what: string) => `this cannot be read as CSV (${what}).`,
}

export const registersTextsEn: Same<typeof registersTexts> = {
  facts: {
    'competences.changed': p => `changed the table of competences (${lines(p.added)} added, ${lines(p.removed)} removed)`,
    'plots.imported': p => `imported land data (${plots(p.rows)}${p.removed > 0 ? `, ${plots(p.removed)} removed` : ''})`,
  },
  competences: {
    title: 'Which unit is in charge',
    lead: 'By this table a unit is proposed when somebody asks for an opinion or when a question went to the wrong place. People may choose otherwise.',
    empty: 'The table is empty',
    emptyHint: 'Add the first line or import a table. Until then whoever asks chooses the unit.',
    topics: 'Topics',
    topicsHint: 'Words separated by commas, in any form, for example: trees, playground. One that fits is enough.',
    place: 'District',
    anywhere: 'anywhere',
    manager: 'Who manages the land',
    managerHint: 'As in the land data. Empty: anybody.',
    anyTopic: 'any topic',
    anybody: 'anybody',
    unit: 'Unit',
    choose: 'Choose',
    caption: 'Table of competences',
    act: 'Change',
    add: 'Add a line',
    remove: 'Remove',
    removeWhich: what => `: ${what}`,
    toImport: 'Import the whole table from a CSV file',
    toPlots: 'Land data',
    added: 'A line was added.',
    removed: 'A line was removed.',
    errors: { required: 'Fill in this field.', wrong: 'Check this field.', long: 'The text is too long. Shorten it.', choose: 'Choose a unit.' },
    openLine: 'Give a topic, a district or a manager. Otherwise every question would go to this unit.',
    import: {
      ...table,
      title: 'Import the table of competences',
      lead: 'The imported table replaces the whole former one.',
      now: count => `In the table now: ${lines(count)}.`,
      columnsHint:
        'Required: jednostka (code of the unit). Further: temat (topics, by commas), miejsce (number or name of a district), zarzadca (manager). An empty field means any. One of the three must be filled.',
      example: 'temat;miejsce;zarzadca;jednostka\ndrzewa, zieleń, park;;;ZZM\nchodnik, jezdnia;;;ZDMK\n;;Zarząd Budynków Komunalnych;ZBK',
      added: count => `New: ${lines(count)}`,
      gone: count => `Will go: ${lines(count)}`,
      same: count => `Unchanged: ${lines(count)}.`,
      done: (added, gone) => `Saved. New: ${added}, removed: ${gone}.`,
      why: {
        ...why,
        'no-such-district': what => `there is no such district: "${what}".`,
        'no-such-unit': what => `there is no unit with the code "${what}".`,
        'open-line': () => 'a topic, a place or a manager must be given.',
      },
    },
  },
  plots: {
    caption: 'Plots',
    plan: title => `Plan: plots of land and “${title}”`,
    ofAuthors: shape => `Marked by the authors. ${shape}`,
    onPlan: numbers => `Plots: ${numbers}`,
    columns: { number: 'Number', precinct: 'Precinct', manager: 'Manager', status: 'Legal status' },
    import: {
      ...table,
      title: 'Import land data',
      lead: 'The expert sees it beside a question whose place lies on the plot or which names its number.',
      now: count => `Saved now: ${plots(count)}.`,
      columnsHint:
        'Required: numer (number), obreb (precinct), zarzadca (manager), stan (status). Further: lon and lat, any point inside the plot, and obrys, its outline in WKT (POLYGON). With an outline what lies on the plot counts, without one what lies within 60 m of the point. No names of people: the manager of a private plot is "prywatna".',
      example: 'numer;obreb;zarzadca;stan;lon;lat\n214/7;14 Podgórze;Zarząd Zieleni Miejskiej;własność gminy;19.9612;50.0371',
      removing: 'Remove plots that are not in this table',
      added: count => `New: ${plots(count)}`,
      changed: count => `Changed: ${plots(count)}`,
      gone: count => `Will go: ${plots(count)}`,
      same: count => `Unchanged: ${plots(count)}.`,
      done: (added, changed, gone) => `Saved. New: ${added}, changed: ${changed}, removed: ${gone}.`,
      why: {
        ...why,
        number: what => `"${what}" is not a number of a plot, for example 214/7.`,
        point: what => `"${what}" are not coordinates.`,
        outline: what => `“${what}” is no outline in WKT and in degrees, for example POLYGON ((19.96 50.03, 19.97 50.03, 19.97 50.04, 19.96 50.03)).`,
      },
    },
  },
}
