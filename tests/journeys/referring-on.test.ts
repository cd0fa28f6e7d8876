import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { postOf } from '../support/reading.js';
import { refers, refersOn, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('referring on, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('after no match the CLB reads why, and what it can choose', async () => {
    const { an, bram } = cast;
    expect(await refers(stage, an)).toBe('2026-0001');
    await bram.presses('Gecontacteerd', {}, { in: cast.naft });
    await bram.presses('Geen match', {}, { in: cast.naft });
    await bram.presses('Geen match', { reason: 'er is meer ondersteuning nodig' }, { in: cast.naft });
    await stage.settled();
    const post = cast.clb.botPosts.find((message) => JSON.stringify(message.card).includes('2026-0001'))!;
    expect(an.sees({ on: post })).toContain('Geen match: er is meer ondersteuning nodig.');
    expect(JSON.stringify(cast.clb.repliesTo(post).at(-1)?.card)).toContain('Andere aanbieder');
  });

  it('goes to another provider in three presses at most and nothing typed, and the first is withdrawn as asked', async () => {
    const { an } = cast;
    const made = await refersOn(an, { in: cast.clb, reading: '2026-0001' }, 'Laat het Meldpunt kiezen');
    expect(made.text).toContain('Verder aangemeld als 2026-0002');
    expect(made.text).toContain('Eerder: 2026-0001 geen match');
    await stage.settled();
    an.reloads();
    const first = postOf(cast.clb, '2026-0001');
    expect(an.sees({ on: first })).toContain('Ingetrokken');
    expect(an.sees({ on: first })).toContain('Verder aangemeld als 2026-0002');
    expect(cast.dirk.sees({ in: cast.desk, reading: '2026-0002' })).toContain('Aanbieder kiezen');
  });

  it('shows the status to who it concerns, and to nobody else that it exists', async () => {
    const { an, bram } = cast;
    await an.says('status 2');
    await bram.says('status 2026-0002', cast.naft);
    await bram.says('status 2026-0009', cast.naft);
    await stage.settled();
    expect(an.sees({ in: an.personal })).toContain('2026-0002 · ');
    const told = cast.naft.messages.slice(-2).map(({ card }) => JSON.stringify(card));
    expect(told[0]!.replaceAll('2026-0002', '2026-0009')).toBe(told[1]);
  });

  it('lists what is open, and withdraws with a reason', async () => {
    const { an } = cast;
    await an.says('mijn aanmeldingen');
    await stage.settled();
    expect(an.sees({ in: an.personal })).toContain('2026-0002');
    await an.presses('Intrekken', {}, { in: cast.clb, reading: '2026-0002' });
    const done = await an.presses('Intrekken', { reason: 'de vraag is opgelost' }, { in: cast.clb });
    expect(done.text).toContain('Reden: de vraag is opgelost.');
    await an.says('werklijst');
    await stage.settled();
    expect(an.sees({ in: an.personal })).toContain('U hebt geen open aanmeldingen.');
  });

  it('and none of it holds anything personal', () => {
    const sent = JSON.stringify(
      [cast.clb, cast.naft, cast.desk].flatMap(({ messages }) => messages.map(({ card }) => card)),
    );
    for (const one of Object.values(secret)) expect(sent).not.toContain(one);
    expect(stage.logged.join('')).not.toContain(secret.pupilName);
  });
});
