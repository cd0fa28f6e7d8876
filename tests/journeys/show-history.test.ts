import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { pressed } from '../support/fake-teams/front-door.js';
import type { Conversation, Message, Person } from '../support/fake-teams/index.js';
import { postOf, pupilNamed } from '../support/reading.js';
import { refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

describe.each(engineInTurn(import.meta.url))('what happened to a case, and who read it, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an, pupilNamed('Gelezen'));
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Bekijken', {}, offer);
    await cast.bram.presses('Gecontacteerd', {}, offer);
    await stage.settled();
  });
  afterAll(() => stage.close());

  const asks = async (who: Person, where: Conversation): Promise<Message> => {
    await who.says(`geschiedenis ${reference}`, where);
    await stage.settled();
    return where.messages.at(-1)!;
  };

  it('is seen by the CLB from its post, newest first, with who and when; and leads back', async () => {
    const post = { on: postOf(cast.clb, reference) };
    const card = await cast.an.presses('Geschiedenis', {}, post);
    const told = ['Contact opgenomen', 'Bezorgd bij de aanbieder', 'Verzonden', 'Aangemeld'];
    const at = told.map((what) => card.text.indexOf(what));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).not.toContain(-1);
    expect(card.text).toContain('Bram Claes · NAFT-Leerrecht Vlaams-Brabant Oost · ');
    expect(card.text).not.toContain('bekeken');
    expect(cast.an.buttons(post)).toEqual(['Terug', 'Wie keek in de gegevens?']);
    const log = await cast.an.presses('Wie keek in de gegevens?', {}, post);
    expect(log.text).toContain('Bram Claes · NAFT-Leerrecht Vlaams-Brabant Oost · ');
    expect(log.text).not.toContain(secret.pupilName);
    await cast.an.presses('Geschiedenis', {}, post);
    expect((await cast.an.presses('Terug', {}, post)).text).toContain('Gecontacteerd');
  });

  it('is seen by the desk, with who opened the data: nothing of what stood there', async () => {
    const card = await asks(cast.dirk, cast.desk);
    expect(card.text).toContain('Contact opgenomen');
    const log = await cast.dirk.presses('Wie keek in de gegevens?', {}, { on: card });
    expect(log.text).toContain('1 keer bekeken');
    expect(log.text).toContain('Gegevens bekeken');
    expect(log.text).toContain('Bram Claes · NAFT-Leerrecht Vlaams-Brabant Oost · ');
    expect(log.text).not.toContain(secret.pupilName);
    expect((await cast.dirk.presses('Geschiedenis', {}, { on: card })).text).toContain('Aangemeld');
  });

  it('does not exist for the provider, nor does who read it when the button is pressed by hand', async () => {
    expect((await asks(cast.bram, cast.naft)).text).toContain('geen aanmelding');
    const { id } = await stage.database.kysely
      .selectFrom('referral')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    const action = { type: 'Action.Execute', verb: 'show', data: { view: 'read-log', referralId: id } };
    const answer = await cast.bram.invokes('adaptiveCard/action', { action, trigger: 'manual' }, cast.naft);
    expect(pressed(answer).text).toContain('niet voor uw organisatie');
  });
});
