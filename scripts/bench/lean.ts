import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Where } from './engines.js';

/**
 * The least that a press must store, straight through the driver, every statement planned once: for an intake step the
 * draft and a line of the audit, for an answer the case, an event and one row of the outbox.
 */
export type LeanKind = 'lean-step' | 'lean-answer';

export interface Lean {
  store(kind: LeanKind): Promise<void>;
  close(): Promise<void>;
}

type Values = readonly (string | number)[];
type Run = (text: string, values: Values) => Promise<unknown>;

const rows = 1000;
const tables = `
  create table lean_draft(id int primary key, version int not null, data text not null);
  create table lean_audit(id uuid primary key, at timestamptz not null default now(), action text, subject jsonb);
  create table lean_case(id int primary key, state text not null, version int not null, data jsonb not null);
  create table lean_event(id uuid primary key, case_id int not null, name text, at timestamptz not null default now(), data jsonb);
  create index on lean_event(case_id);
  create table lean_outbox(id uuid primary key, key text unique, at timestamptz not null default now(), payload jsonb);
  insert into lean_draft select n, 0, repeat('x', 1500) from generate_series(0, ${rows - 1}) n;
  insert into lean_case select n, 'delivered', 0, '{"provider":"one"}' from generate_series(0, ${rows - 1}) n;`;

const sealed = randomBytes(1500).toString('base64');
let turn = 0;

const doing: Readonly<Record<LeanKind, (run: Run) => Promise<void>>> = {
  async 'lean-step'(run) {
    await run('update lean_draft set version = version + 1, data = $2 where id = $1', [turn++ % rows, sealed]);
    await run('insert into lean_audit(id, action, subject) values ($1, $2, $3)', [randomUUID(), 'step', '{"draft":1}']);
  },
  async 'lean-answer'(run) {
    const id = turn++ % rows;
    await run('update lean_case set version = version + 1, state = $2 where id = $1', [id, 'contacted']);
    await run('insert into lean_event(id, case_id, name, data) values ($1, $2, $3, $4)', [
      ...[randomUUID(), id, 'contacted', '{"side":"provider"}'],
    ]);
    const row = randomUUID();
    await run('insert into lean_outbox(id, key, payload) values ($1, $2, $3)', [
      row,
      row,
      '{"refresh":"referral-post"}',
    ]);
  },
};

export const openLean = (where: Where): Promise<Lean> =>
  where.databaseUrl === null ? onEmbedded(where.dataDirectory!) : onServer(where.databaseUrl);

async function onServer(connectionString: string): Promise<Lean> {
  const pool = new pg.Pool({ connectionString, max: 16 });
  await pool.query(tables);
  const named = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = named.get(text) ?? `lean_${named.size}`;
    named.set(text, name);
    return name;
  };
  return {
    async store(kind) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await doing[kind]((text, values) => client.query({ name: nameOf(text), text, values: [...values] }));
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

async function onEmbedded(dataDirectory: string): Promise<Lean> {
  const { openEmbedded } = await import('../../src/platform/storage/embedded/open-embedded.js');
  const { pglite, close } = await openEmbedded(dataDirectory, (error) => console.error(error));
  await pglite.exec(tables);
  return {
    store: (kind) => pglite.transaction((trx) => doing[kind]((text, values) => trx.query(text, [...values]))),
    close,
  };
}
