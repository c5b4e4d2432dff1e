import { type RawBuilder, sql } from 'kysely'

/** How a row of each kind comes to be, at a moment, and how to see whether it is still there. */
export type Sample = {
  readonly plant: (id: string, at: Date) => readonly RawBuilder<unknown>[]
  readonly there: (id: string) => RawBuilder<{ n: number }>
}
export const row = (table: string, column: string) => (id: string) =>
  sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${sql.ref(column)} = ${id}`

const aTalk = () => [
  sql`insert into editions (id, key, no, year, title, state, parts, rules, created_at) values ('talking', 'talking', 99, 2099, 'e', 'draft', '{}', '{}', now()) on conflict do nothing`,
  sql`insert into talks (id, key, edition_id, territory_id, state, created_at) values ('talk', 'talk', 'talking', 'city', 'open', now()) on conflict do nothing`,
]

/** What is said in talks and about them. */
export const talkSamples = {
  comments: {
    plant: (id, at) => [
      sql`insert into comments (id, key, subject_id, author_id, kind, text, channel, at) values (${id}, ${id}, 's', 'p', 'for', 't', 'online', ${at})`,
    ],
    there: row('comments', 'id'),
  },
  'summary-views': {
    plant: (id, at) => [
      ...aTalk(),
      sql`insert into talk_summaries (id, key, talk_id, version, sentences, by_id, at) select ${id}, ${id}, 'talk', count(*), '[]', 'p', now() from talk_summaries`,
      sql`insert into summary_views (summary_id, person_id, agrees, at) values (${id}, 'p', true, ${at})`,
    ],
    there: row('summary_views', 'summary_id'),
  },
  'talk-interests': {
    plant: (id, at) => [sql`insert into talk_interests (id, edition_id, territory_id, person_id, at) values (${id}, 'e', 'city', ${id}, ${at})`],
    there: row('talk_interests', 'id'),
  },
  'version-refusals': {
    plant: (id, at) => [
      sql`insert into projects (id, key, edition_id, territory_id, lead_id, path, state, visibility, created_at, changed_at)
        values (${id}, ${id}, 'e', 'city', 'p', 'individual', 'draft', 'private', now(), now())`,
      sql`insert into version_refusals (project_id, version, person_id, reason, without_me, at) values (${id}, 1, 'p', 'r', false, ${at})`,
    ],
    there: row('version_refusals', 'project_id'),
  },
  'completion-texts': {
    plant: (id, at) => [
      sql`insert into projects (id, key, edition_id, territory_id, lead_id, path, state, visibility, created_at, changed_at)
        values (${id}, ${id}, 'e', 'city', 'p', 'individual', 'draft', 'private', now(), now())`,
      sql`insert into completion_calls (id, key, project_id, state, parts, words, due_on, called_by, called_at)
        values (${id}, ${id}, ${id}, 'answered', array['title'], 'w', '2026-01-01', 'p', now())`,
      sql`insert into completion_texts (call_id, part, content, revision, person_id, at) values (${id}, 'title', '"t"', 1, 'p', ${at})`,
    ],
    there: row('completion_texts', 'call_id'),
  },
  'signed-pages': {
    plant: (id, at) => [
      sql`insert into files (id, owner_id, subject, kind, name, bytes, visibility, disk_key, created_at)
        values (${id}, 'p', ${`signature:${id}:1:p`}, 'pdf', 'n', 1, 'confidential', ${id}, ${at})`,
    ],
    there: row('files', 'id'),
  },
  'support-lines': {
    plant: (id, at) => [
      sql`insert into projects (id, key, edition_id, territory_id, lead_id, path, state, visibility, created_at, changed_at)
        values (${id}, ${id}, 'e', 'city', 'p', 'individual', 'draft', 'private', now(), now())`,
      sql`insert into support_lines (id, project_id, number, name, address, digest, state, keyed_by, at) values (${id}, ${id}, 1, 'n', 'a', ${Buffer.from(id)}, 'valid', 'c', ${at})`,
    ],
    there: id =>
      sql<{ n: number }>`select count(*)::int as n from support_lines where id = ${id} and (name <> '' or address <> '' or digest is not null)`,
  },
} satisfies Record<string, Sample>
