import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nothingReconciled } from '../../../src/domain/case/reconcile.js';
import { save } from '../../../src/platform/storage/save.js';
import { engines } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { openStage, type Stage } from '../../support/stage.js';

describe.each(engines)('the pages for who keeps the bot running, on %s', (engine) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(engine);
  });
  afterAll(() => stage.close());
  const get = (path: string) => fetch(`http://127.0.0.1:${stage.app.port}${path}`);

  it('/health says that the database answers', async () => {
    const response = await get('/health');
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });

  it('/metrics counts presses by verb, queues and repeated posts, and names nobody', async () => {
    const an = stage.teams.person('An Peeters');
    await an.says('help');
    await stage.settled();
    await an.presses('Koppelen', {}, { in: an.personal });
    const text = await stage.metrics();
    expect(text).toContain('meldpunt_repeated_posts_total 0');
    expect(text).toContain('meldpunt_teams_addresses_silent 0');
    expect(text).toContain('meldpunt_press_seconds_count{verb="other"} 1');
    expect(text).toContain('meldpunt_queue_ready{queue="deliver"}');
    expect(text).not.toContain('Peeters');
  });

  it('/metrics is not for who is on this machine: a proxy here passes strangers on without a word', async () => {
    expect((await get('/metrics')).status).toBe(401);
  });

  it('/metrics tells how many open referrals had no next step at the last run over all of them', async () => {
    const gauge = async () => /^meldpunt_cases_without_next_step .*$/m.exec(await stage.metrics())?.[0];
    expect(await gauge()).toBe('meldpunt_cases_without_next_step 0');
    const reconciled = { ...nothingReconciled, withoutNextStep: 2, at: monday10.toISOString() };
    const by = { personId: null, organisationId: null, now: monday10 };
    await stage.database.kysely
      .transaction()
      .execute((trx) => save(trx, stage.app.parts.sealer, [{ put: 'setting', row: { reconciled } }], by));
    expect(await gauge()).toBe('meldpunt_cases_without_next_step 2');
  });

  it('any other page is not there', async () => {
    expect((await get('/elsewhere')).status).toBe(404);
  });
});
