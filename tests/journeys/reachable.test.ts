import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import { postOf } from '../support/reading.js';
import { refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engines)('people can reach each other, on %s', (engine) => {
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
});
