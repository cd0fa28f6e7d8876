import { expect, test } from '@jest/globals';
import { reconcileBegun } from '../../../../src/features/case/reconcile/reconcile-begun.js';
import { reconcileCases } from '../../../../src/features/case/reconcile/reconcile-cases.job.js';
import { reconcileNow } from '../../../../src/features/case/reconcile/reconcile-now.js';
import { reconciled } from '../../../../src/features/case/reconcile/reconciled.js';
import { reportReconciled } from '../../../../src/features/case/reconcile/report-reconciled.job.js';
import { awaitFirstRun, readSettings } from '../../../../src/platform/storage/settings.js';
import { onStage } from '../referral/on-stage.js';
import { atDesk, atProvider, naft } from '../referral/world.js';
import { asksProvider } from '../waitlist/world.js';

const on = onStage();
const clocks = async () =>
  (await on.stage.database.kysely.selectFrom('due').select(['key', 'at']).orderBy('key').execute()).filter(({ key }) =>
    key.startsWith('referral:'),
  );
const reports = async () =>
  (
    await on.stage.database.kysely
      .selectFrom('message')
      .select('params')
      .where('view', '=', 'reconciled')
      .orderBy('seq')
      .execute()
  ).map(({ params }) => params);

/** The run itself, and what it reports. */
async function runs(subject: object = {}): Promise<void> {
  await on.stage.run(reconcileCases, { ...subject });
  const { kysely } = on.stage.database;
  const report = await kysely.selectFrom('due').selectAll().where('key', '=', 'reconcile:report').executeTakeFirst();
  await kysely.deleteFrom('due').where('key', '=', 'reconcile:report').execute();
  await on.stage.run(reportReconciled, report!.subject as Record<string, unknown>);
}

/** The world stores only what happened: what follows from it is made by the first run. */
async function allThere(): Promise<void> {
  await runs();
  await on.stage.database.kysely.deleteFrom('message').where('view', '=', 'reconciled').execute();
  await on.stage.database.kysely.updateTable('message').set({ state: 'sent', sentAt: on.stage.now }).execute();
}

test('a clock and a post that are gone are made again, an orphan clock is taken away, and the desk reads it', async () => {
  await on.world.refers(41);
  await on.world.refers(42, { state: 'contacted' });
  await allThere();
  const [before, posts] = [await clocks(), (await on.world.keys()).sort()];
  await runs();
  expect(await reports()).toEqual([]);
  await on.stage.database.kysely.deleteFrom('due').where('key', 'like', 'referral:%').execute();
  await on.stage.database.kysely.deleteFrom('message').where('key', 'like', '%:clb').execute();
  const orphan = { key: 'referral:00000000-0000-4000-8000-00000000dead:remind', job: 'remind-contact' };
  await on.stage.database.kysely
    .insertInto('due')
    .values({ ...orphan, subject: {}, at: on.stage.now })
    .execute();
  await runs();
  expect(await clocks()).toEqual(before);
  expect((await on.world.keys()).filter((key) => key.startsWith('referral:')).sort()).toEqual(
    posts.filter((key) => key.startsWith('referral:')),
  );
  expect(await reports()).toMatchObject([
    { cases: 2, clocksMade: 3, clocksDropped: 1, postsMade: 2, withoutNextStep: 2 },
  ]);
});

test('the first run of a new version makes what that wants, and tells of no fault: there was none', async () => {
  await on.world.refers(41);
  await runs();
  expect(await reports()).toEqual([]);
  expect((await readSettings(on.stage.database.kysely)).reconciled).toMatchObject({
    cases: 1,
    clocksMade: 0,
    withoutNextStep: 0,
  });
  expect(await clocks()).not.toEqual([]);
  await on.stage.database.kysely.deleteFrom('due').where('key', 'like', 'referral:%').execute();
  await awaitFirstRun(on.stage.database.kysely);
  await runs();
  expect(await reports()).toEqual([]);
  await on.stage.database.kysely.deleteFrom('due').where('key', 'like', 'referral:%').execute();
  await runs();
  expect(await reports()).toMatchObject([{ withoutNextStep: 1 }]);
});

test('posts that were made anew count since the last run, and once', async () => {
  await on.world.refers(41);
  await allThere();
  const { kysely } = on.stage.database;
  const last = new Date((await readSettings(kysely)).reconciled!.at);
  const made = (at: Date) =>
    kysely.updateTable('message').set({ remadeAt: at }).where('key', 'like', '%:clb').execute();
  await made(last);
  await runs({ asked: true });
  on.stage.now = new Date(last.getTime() + 86_400_000);
  await made(new Date(last.getTime() + 1));
  await runs({ asked: true });
  expect((await reports()).map((told) => (told as { postsMade: number }).postsMade)).toEqual([0, 1]);
});

test('the desk may ask for it, and hears also that all is well; nobody else may', async () => {
  await on.world.refers(41);
  await allThere();
  expect(await on.stage.press(reconcileNow, {}, { by: atProvider() })).toEqual({ refused: 'only-desk' });
  expect(await on.stage.press(reconcileNow, {}, { by: atDesk() })).toMatchObject({
    reply: { show: 'reconcile-begun' },
  });
  expect(await on.stage.see(reconcileBegun, {}, atDesk())).toMatchObject({
    sentence: expect.stringContaining('nagekeken'),
  });
  await runs({ asked: true });
  expect(await reports()).toMatchObject([{ cases: 1, withoutNextStep: 0 }]);
  const [told] = await reports();
  expect(await on.stage.see(reconciled, told as object as never, atDesk())).toMatchObject({
    sentence: '1 aanmelding nagekeken. Alles is in orde.',
  });
});

test('what a provider was asked about its list, and the reminder of it, are made again when they are lost', async () => {
  await on.world.refers(31, { state: 'waitlisted', days: 40 });
  await asksProvider(on.world);
  await allThere();
  const cards = async () => (await on.world.keys()).filter((key) => key.startsWith('list-check:')).sort();
  expect(await cards()).toEqual([`list-check:${naft.id}:2026-11-16:asked`]);
  await on.stage.database.kysely.deleteFrom('message').where('key', 'like', 'list-check:%').execute();
  await runs();
  expect(await cards()).toEqual([`list-check:${naft.id}:2026-11-16:asked`]);
  expect(await reports()).toMatchObject([{ postsMade: 1, withoutNextStep: 0 }]);
  await on.stage.database.kysely.updateTable('message').set({ state: 'sent', sentAt: on.stage.now }).execute();
  const start = on.stage.now;
  on.stage.now = new Date(start.getTime() + 7 * 86_400_000);
  const before = await wanted();
  await on.stage.run(reconcileCases, {});
  expect(await wanted()).toBe(before + 1);
  on.stage.now = start;
});

/** How often the card of the list was asked for. */
const wanted = async (): Promise<number> =>
  (
    await on.stage.database.kysely
      .selectFrom('message')
      .select('wantedRevision')
      .where('key', 'like', 'list-check:%')
      .executeTakeFirstOrThrow()
  ).wantedRevision;
