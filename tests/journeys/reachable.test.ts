import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { postOf, pupilNamed } from '../support/reading.js';
import { refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('people can reach each other, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
  });
  afterAll(() => stage.close());

  const offer = () => ({ on: postOf(cast.naft, reference) });
  const post = () => ({ on: postOf(cast.clb, reference) });

  it('the provider reads the referrer’s mail from the roster, and can open a chat that says only the reference', () => {
    expect(postOf(cast.naft, reference).text).toContain('mailto:an.peeters@voorbeeld.be');
    const url = new URL(cast.bram.link('Chat met An', offer()));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tenantId: cast.an.tenantId,
      users: 'an.peeters@voorbeeld.be',
      message: `Over aanmelding ${reference}:`,
    });
  });

  it('in the opened file too, with the number of the guardian as a link; an answer closes it', async () => {
    const opened = await cast.bram.presses('Bekijken', {}, offer());
    expect(opened.text).toContain(`tel:${secret.guardianPhone.replaceAll(' ', '')}`);
    expect(opened.text).toContain('mailto:an.peeters@voorbeeld.be');
    expect(cast.bram.buttons(offer())).toContain('Chat met An');
    const answered = await cast.bram.presses('Gecontacteerd', {}, offer());
    expect(answered.text).not.toContain(secret.pupilName);
    await stage.settled();
  });

  it('the CLB reads who has the case, with mail and chat', () => {
    expect(postOf(cast.clb, reference).text).toContain('Bram Claes');
    expect(postOf(cast.clb, reference).text).toContain('mailto:bram.claes@voorbeeld.be');
    expect(cast.an.link('Chat met Bram', post())).toContain('users=bram.claes%40voorbeeld.be');
  });

  const asked = () => ({ in: cast.an.personal, reading: 'Op welk nummer bereikt de aanbieder u?' });

  it('after the first sending the bot asks once on which number; what is wrong says what is right, and nothing is lost', async () => {
    const wrong = await cast.an.presses('Bewaren', { phone: '016' }, asked());
    expect(wrong.text).toContain('bv. 016 12 34 56 of 0470 12 34 56');
    expect(wrong.text).toContain('016');
    const saved = await cast.an.presses('Bewaren', { phone: '016 12 34 56' }, { in: cast.an.personal });
    expect(saved.text).toContain('016 12 34 56');
    await stage.settled();
    cast.an.reloads();
    expect(cast.an.reads(cast.an.personal)).not.toContain('Op welk nummer bereikt de aanbieder u?');
    expect(cast.an.reads(cast.an.personal)).toContain('Zo bereikt de aanbieder u');
  });

  it('the provider’s post says it at once, and says the new one when it changes', async () => {
    expect(postOf(cast.naft, reference).text).toContain('[016 12 34 56](tel:016123456)');
    await cast.an.says('mijn gegevens');
    await stage.settled();
    await cast.an.presses('Formulier openen', {}, { in: cast.an.personal });
    await cast.an.presses('Bewaren', { phone: '0470 12 34 56', email: 'an@werk.example' }, { in: cast.an.personal });
    await stage.settled();
    const { text } = postOf(cast.naft, reference);
    expect(text).toContain('[0470 12 34 56](tel:0470123456) · [an@werk.example](mailto:an@werk.example)');
    expect(text).not.toContain('016 12 34 56');
  });

  it('a second referral does not ask again', async () => {
    await refers(stage, cast.an, pupilNamed('Tweede'));
    expect(cast.an.reads(cast.an.personal)).not.toContain('Op welk nummer bereikt de aanbieder u?');
  });

  it('what a worker said outlives the next reading of the roster', async () => {
    await stage.later(21 * 3_600_000);
    expect(postOf(cast.naft, reference).text).toContain('[an@werk.example]');
  });
});
