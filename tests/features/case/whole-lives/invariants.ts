import { expect } from '@jest/globals';
import type { Kysely } from 'kysely';
import type { Reconciled } from '../../../../src/domain/reconciled.js';
import { parseReferral, type Referral } from '../../../../src/domain/case/referral.js';
import { isWaiting } from '../../../../src/domain/case/states.js';
import { parseInquiry } from '../../../../src/domain/inquiry/inquiry.js';
import { parseRoundTable } from '../../../../src/domain/round-table/round-table.js';
import { parseTrajectory } from '../../../../src/domain/trajectory/trajectory.js';
import { jobNames } from '../../../../src/contracts/jobs.js';
import { reconcileCases } from '../../../../src/features/case/reconcile/reconcile-cases.job.js';
import {
  caseKind,
  inquiryKind,
  roundTableKind,
  trajectoryKind,
  type AggregateEvent,
  type AggregateState,
  type Kind,
} from '../../../../src/platform/runtime/kinds.js';
import type { Schema } from '../../../../src/platform/storage/rows/schema.js';
import { figuresAgree } from '../../../support/figures-agree.js';
import type { FeatureStage } from '../../../support/feature-stage.js';
import { farm, naft } from '../referral/world.js';

/** The rows of one kind are what their events make of them, and none is a state that could not be written. */
async function foldsAreRows<State extends AggregateState, Event extends AggregateEvent>(
  kysely: Kysely<Schema>,
  { subject, schemas, fold }: Kind<State, Event>,
  table: 'referral' | 'roundTable' | 'trajectory' | 'inquiry',
  parse: (row: unknown) => State,
): Promise<void> {
  const events = await kysely
    .selectFrom('timeline')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();
  const rows: readonly { readonly id: string }[] = await kysely.selectFrom(table).selectAll().execute();
  for (const row of rows) {
    const own = events
      .filter(({ subjectId }) => subjectId === row.id)
      .map(
        ({ name, data, at, side, personId, organisationId }) =>
          ({ name, data: schemas[name]!.parse(data), at, side, personId, organisationId }) as Event,
      );
    const known = parse(row);
    expect({ ...fold(null, own, known.id), version: 0 }).toEqual({ ...known, version: 0 });
  }
}

/** At most one place and one running trajectory in each trail (R12). */
async function oneStart(kysely: Kysely<Schema>, referrals: readonly Referral[]): Promise<void> {
  const placed = referrals.filter(({ state }) => state === 'placed').map(({ trailId }) => trailId);
  expect(new Set(placed).size).toBe(placed.length);
  const runs = await kysely.selectFrom('trajectory').select('trailId').where('state', 'in', ['awaited', 'started', 'paused']).execute(); // prettier-ignore
  expect(new Set(runs.map(({ trailId }) => trailId)).size).toBe(runs.length);
}

/** Each list stands in the order of its rule: the trail's first registration, then this one, then its number (R11). */
async function listsInOrder(stage: FeatureStage, referrals: readonly Referral[]): Promise<void> {
  for (const { id } of [naft, farm]) {
    const waiting = referrals.filter(({ state, serviceId }) => serviceId === id && isWaiting(state));
    const byRule = waiting.toSorted(
      (one, other) =>
        one.firstRegisteredAt.getTime() - other.firstRegisteredAt.getTime() ||
        one.registeredAt.getTime() - other.registeredAt.getTime() ||
        (one.reference < other.reference ? -1 : 1),
    );
    const { rows, count } = await stage.read.waitingPage(id, { offset: 0, limit: waiting.length + 1 });
    expect(rows.map(({ reference }) => reference)).toEqual(byRule.map(({ reference }) => reference));
    expect(count).toBe(waiting.length);
  }
}

/** The nightly run finds nothing to mend: every clock and post is there, none is too much, everything open has an owner and a date. */
async function nothingToMend(stage: FeatureStage): Promise<void> {
  const { dies } = stage;
  stage.dies = () => false;
  await stage.run(reconcileCases, { asked: true });
  await stage.runDue([reconcileCases]);
  stage.dies = dies;
  const [report] = await stage.database.kysely.selectFrom('due').selectAll().where('job', '=', jobNames.reportReconciled).execute(); // prettier-ignore
  await stage.database.kysely.deleteFrom('due').where('job', '=', jobNames.reportReconciled).execute();
  const { found } = report!.subject as { readonly found: Reconciled };
  const { clocksMade, clocksDropped, postsMade, withoutNextStep } = found;
  expect({ clocksMade, clocksDropped, postsMade, withoutNextStep }).toEqual({
    clocksMade: 0,
    clocksDropped: 0,
    postsMade: 0,
    withoutNextStep: 0,
  });
}

/** A reply is told once, however often a press came or the process died: its key is the same for ever, and no two say one thing. */
async function toldOnce(kysely: Kysely<Schema>): Promise<void> {
  const rows = await kysely.selectFrom('message').select('key').execute();
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
}

/** Figures by the day are those of the whole history, over all these years. */
const everything = { from: new Date('2020-08-31T22:00:00Z'), until: new Date('2040-08-31T22:00:00Z') };

/** Everything that must hold at any moment, whatever happened. `sent`: how many referrals were sent, those that were referred on included. */
export async function holds(stage: FeatureStage): Promise<void> {
  const { kysely } = stage.database;
  const rows = await kysely.selectFrom('referral').selectAll().execute();
  const referrals = rows.map(parseReferral);
  const registered = await kysely
    .selectFrom('timeline')
    .select('subjectId')
    .distinct()
    .where('name', '=', 'registered')
    .execute();
  expect(registered.map(({ subjectId }) => subjectId).toSorted()).toEqual(referrals.map(({ id }) => id).toSorted());
  // A new kind of aggregate is a line here.
  await foldsAreRows(kysely, caseKind, 'referral', parseReferral);
  await foldsAreRows(kysely, roundTableKind, 'roundTable', parseRoundTable);
  await foldsAreRows(kysely, trajectoryKind, 'trajectory', parseTrajectory);
  await foldsAreRows(kysely, inquiryKind, 'inquiry', parseInquiry);
  await oneStart(kysely, referrals);
  await listsInOrder(stage, referrals);
  await toldOnce(kysely);
  await figuresAgree(kysely, everything, stage.now);
  await nothingToMend(stage);
}
