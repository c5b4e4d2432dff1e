import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table territories (
    id text primary key, kind text not null check (kind in ('city', 'district', 'estate', 'custom')), number int check (number > 0),
    name text not null, parent_id text references territories, created_at timestamptz not null,
    check ((kind = 'city') = (parent_id is null)), check (kind <> 'district' or number is not null))`.execute(db)
  await sql`create unique index on territories (kind) where kind = 'city'`.execute(db)
  await sql`create unique index on territories (number) where kind = 'district'`.execute(db)
  await sql`create unique index on territories (parent_id, kind, name) where kind in ('estate', 'custom')`.execute(db)
  await sql`create table boundaries (
    territory_id text primary key references territories, area jsonb not null, square_km double precision not null, source text not null,
    imported_at timestamptz not null)`.execute(db)
}
