export const archiveTexts = {
  facts: {
    'archive.imported': (p: { title: string; projects: number }) => `dodano do archiwum wyniki: ${p.title}, projektów: ${p.projects}`,
  },
}
