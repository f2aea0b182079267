import { sql, type Kysely } from "kysely";

/** Everything that the first version keeps. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table settings (key text primary key, value text not null)`,
  `create table blobs (id uuid primary key, bytes bigint not null, sha256 text not null, created_at timestamptz not null)`,
  `create table blob_pieces (
    blob uuid not null, start bigint not null, bytes bytea not null, primary key (blob, start))`,
  // pieces are compressed files or digits: compressing them again costs more than it saves
  `alter table blob_pieces alter column bytes set storage external`,
  `create table bundles (
    digest text primary key, challenge text not null, private_digest text not null, commitment text,
    definition text not null, controls text, added_at timestamptz not null)`,
  `create table bundle_files (
    bundle text not null references bundles on delete cascade, path text not null, sha256 text not null,
    bytes bigint not null, blob uuid not null, primary key (bundle, path))`,
  `create table challenges (
    id text primary key, bundle text not null references bundles, judging int not null default 1,
    frozen_at timestamptz, revealed_at timestamptz, created_at timestamptz not null)`,
  `create table teams (
    id uuid primary key, name text not null, name_key text not null unique, kind text not null default 'team',
    challenge text references challenges, created_at timestamptz not null, suspended_at timestamptz,
    check (kind in ('team', 'baseline')), check ((kind = 'baseline') = (challenge is not null)))`,
  `create table tokens (
    id uuid primary key, role text not null, team uuid references teams, label text not null, hash bytea not null unique,
    parent uuid references tokens on delete cascade, created_at timestamptz not null, expires_at timestamptz not null,
    revoked_at timestamptz, last_used_at timestamptz,
    check (role in ('organizer', 'team')), check ((role = 'team') = (team is not null)))`,
  `create index on tokens (parent)`,
  `create table invitations (
    id uuid primary key, hash bytea not null unique, team uuid references teams, uses_left int not null,
    created_at timestamptz not null, expires_at timestamptz not null, revoked_at timestamptz, check (uses_left >= 0))`,
  `create sequence submission_number`,
  `create table submissions (
    id uuid primary key, number bigint not null unique default nextval('submission_number'),
    challenge text not null references challenges, team uuid not null references teams, file_name text not null,
    kind text not null, bytes bigint not null, sha256 text not null, blob uuid not null references blobs,
    submitted_at timestamptz not null, counts boolean not null default true, final boolean not null default false,
    unique (challenge, team, sha256))`,
  `create index on submissions (team, challenge, submitted_at)`,
  `create table uploads (
    id uuid primary key, team uuid not null references teams, challenge text not null references challenges,
    file_name text not null, kind text not null, bytes bigint not null, sha256 text not null, blob uuid not null,
    received bigint not null, expires_at timestamptz not null, submission uuid references submissions)`,
  `create index on uploads (team, challenge, sha256)`,
  `create table judgings (
    challenge text not null references challenges, number int not null, reason text not null,
    bundle text not null references bundles, started_at timestamptz not null, applied_at timestamptz,
    primary key (challenge, number))`,
  `create table runs (
    id uuid primary key, submission uuid not null references submissions, challenge text not null, team uuid not null,
    judging int not null, state text not null, job uuid, attempts int not null default 0, worker uuid,
    queued_at timestamptz not null, started_at timestamptz, finished_at timestamptz, problem jsonb, fault text, log text,
    unique (submission, judging), foreign key (challenge, judging) references judgings,
    check (state in ('waiting', 'queued', 'running', 'scored', 'refused', 'failed')))`,
  `create index on runs (challenge, judging, state)`,
  `create index on runs (state) where state in ('waiting', 'queued', 'running')`,
  `create index on runs (team, challenge, judging)`,
  `create table results (
    run uuid not null references runs, board text not null, report text not null, score double precision,
    low double precision, high double precision, verified boolean not null, moved boolean, step double precision,
    position bigint not null default nextval('submission_number'), primary key (run, board))`,
  `create table receipts (
    number int primary key, run uuid not null, board text not null, file bytea not null, sha256 text not null,
    unique (run, board), foreign key (run, board) references results)`,
  `create table workers (
    id uuid primary key, host text not null, pid int not null, started_at timestamptz not null,
    seen_at timestamptz not null, running uuid, done int not null default 0, isolation text not null)`,
  `create table announcements (id uuid primary key, at timestamptz not null, text text not null, by_label text not null)`,
  `create table audit (
    id bigint primary key generated always as identity, at timestamptz not null, by_label text not null,
    action text not null, detail text not null)`,
];
