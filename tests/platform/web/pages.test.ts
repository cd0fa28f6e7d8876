import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storyEngines } from '../../support/database.js';
import { openStage, type Stage } from '../../support/stage.js';

describe.each(storyEngines)('the pages for who keeps the bot running, on %s', (engine) => {
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
    const text = await (await get('/metrics')).text();
    expect(text).toContain('meldpunt_repeated_posts_total 0');
    expect(text).toContain('meldpunt_press_seconds_count{verb="other"} 1');
    expect(text).toContain('meldpunt_queue_ready{queue="deliver"}');
    expect(text).not.toContain('Peeters');
  });

  it('any other page is not there', async () => {
    expect((await get('/elsewhere')).status).toBe(404);
  });
});
