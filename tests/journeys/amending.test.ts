import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { postOf, pupilNamed, thread } from '../support/reading.js';
import { refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('an answer is put right after sending, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('puts an answer right after sending: the provider is told which, and reads old and new; nobody else reads either', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Gewijzigd'));
    await cast.bram.presses('Gecontacteerd', {}, { on: postOf(cast.naft, reference) });
    await stage.settled();
    const post = { on: postOf(cast.clb, reference) };
    await cast.an.presses('Bekijken', {}, post);
    await cast.an.presses('Gegevens wijzigen', {}, post);
    await cast.an.presses('Contact op school wijzigen', {}, post);
    expect((await cast.an.presses('Bewaren', { schoolContact: '' }, post)).text).toContain(
      'Vul in wie op school het contact is.',
    );
    const saved = await cast.an.presses('Bewaren', { schoolContact: 'Rik Nieuwland, 016 55 44 33' }, post);
    expect(saved.text).toContain('Gewijzigd. De aanbieder krijgt bericht.');
    await cast.an.presses('Bekijken', {}, post);
    await cast.an.presses('Gegevens wijzigen', {}, post);
    await cast.an.presses('Hoe dringend wijzigen', {}, post);
    await cast.an.presses('Bewaren', { urgency: 'dringend' }, post);
    await cast.an.redelivers({ newId: true });
    await stage.settled();
    const told = thread(cast.naft, reference).filter(({ text }) => text.includes('Het CLB wijzigde'));
    expect(told).toHaveLength(2);
    expect(told[0]!.text).toContain('Contact op school');
    cast.bram.reloads();
    expect(cast.bram.sees({ on: postOf(cast.naft, reference) })).toMatch(/Gewijzigd: Hoe dringend, ma 16 nov\./);
    expect(cast.bram.sees({ on: postOf(cast.naft, reference) })).toContain('Dringend');
    const { text } = await cast.bram.presses('Bekijken', {}, { on: postOf(cast.naft, reference) });
    expect(text).toContain('Gewijzigd na het verzenden');
    expect(text).toContain('→ Rik Nieuwland, 016 55 44 33');
    expect(cast.an.reads(cast.clb) + cast.bram.reads(cast.naft).replace(text, '')).not.toContain('Nieuwland');
    expect(await cast.bram.buttons({ on: postOf(cast.naft, reference) })).not.toContain('Gegevens wijzigen');
  });

  it('a municipality that may be two is asked again with both, and the chosen one is kept', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Dubbelzinnig'));
    const post = { on: postOf(cast.clb, reference) };
    await cast.an.presses('Bekijken', {}, post);
    await cast.an.presses('Gegevens wijzigen', {}, post);
    await cast.an.presses('Woonplaats wijzigen', {}, post);
    const asked = await cast.an.presses('Bewaren', { domicile: 'Meldert' }, post);
    expect(asked.text).toContain('Meldert (3320, Hoegaarden)');
    const chosen = { domicile: 'Meldert', domicileChoice: 'Meldert (3320, Hoegaarden)' };
    expect((await cast.an.presses('Bewaren', chosen, post)).text).toContain('Gewijzigd.');
    await stage.settled();
    const { text } = await cast.bram.presses('Bekijken', {}, { on: postOf(cast.naft, reference) });
    expect(text).toContain(`${secret.domicile} (Leuven) → Meldert (3320, Hoegaarden)`);
    cast.bram.reloads();
  });

  it('an answer that would take the consent away is not changed: then it is withdrawn', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Instemming'));
    const post = { on: postOf(cast.clb, reference) };
    await cast.an.presses('Bekijken', {}, post);
    await cast.an.presses('Gegevens wijzigen', {}, post);
    const which = cast.an.buttons(post).filter((title) => title.startsWith('Instemming') && title.endsWith('wijzigen'));
    await cast.an.presses(which[0]!, {}, post);
    expect((await cast.an.presses('Bewaren', { pupilConsent: 'nee' }, post)).text).toContain('Zonder instemming');
    await stage.settled();
    expect(thread(cast.naft, reference)).toEqual([]);
  });
});
