import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Message } from '../support/fake-teams/index.js';
import { postOf, postsNamed, pupilNamed, thread } from '../support/reading.js';
import { refers, refersOn } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const minutes = 60_000;
const day = 86_400_000;

describe.each(engineInTurn(import.meta.url))('no card asks what was decided, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const replyThat = (reference: string, says: string): Message | undefined =>
    thread(cast.clb, reference).find((message) => message.text.includes(says));
  const waits = async (reference: string, kept: string): Promise<void> => {
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Wachtlijst', {}, offer);
    await cast.bram.presses('Op de wachtlijst zetten', { kept }, offer);
    await stage.settled();
  };

  it('the question in the thread says afterwards who decided what and when, and asks nothing', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Beslist'));
    await waits(reference, 'nog niet gevraagd');
    const question = replyThat(reference, 'Wilt u op de wachtlijst wachten?')!;
    expect(cast.an.sees({ on: question })).toContain('Ja, op de wachtlijst');
    await stage.later(8 * minutes);
    await cast.an.presses('Ja, op de wachtlijst', {}, { on: question });
    await stage.settled();
    cast.an.reloads();
    const answered = cast.an.sees({ on: question });
    expect(answered).toContain('Op de wachtlijst gehouden');
    expect(answered).toMatch(/An Peeters, ma 16 nov\., \d+\.\d\d u\./);
    expect(answered).not.toMatch(/Wilt u|op de wachtlijst\]/);
  });

  it('nor after the referral was withdrawn', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Ingetrokken'));
    await waits(reference, 'nog niet gevraagd');
    const question = replyThat(reference, 'Wilt u op de wachtlijst wachten?')!;
    await cast.an.presses('Intrekken', {}, { on: postOf(cast.clb, reference) });
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, { on: postOf(cast.clb, reference) });
    await stage.settled();
    cast.an.reloads();
    expect(cast.an.sees({ on: question })).toContain('Ingetrokken');
    expect(cast.an.sees({ on: question })).not.toContain('Ja, op de wachtlijst');
  });

  it('nor after the provider took its free place back', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Teruggenomen'));
    await waits(reference, 'ja');
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Plaats vrij', {}, offer);
    await cast.bram.presses('Plaats vrij melden', { reason: 'past beter in de groep' }, offer);
    await stage.settled();
    const question = replyThat(reference, 'Is ze nog nodig?')!;
    expect(cast.an.sees({ on: question })).toContain('Ja, we nemen de plaats');
    await cast.bram.presses('Ongedaan maken', {}, { on: postsNamed(cast.naft, 'Wachtlijst NAFT').at(-1)! });
    await stage.settled();
    cast.an.reloads();
    expect(cast.an.sees({ on: question })).toContain('Antwoord teruggenomen');
    expect(cast.an.sees({ on: question })).not.toContain('Ja, we nemen de plaats');
    await cast.an.presses('Intrekken', {}, { on: postOf(cast.clb, reference) });
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, { on: postOf(cast.clb, reference) });
    await stage.settled();
  });

  it('a waiting list stands once in its channel, also when somebody asks for it', async () => {
    const lists = () =>
      postsNamed(cast.naft, 'Wachtlijst NAFT').filter(({ text }) => text.includes('oudste aanmelding'));
    expect(lists()).toHaveLength(1);
    await cast.bram.says('wachtlijst', cast.naft);
    await stage.settled();
    expect(lists()).toHaveLength(1);
    expect(cast.naft.messages.at(-1)!.text).toContain('Deze lijst staat al in het kanaal van uw organisatie.');
  });

  it('a place is confirmed with a word about what still runs for the same pupil, which the post goes on to say', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Dubbel'));
    await waits(reference, 'ja');
    const post = { on: postOf(cast.clb, reference) };
    const made = await refersOn(cast.an, post, 'Steunpunt Groene Zorg', 'Aanmelden en houden');
    const other = /Verder aangemeld als (\d{4}-\d{4})/.exec(made.text)![1]!;
    await stage.settled();
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Plaats vrij', {}, offer);
    if (cast.bram.sees(offer).includes('Waarom deze eerst?'))
      await cast.bram.presses('Plaats vrij melden', { reason: 'past beter in de groep' }, offer);
    await stage.settled();
    cast.an.reloads();
    expect(cast.an.sees(post)).toContain(`Loopt nog: ${other} bij Steunpunt Groene Zorg`);
    expect(cast.an.sees({ on: postOf(cast.clb, other) })).toContain(`Eerder: ${reference} plaats vrij`);
    const asked = await cast.an.presses('Ja, we nemen de plaats', {}, post);
    expect(asked.text).toContain(`Er loopt nog ${other} bij Steunpunt Groene Zorg`);
    const forgot = await cast.an.presses('Plaats bevestigen', {}, post);
    expect(forgot.text).toContain('Kies wat er gebeurt met wat nog loopt.');
    await cast.an.presses('Plaats bevestigen', { others: 'Intrekken' }, post);
    await stage.settled();
    cast.an.reloads();
    expect(cast.an.sees(post)).toContain('Plaats');
    expect(cast.an.sees(post)).not.toContain('Loopt nog');
    expect(cast.an.sees({ on: postOf(cast.clb, other) })).toContain('Reden: de leerling wordt elders geholpen');
  });

  it('a reminder says, once the step was taken, that it no longer waits: of contact, of a start, of a round table', async () => {
    const reference = await refers(stage, cast.an, pupilNamed('Herinnerd'));
    const offer = { on: postOf(cast.naft, reference) };
    const reads = () => thread(cast.naft, reference).map(({ text }) => text);
    await stage.later(3 * day);
    expect(reads()).toContainEqual(expect.stringContaining('Neem nu contact op'));
    await cast.bram.presses('Gecontacteerd', {}, offer);
    await stage.settled();
    expect(reads()).not.toContainEqual(expect.stringContaining('Neem nu contact op'));
    expect(reads()).toContainEqual(expect.stringContaining('Dit wacht niet meer op u. De stand is nu: gecontacteerd.'));
    await cast.bram.presses('Plaats', {}, offer);
    await stage.later(30 * day);
    const asked = ['Is de leerling gestart?', 'Plan het, of laat het de andere kant plannen'];
    const both = [...thread(cast.clb, reference), ...thread(cast.naft, reference)];
    for (const question of asked)
      expect(both.map(({ text }) => text)).toContainEqual(expect.stringContaining(question));
    cast.bram.reloads();
    await cast.bram.presses('Gestart', {}, offer);
    await cast.bram.presses('Gestart', { on: '2026-12-01' }, offer);
    await stage.settled();
    expect(reads()).not.toContainEqual(expect.stringContaining('Is de leerling gestart?'));
    expect(reads()).toContainEqual(expect.stringContaining('Dit wacht niet meer op u. Het traject: loopt.'));
  });
});
