import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules } from '#modules'
import { sweepAll } from '#modules/programme/statements/privacy.actions.ts'
import { type Kind, periods } from '#modules/programme/statements/privacy.rules.ts'
import { cutoff } from '#platform/retention.ts'
import { openHouse, type TestHouse } from '#web/testing.ts'
import { row, type Sample, talkSamples } from './retention-talks.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await sql`insert into territories (id, kind, name, created_at) values ('city', 'city', 'Miasto', now())`.execute(house.db)
})
afterAll(() => house.close())

const person = (id: string, at: Date, confirmed = true) =>
  sql`insert into persons (id, display_name, email, created_at, confirmed_at) values (${id}, ${id}, ${`${id}@example.pl`}, ${at}, ${confirmed ? at : null})`
const project = (id: string, at: Date) =>
  sql`insert into projects (id, key, edition_id, territory_id, lead_id, path, state, visibility, created_at, changed_at) values (${id}, ${id}, 'e', 'city', 'p', 'individual', 'draft', 'private', ${at}, ${at})`
const moderationCase = (id: string, at: Date) =>
  sql`insert into moderation_cases (id, subject_id, title, words, path, author_ids, state, opened_at) values (${id}, ${id}, 't', 'w', '/', array['p'], 'kept', ${at})`

const meeting = (id: string, endsAt: Date) =>
  sql`insert into meetings (id, key, edition_id, territory_id, path, kind, way, state, title, about, starts_at, ends_at, access_steps, access_loop, access_sign, code, created_by, created_at)
    values (${id}, ${id}, 'e', 'city', 'city', 'talk', 'hall', 'held', 't', 't', ${new Date(endsAt.getTime() - 3_600_000)}, ${endsAt}, 'unknown', false, false, ${id}, 'p', ${endsAt})`
const registration = (id: string, at: Date) => [
  meeting(`${id}-meeting`, at),
  sql`insert into meeting_registrations (id, key, meeting_id, person_id, channel, guests, state, at, revision) values (${id}, ${id}, ${`${id}-meeting`}, 'p', 'online', 0, 'waiting', ${at}, 1)`,
]

const aCall = () => [
  sql`insert into editions (id, key, no, year, title, state, parts, rules, created_at) values ('edition', 'edition', 1, 2026, 'e', 'draft', '{}', '{}', now()) on conflict do nothing`,
  sql`insert into ambassador_calls (id, key, edition_id, no, first_day, last_day, statute, statute_en, questions, opened_by, opened_at)
    values ('call', 'call', 'edition', 1, '2026-01-01', '2026-01-02', 's', '', '[]', 'p', now()) on conflict do nothing`,
]
const application = (id: string, state: string, at: Date) =>
  sql`insert into ambassador_applications (id, key, call_id, person_id, state, channel, content, submitted_at, created_at, changed_at)
    values (${id}, ${id}, 'call', ${id}, ${state}, 'online', '{}', ${at}, ${at}, ${at})`

const ambassadorTerm = (id: string) =>
  sql`insert into ambassador_terms (id, person_id, edition_id, state, area_words, forms, started_at) values (${id}, ${id}, 'e', 'accepted', 'a', '{}', now())`
const workshop = (id: string) =>
  sql`with s as (insert into workshop_series (id, key, edition_id, territory_id, title, about, marks, created_by, created_at)
      values (${id}, ${id}, 'e', 'city', 't', 't', 3, 'p', now()) returning id)
    insert into workshops (id, series_id, stage, meeting_id, state, open_until) select ${id}, id, 1, ${id}, 'open', now() from s`

const samples: Record<Kind, Sample> = {
  'access-needs': {
    plant: (id, at) => [
      ...registration(id, at),
      sql`insert into meeting_access_needs (registration_id, meeting_id, needs) values (${id}, ${`${id}-meeting`}, 'n')`,
    ],
    there: row('meeting_access_needs', 'registration_id'),
  },
  'meeting-registrations': { plant: registration, there: row('meeting_registrations', 'id') },
  'meeting-notices': {
    plant: (id, at) => [
      meeting(`${id}-meeting`, at),
      sql`insert into meeting_notices (meeting_id, person_id, kind, at) values (${`${id}-meeting`}, ${id}, 'moved', ${at})`,
    ],
    there: row('meeting_notices', 'person_id'),
  },
  attendance: {
    plant: (id, at) => [
      meeting(`${id}-meeting`, at),
      sql`insert into meeting_attendance (id, meeting_id, person_id, how, people, at) values (${id}, ${`${id}-meeting`}, ${id}, 'account', 1, ${at})`,
    ],
    there: row('meeting_attendance', 'person_id'),
  },
  'sign-in-codes': {
    plant: (id, at) => [
      sql`insert into sign_in_codes (id, purpose, email, digest, asked_from, created_at, expires_at) values (${id}, 'sign-in', 'a@example.pl', '\\x00', '\\x00', ${at}, ${at})`,
    ],
    there: row('sign_in_codes', 'id'),
  },
  'passkey-challenges': {
    plant: (id, at) => [sql`insert into passkey_challenges (challenge, expires_at) values (${id}, ${at})`],
    there: row('passkey_challenges', 'challenge'),
  },
  'parked-forms': {
    plant: (id, at) => [sql`insert into parked_forms (id, key_hash, action, fields, created_at) values (${id}, 'x', '/', '[]', ${at})`],
    there: row('parked_forms', 'id'),
  },
  sessions: {
    plant: (id, at) => [
      person(`${id}-person`, at),
      sql`insert into sessions (id, token_hash, person_id, device, created_at, last_seen_at, expires_at) values (${id}, ${Buffer.from(id)}, ${`${id}-person`}, '', ${at}, ${at}, ${at})`,
    ],
    there: row('sessions', 'id'),
  },
  'accounts-never-opened': {
    plant: (id, at) => [person(id, at, false)],
    there: id => sql<{ n: number }>`select count(*)::int as n from persons where id = ${id} and erased_at is null`,
  },
  letters: {
    plant: (id, at) => [
      sql`insert into letters (id, state, address, subject, body_text, body_html, created_at) values (${id}, 'sent', 'a@example.pl', 's', 't', 'h', ${at})`,
    ],
    there: row('letters', 'id'),
  },
  'takeover-codes': {
    plant: (id, at) => [
      person(id, at),
      sql`insert into takeover_codes (person_id, digest, made_by, created_at, expires_at) values (${id}, ${Buffer.from(id)}, 'c', ${at}, ${at})`,
    ],
    there: row('takeover_codes', 'person_id'),
  },
  'phone-news': {
    plant: (id, at) => [
      person(`${id}-person`, at),
      sql`insert into phone_news (id, person_id, text_key, subject, title, created_at, done_at) values (${id}, ${`${id}-person`}, 'k', ${id}, 't', ${at}, ${at})`,
    ],
    there: row('phone_news', 'id'),
  },
  'unpublished-files': {
    plant: (id, at) => [
      sql`insert into files (id, owner_id, subject, kind, name, bytes, visibility, disk_key, created_at) values (${id}, 'p', 's', 'pdf', 'a.pdf', 1, 'private', ${id}, ${at})`,
    ],
    there: row('files', 'id'),
  },
  'waiting-files': {
    plant: (id, at) => [
      sql`insert into files (id, owner_id, subject, kind, name, bytes, visibility, disk_key, created_at) values (${id}, 'p', 'waiting p', 'pdf', 'a.pdf', 1, 'private', ${id}, ${at})`,
    ],
    there: row('files', 'id'),
  },
  'refused-invitations': {
    plant: (id, at) => [
      project(`${id}-project`, new Date()),
      sql`insert into project_authors (id, project_id, person_id, state, invited_by, invited_at, answered_at) values (${id}, ${`${id}-project`}, 'p', 'declined', 'q', ${at}, ${at})`,
    ],
    there: row('project_authors', 'id'),
  },
  'author-requests': {
    plant: (id, at) => [
      project(`${id}-project`, new Date()),
      sql`insert into project_requests (id, project_id, person_id, role, sentence, state, asked_at, expires_at, answered_at)
        values (${id}, ${`${id}-project`}, 'p', 'helper', 's', 'refused', ${at}, ${at}, ${at})`,
    ],
    there: row('project_requests', 'id'),
  },
  'abandoned-drafts': { plant: (id, at) => [project(id, at)], there: row('projects', 'id') },
  'revision-authors': {
    plant: (id, at) => [
      project(id, new Date()),
      sql`insert into project_revisions (project_id, section, revision, content, person_id, at) values (${id}, 'title', 1, '{}', 'p', ${at})`,
    ],
    there: row('project_revisions', 'project_id'),
  },
  'application-drafts': {
    plant: (id, at) => [...aCall(), application(id, 'draft', at)],
    there: row('ambassador_applications', 'id'),
  },
  'unaccepted-applications': {
    plant: (id, at) => [...aCall(), application(id, 'rejected', at)],
    there: row('ambassador_applications', 'id'),
  },
  'accepted-applications': {
    plant: (id, at) => [...aCall(), application(id, 'accepted', at)],
    there: row('ambassador_applications', 'id'),
  },
  'unanswered-questions': {
    plant: (id, at) => [
      sql`insert into advice (id, key, state, subject_id, territory_id, unit_id, question, asked_by, asked_at, due_on) values (${id}, ${id}, 'asked', ${id}, 'city', 'u', 'q', 'p', ${at}, '2020-01-01')`,
    ],
    there: row('advice', 'id'),
  },
  'advice-notes': {
    plant: (id, at) => [
      sql`insert into advice (id, key, state, subject_id, territory_id, unit_id, question, asked_by, asked_at, due_on) values (${id}, ${id}, 'asked', ${id}, 'city', 'u', 'q', 'p', now(), '2020-01-01')`,
      sql`insert into advice_notes (id, key, advice_id, unit_id, author_id, text, at) values (${id}, ${id}, ${id}, 'u', 'p', 't', ${at})`,
    ],
    there: row('advice_notes', 'id'),
  },
  'unit-deputies': {
    plant: (id, at) => [
      sql`insert into unit_deputies (id, key, unit_id, person_id, deputy_id, head, first_day, last_day) values (${id}, ${id}, 'u', 'p', 'q', false, ${at}, ${at})`,
    ],
    there: row('unit_deputies', 'id'),
  },
  'posts-counted': {
    plant: (id, at) => [sql`insert into posts_counted (key, person_id, subject_id, at) values (${id}, 'p', 's', ${at})`],
    there: row('posts_counted', 'key'),
  },
  reporters: {
    plant: (id, at) => [
      moderationCase(`${id}-case`, new Date()),
      sql`insert into reports (id, key, case_id, subject_id, reporter_id, rule, words, at) values (${id}, ${id}, ${`${id}-case`}, ${id}, 'p', 'insult', '', ${at})`,
    ],
    there: id => sql<{ n: number }>`select count(*)::int as n from reports where id = ${id} and reporter_id <> ''`,
  },
  'slow-modes': {
    plant: (id, at) => [
      sql`insert into slow_modes (id, kind, subject_id, minutes, since, until, reason, set_by, set_as) values (${id}, 'thread', 's', 10, ${at}, ${at}, 'r', 'p', 'host')`,
    ],
    there: row('slow_modes', 'id'),
  },
  'moderation-cases': {
    plant: (id, at) => [moderationCase(id, at)],
    there: id => sql<{ n: number }>`select count(*)::int as n from moderation_cases where id = ${id} and cardinality(author_ids) > 0`,
  },
  'ambassador-terms': {
    plant: (id, at) => [
      sql`insert into ambassador_terms (id, person_id, edition_id, state, area_words, forms, started_at, ended_at) values (${id}, 'p', ${id}, 'resigned', 'a', '{}', ${at}, ${at})`,
    ],
    there: row('ambassador_terms', 'id'),
  },
  'ambassador-messages': {
    plant: (id, at) => [
      ambassadorTerm(`${id}-term`),
      sql`insert into ambassador_messages (id, key, term_id, from_id, text, shows_address, at) values (${id}, ${id}, ${`${id}-term`}, 'p', 't', false, ${at})`,
    ],
    there: row('ambassador_messages', 'id'),
  },
  'assistance-requests': {
    plant: (id, at) => [
      ambassadorTerm(`${id}-term`),
      sql`insert into assistance_requests (id, key, term_id, person_id, state, kind, text, asked_at, answer_by) values (${id}, ${id}, ${`${id}-term`}, 'p', 'asked', 'room', 't', ${at}, ${at})`,
    ],
    there: row('assistance_requests', 'id'),
  },
  'good-practices': {
    plant: (id, at) => [
      sql`insert into good_practices (id, key, state, title, text, topic, source, author_id, created_at) values (${id}, ${id}, 'shown', 't', 't', 'workshop', 's', 'p', ${at})`,
    ],
    there: id => sql<{ n: number }>`select count(*)::int as n from good_practices where id = ${id} and author_id <> ''`,
  },
  'training-places': {
    plant: (id, at) => [
      sql`insert into trainings (id, key, edition_id, state, mode, title, about, place, starts_at, ends_at, capacity, created_at) values (${id}, ${id}, 'e', 'planned', 'hall', 't', '', 'p', ${new Date(at.getTime() - 1000)}, ${at}, 5, ${at})`,
      sql`insert into training_places (training_id, person_id, signed_at) values (${id}, 'p', ${at})`,
    ],
    there: row('training_places', 'training_id'),
  },
  'course-answers': {
    plant: (id, at) => [sql`insert into course_answers (person_id, lesson, question, answer, at) values (${id}, 'meeting', '1', 0, ${at})`],
    there: row('course_answers', 'person_id'),
  },
  ...talkSamples,
  mergings: {
    plant: (id, at) => [
      sql`insert into mergings (id, key, kind, state, source_ids, title, words, choices, seen, proposed_by, answer_by, created_at)
        values (${id}, ${id}, 'join', 'refused', '{}', 't', 'w', '{}', 's', 'p', '2026-01-01', ${at})`,
      sql`insert into merging_answers (merging_id, person_id, answer, follows, reason, at) values (${id}, 'p', 'no', 'both', 'r', ${at})`,
    ],
    there: row('merging_answers', 'merging_id'),
  },
  consents: {
    plant: (id, at) => [
      sql`insert into files (id, owner_id, subject, kind, name, bytes, visibility, disk_key, created_at) values (${id}, 'p', ${`consent:${id}`}, 'pdf', 'a.pdf', 1, 'confidential', ${id}, ${at})`,
    ],
    there: row('files', 'id'),
  },
  renewals: {
    plant: (id, at) => [
      project(`${id}-project`, new Date()),
      sql`insert into renewals (id, project_id, person_id, kind, moment_at, what, state, asked_at) values (${id}, ${`${id}-project`}, 'p', 'backing', ${at}, '{title}', 'waiting', ${at})`,
    ],
    there: row('renewals', 'id'),
  },
  backings: {
    plant: (id, at) => [sql`insert into backings (subject_id, person_id, channel, at) values (${id}, 'p', 'online', ${at})`],
    there: row('backings', 'subject_id'),
  },
  'workshop-marks': {
    plant: (id, at) => [
      workshop(id),
      sql`insert into workshop_groups (id, workshop_id, title) values (${id}, ${id}, 't')`,
      sql`insert into group_marks (group_id, person_id, workshop_id, at) values (${id}, 'p', ${id}, ${at})`,
    ],
    there: row('group_marks', 'group_id'),
  },
  'workshop-cards': {
    plant: (id, at) => [
      workshop(id),
      sql`insert into workshop_tables (id, key, workshop_id, name) values (${id}, ${id}, ${id}, 't')`,
      sql`insert into idea_cards (id, key, workshop_id, table_id, title, problem, for_whom, solution, place, ask_unit, made_by, at, changed_at)
        values (${id}, ${id}, ${id}, ${id}, 't', 'p', '', 's', '', '', 'p', ${at}, ${at})`,
    ],
    there: id => sql<{ n: number }>`select count(*)::int as n from idea_cards where id = ${id} and made_by <> ''`,
  },
  'sheet-claim-tries': {
    plant: (id, at) => [sql`insert into sheet_claim_tries (asked_from, at) values (${Buffer.from(id)}, ${at})`],
    there: id => sql<{ n: number }>`select count(*)::int as n from sheet_claim_tries where asked_from = ${Buffer.from(id)}`,
  },
  'sheet-photos': {
    plant: (id, at) => [
      sql`insert into sheet_photos (id, meeting_id, file_id, label, taken_by, taken_at, keyed_by, keyed_at) values (${id}, 'm', 'f', '1', 'p', ${at}, 'p', ${at})`,
    ],
    there: row('sheet_photos', 'id'),
  },
  'meeting-voices': {
    plant: (id, at) => [
      sql`insert into meeting_voices (id, key, meeting_id, kind, text, channel, author_id, at) values (${id}, ${id}, 'm', 'need', 't', 'paper', 'p', ${at})`,
    ],
    there: id => sql<{ n: number }>`select count(*)::int as n from meeting_voices where id = ${id} and author_id <> ''`,
  },
  minutes: {
    plant: (id, at) => [
      sql`insert into minutes (meeting_id, state, begun_at) values (${id}, 'live', ${at})`,
      sql`insert into minute_lines (id, key, meeting_id, place, kind, text, author_id, at, changed_at) values (${id}, ${id}, ${id}, 1, 'note', 't', 'p', ${at}, ${at})`,
    ],
    there: id => sql<{ n: number }>`select count(*)::int as n from minute_lines where id = ${id} and author_id <> ''`,
  },
  follows: {
    plant: (id, at) => [sql`insert into follows (id, person_id, kind, target, created_at) values (${id}, 'p', 'thing', ${id}, ${at})`],
    there: row('follows', 'id'),
  },
  'taken-matters': {
    plant: (id, at) => [sql`insert into taken_matters (matter_id, person_id, taken_at) values (${id}, 'p', ${at})`],
    there: row('taken_matters', 'matter_id'),
  },
  handovers: {
    plant: (id, at) => [
      sql`insert into handovers (id, key, state, subject_id, title, edition_id, territory_id, form, office, address, note, packet, handed_by, handed_at, due_on) values (${id}, ${id}, 'handed', ${id}, 't', 'e', 'city', 'upkeep', 'o', 'a', 'n', '{}', 'p', ${at}, '2020-01-01')`,
    ],
    there: id => sql<{ n: number }>`select count(*)::int as n from handovers where id = ${id} and handed_by <> ''`,
  },
  'needs-and-ideas': {
    plant: (id, at) => [
      sql`insert into needs (id, key, edition_id, territory_id, title, text, words, author_id, channel, state, created_at) values (${id}, ${id}, 'e', 'city', 't', 't', '', 'p', 'online', 'open', ${at})`,
    ],
    there: id => sql<{ n: number }>`select count(*)::int as n from needs where id = ${id} and author_id <> ''`,
  },
}

/** These say themselves when they end, and go as soon as that is past; their period is how long they live. */
const endsByItself: readonly Kind[] = ['passkey-challenges', 'sessions', 'takeover-codes']
const day = 86_400_000

test.each(Object.keys(periods) as Kind[])('%s: what is past its period goes, what is not stays', async kind => {
  const wall = house.ctx().wall
  const limit = endsByItself.includes(kind) ? wall : cutoff(periods[kind], wall)
  const [old, young] = [`old-${kind}`, `young-${kind}`]
  const { plant, there } = samples[kind]
  for (const statement of [...plant(old, new Date(limit.getTime() - day)), ...plant(young, new Date(limit.getTime() + day / 2))])
    await statement.execute(house.db)
  const found = async (id: string) => (await there(id).execute(house.db)).rows[0]?.n
  expect([await found(old), await found(young)]).toEqual([1, 1])
  const swept = await sweepAll(house.ctx(), modules)
  expect(swept.failed).toEqual([])
  expect(swept.removed[kind]).toBe(1)
  expect([await found(old), await found(young)]).toEqual([0, 1])
})
