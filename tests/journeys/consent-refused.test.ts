import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { lastReply, postOf } from '../support/reading.js';
import { ordinary } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { fillsIn } from '../support/refer.js';
import { goesOn, sends } from '../support/walk.js';

const day = 86_400_000;
const asked = 'Mogen we ook met zijn vorige school bellen?';

describe.each(engineInTurn(import.meta.url))('consent that is refused, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const here = () => ({ in: cast.an.personal });
  const referrals = () => stage.database.kysely.selectFrom('referral').select(['state', 'withdrawReason']).execute();
  const offer = () => ({ on: postOf(cast.naft, reference) });
  const post = () => ({ on: postOf(cast.clb, reference) });

  it('the parents say no: nothing leaves, nobody hears of it, and what was typed is kept', async () => {
    const before = [cast.clb, cast.naft, cast.desk].map(({ botPosts }) => botPosts.length);
    await fillsIn(stage, cast.an, { consent: { ...ordinary.consent, guardianConsent: 'nee' } });
    expect(cast.an.sees(here())).toContain('U kunt nog niet verzenden');
    expect(cast.an.buttons(here())).not.toContain('Verzenden');
    expect(await referrals()).toEqual([]);
    expect([cast.clb, cast.naft, cast.desk].map(({ botPosts }) => botPosts.length)).toEqual(before);
  });

  it('a week later they agree after all: the same intake is sent, with nothing typed again', async () => {
    await stage.later(7 * day);
    await cast.an.opens(cast.an.personal);
    await cast.an.presses('Verder aanvullen', {}, here());
    await goesOn(cast.an, { guardianConsent: 'ja' });
    reference = (await sends(stage, cast.an)).reference;
    expect(postOf(cast.naft, reference).text).toContain('Nieuw');
  });

  it('the provider asks to call somebody else, and the pupil does not want that: the answer is no, and the referral goes on', async () => {
    await cast.bram.presses('Gecontacteerd', {}, offer());
    await cast.bram.presses('Bekijken', {}, offer());
    await cast.bram.presses('Iets vragen', {}, offer());
    await cast.bram.presses('Vraag stellen', { question: asked }, offer());
    await stage.settled();
    const question = { on: lastReply(cast.clb, reference) };
    await cast.an.presses('Vraag lezen', {}, question);
    await cast.an.presses('Antwoorden', { answer: 'Neen, daar stemt hij niet mee in.' }, question);
    await stage.settled();
    expect(lastReply(cast.naft, reference).text).toContain('antwoordde op uw vraag');
    expect(postOf(cast.naft, reference).text).toContain('Gecontacteerd');
  });

  it('consent is taken back: the open question ends with it, the provider opens nothing any more, and the figures keep the code', async () => {
    cast.bram.reloads();
    await cast.bram.presses('Bekijken', {}, offer());
    await cast.bram.presses('Iets vragen', {}, offer());
    await cast.bram.presses('Vraag stellen', { question: asked }, offer());
    await stage.settled();
    cast.an.reloads();
    await cast.an.presses('Intrekken', {}, post());
    await cast.an.presses('Intrekken', { reason: 'de leerling wil niet' }, post());
    await stage.settled();
    expect(await referrals()).toEqual([{ state: 'withdrawn', withdrawReason: 'pupil-declines' }]);
    cast.bram.reloads();
    expect(cast.bram.buttons(offer())).not.toContain('Bekijken');
    const refused = await cast.bram.invokes('adaptiveCard/action', openFile(await idOf()), cast.naft);
    expect(JSON.stringify(refused.body)).not.toContain('Quackelbeen');
    const { rows } = { rows: await stage.database.kysely.selectFrom('due').select('key').execute() };
    expect(rows.filter(({ key }) => key.startsWith('referral:'))).toEqual([]);
  });

  const idOf = async (): Promise<string> =>
    (await stage.database.kysely.selectFrom('referral').select('id').executeTakeFirstOrThrow()).id;
  const openFile = (referralId: string) => ({
    action: { type: 'Action.Execute', verb: 'open-file', data: { referralId } },
    trigger: 'manual',
  });
});
