import { randomUUID } from 'node:crypto';
import { clocksOf } from '../../src/domain/case/clocks.js';
import { event } from '../../src/domain/case/events.js';
import { postsOf } from '../../src/domain/case/posts.js';
import type { CaseFile, Draft, Trail } from '../../src/domain/draft.js';
import type { Referral } from '../../src/domain/case/referral.js';
import { storeDues } from '../../src/platform/storage/dues.js';
import { refreshMessages, storeNotices } from '../../src/platform/storage/messages.js';
import { contextNow } from '../../src/platform/runtime/perform.js';
import { applyCases } from '../../src/platform/runtime/apply-cases.js';
import { asNotice } from '../../src/platform/runtime/follows.js';
import { referralRow } from '../../src/platform/storage/case/referral-row.js';
import { jsonb } from '../../src/platform/storage/rows/json.js';
import { createRead } from '../../src/platform/storage/read.js';
import { save } from '../../src/platform/storage/save.js';
import type { Stage } from '../../tests/support/stage.js';

/** What of a running bot it takes. */
export type Behind = Pick<Stage, 'app' | 'database' | 'clock' | 'settled'>;
type Stored = Omit<Behind, 'settled'>;

/** A referral that went through the front door: what is prepared by storage alone is a copy of it. */
export interface Pattern {
  readonly referral: Referral;
  readonly draft: Draft;
  readonly typed: CaseFile['typed'];
}

export async function patternOf({ app, database, clock }: Stored, reference: string): Promise<Pattern> {
  const read = createRead(database.kysely, app.parts.sealer, clock.now());
  const referral = (await read.referralByReference(reference))!;
  const draft = (await read.draft(referral.draftId))!;
  return { referral, draft, typed: (await read.caseFile(referral.id))!.typed };
}

let prepared = 0;

/** Puts so many delivered referrals there, with their posts really sent, as if each had been referred in Teams. */
export async function prepareDelivered(stage: Behind, pattern: Pattern, count: number): Promise<Referral[]> {
  const referrals: Referral[] = [];
  for (let made = 0; made < count; made++) {
    referrals.push(await prepareOne(stage, pattern));
    if (made % 10 === 9) await stage.settled();
  }
  await stage.settled();
  return referrals;
}

async function prepareOne({ app, database, clock }: Stored, pattern: Pattern): Promise<Referral> {
  const now = clock.now();
  const trail: Trail = { id: randomUUID() as Trail['id'], firstRegisteredAt: now, createdAt: now, version: 0 };
  const row = {
    ...pattern.referral,
    id: randomUUID() as Referral['id'],
    reference: `2027-${String(++prepared).padStart(4, '0')}`,
    trailId: trail.id,
    draftId: randomUUID() as Draft['id'],
    version: 1,
  };
  const draft: Draft = { ...pattern.draft, id: row.draftId, trailId: trail.id, referralId: row.id, version: 0 };
  const file = { referralId: row.id, trailId: trail.id, typed: pattern.typed };
  const { parts } = app;
  await database.kysely.transaction().execute(async (trx) => {
    const by = { personId: row.referrerId, organisationId: row.clbId, now };
    await save(
      trx,
      parts.sealer,
      [
        { put: 'trail', row: trail },
        { put: 'draft', row: draft },
      ],
      by,
    );
    await trx.insertInto('referral').values(referralRow(row)).execute();
    await save(trx, parts.sealer, [{ put: 'caseFile', row: file, clbId: row.clbId, identity: null }], by);
    const context = await contextNow(parts, trx);
    await storeDues(trx, clocksOf(row, context.calendar, context.settings), []);
    const notices = postsOf(row).map((post) => ({ ...asNotice(post, row.id), receipt: null }));
    const deliveries = await storeNotices(trx, notices, now);
    await parts.enqueue(trx, { deliveries, rosters: [], wakeAt: [] });
  });
  return row;
}

/** The rows that an answer stores, by storage alone: no HTTP, no token, no loading, no decision, no card. Gives milliseconds. */
export async function storeAnswer({ app, database, clock }: Stored, referral: Referral): Promise<number> {
  const { parts } = app;
  const start = performance.now();
  const now = clock.now();
  const by = { personId: referral.referrerId, organisationId: referral.providerId, now };
  const contacted = event('contacted', {}, { at: now, side: 'provider', ...by });
  await database.kysely.transaction().execute(async (trx) => {
    const context = await contextNow(parts, trx);
    const effects = await applyCases(
      trx,
      parts.sealer,
      { cases: [{ id: referral.id, before: referral, events: [contacted] }], roundTables: [], trajectories: [] },
      context,
    );
    const refreshed = await refreshMessages(trx, effects.refresh, effects.referrals);
    const sent = await storeNotices(trx, effects.notices, now);
    await storeDues(trx, effects.dues, effects.settled);
    await parts.enqueue(trx, { deliveries: [...refreshed, ...sent], rosters: [], wakeAt: [] });
    await audit(trx, 'confirm-contact', { referralId: referral.id }, by);
  });
  return performance.now() - start;
}

/** The rows that an intake step stores, by storage alone. Gives milliseconds. */
export async function storeStep({ app, database, clock }: Stored, id: Draft['id'], question: string): Promise<number> {
  const { parts } = app;
  const draft = (await createRead(database.kysely, parts.sealer, clock.now()).draft(id))!;
  const start = performance.now();
  const now = clock.now();
  const by = { personId: draft.personId, organisationId: draft.clbId, now };
  const row: Draft = { ...draft, typed: { ...draft.typed, question }, updatedAt: now };
  const due = (what: string, days: number) => ({
    key: `draft:${id}:${what}`,
    job: `${what}-draft`,
    subject: { draftId: id },
    at: new Date(now.getTime() + days * 86_400_000),
  });
  await database.kysely.transaction().execute(async (trx) => {
    await save(trx, parts.sealer, [{ put: 'draft', row }], by);
    await storeDues(trx, [due('tidy', 1), due('expire', 30)], []);
    await audit(trx, 'describe-question', { draftId: id }, by);
  });
  return performance.now() - start;
}

type By = Parameters<typeof save>[3];
type Trx = Parameters<typeof save>[0];

const of = ({ personId, organisationId, now }: By) => ({ id: randomUUID(), at: now, personId, organisationId });

async function audit(trx: Trx, action: string, subject: object, by: By): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ ...of(by), action, outcome: 'done', subject: jsonb(subject) })
    .execute();
}
