import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table price_items (
    code text not null, valid_from date not null, category text not null, name text not null, unit text not null,
    price bigint not null check (price >= 0), vat integer not null check (vat between 0 and 100), upkeep bigint not null check (upkeep >= 0),
    source text not null, changed_at timestamptz not null, primary key (code, valid_from))`.execute(db)
  await sql`alter table project_cost_lines add column item text`.execute(db)
}
