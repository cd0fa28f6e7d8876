import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import type { Message } from '../support/fake-teams/index.js';
import { choice, lastReply, postOf, postsNamed, pupilNamed, thread } from '../support/reading.js';
import { refers, refersOn } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const naftName = 'NAFT-Leerrecht Vlaams-Brabant Oost';
const day = 24 * 3_600_000;

describe.each(engineInTurn(import.meta.url))('the waiting list, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let first: string;
  let second: string;
  let third: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    const references: string[] = [];
    for (const name of ['Eerste', 'Tweede', 'Derde']) {
      references.push(await refers(stage, cast.an, pupilNamed(name)));
      await stage.later(day);
    }
    [first, second, third] = references as [string, string, string];
    for (const reference of [third, first, second]) await onList(reference);
  });
  afterAll(() => stage.close());

  const onList = async (reference: string): Promise<void> => {
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Wachtlijst', {}, offer);
    await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, offer);
    await stage.settled();
  };
  const list = (): Message => {
    const found = postsNamed(cast.naft, `Wachtlijst ${naftName}`);
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const order = (): string[] => [...list().text.matchAll(/\d{4}-\d{4}(?= ·)/g)].map(([reference]) => reference);
  const place = (reference: string): string | undefined =>
    /(\d+(?:ste|de))\s*\n?\s*op de lijst/.exec(postOf(cast.clb, reference).text)?.[1];

  it('is one post, in order of registration, whoever was put on it first', () => {
    expect(order()).toEqual([first, second, third]);
    expect(list().text).toContain('3 leerlingen · oudste aanmelding 3 dagen');
    expect(list().versions.length).toBeGreaterThan(1);
  });

  it('shows each referrer the place on the list', () => {
    expect([first, second, third].map(place)).toEqual(['1ste', '2de', '3de']);
  });

  it('tells the referrer when the expected start moves', async () => {
    const offer = { on: postOf(cast.naft, second) };
    await cast.bram.presses('Verwachte start', {}, offer);
    await cast.bram.presses('Wijzigen', { expectedStartOn: '2027-02-22' }, offer);
    await stage.settled();
    expect(lastReply(cast.clb, second).text).toContain(`De verwachte start bij ${naftName} is nu **ma 22 feb. 2027**.`);
    expect(lastReply(cast.clb, second).mentions).toEqual([cast.an.teamsId]);
    expect(postOf(cast.clb, second).text).toContain('22 feb.\nverwachte start');
    expect(list().text).toContain('start rond 22 feb.');
  });

  it('plaats vrij: the first in order, the referrer confirms, the others move up', async () => {
    await cast.bram.presses(`Plaats vrij voor ${first}`, {}, { on: list() });
    await stage.settled();
    expect(list().text).toContain('Plaats vrij\n');
    expect(lastReply(cast.clb, first).text).toContain(`Er is een plaats vrij bij ${naftName}. Is ze nog nodig?`);
    expect(lastReply(cast.clb, first).mentions).toEqual([cast.an.teamsId]);
    await cast.an.presses('Ja, we nemen de plaats', {}, { on: postOf(cast.clb, first) });
    await stage.settled();
    expect(postOf(cast.clb, first).text).toContain('Plaats');
    expect(postOf(cast.naft, first).text).toContain('Plaats');
    expect(lastReply(cast.naft, first).text).toContain('Het CLB bevestigt dat de plaats nog nodig is.');
    expect(order()).toEqual([second, third]);
    expect([second, third].map(place)).toEqual(['1ste', '2de']);
  });

  it('somebody else than the first only with a reason', async () => {
    const onPost = { on: list() };
    await cast.bram.presses('Iemand anders kiezen', {}, onPost);
    const chosen = choice(cast.bram, onPost, 'chosen', third);
    const forgot = await cast.bram.presses('Plaats vrij melden', { chosen }, onPost);
    expect(forgot.text).toContain('Kies een reden uit de lijst.');
    await cast.bram.presses('Plaats vrij melden', { chosen, reason: 'past beter in de groep' }, onPost);
    await stage.settled();
    expect(postOf(cast.clb, third).text).toContain('Er is een plaats vrij. Is ze nog nodig?');
    expect(place(second)).toBe('1ste');
    await cast.bram.presses('Ongedaan maken', {}, { on: list() });
    await stage.settled();
    expect(postOf(cast.clb, third).text).toContain('Op wachtlijst');
  });
});

describe.each(engineInTurn(import.meta.url))('the waiting list when the CLB was not asked yet, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  const post = () => ({ on: postOf(cast.clb, reference) });
  let count = 0;
  beforeEach(async () => {
    reference = await refers(stage, cast.an, pupilNamed(['Blijver', 'Zoeker', 'Stopper'][count++]!));
    const offer = { on: postOf(cast.naft, reference) };
    await cast.bram.presses('Wachtlijst', {}, offer);
    await cast.bram.presses('Op de wachtlijst zetten', { kept: 'nog niet gevraagd' }, offer);
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('Beslis tegen');
    expect(lastReply(cast.clb, reference).text).toContain('Wilt u op de wachtlijst wachten?');
    expect(lastReply(cast.clb, reference).mentions).toEqual([cast.an.teamsId]);
  });

  it('behouden: on the list with one press', async () => {
    await cast.an.presses('Ja, op de wachtlijst', {}, post());
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('Op wachtlijst');
    expect(lastReply(cast.naft, reference).text).toContain('Het CLB laat de aanmelding op uw wachtlijst.');
    expect(postsNamed(cast.naft, `Wachtlijst ${naftName}`)[0]?.text).toContain(reference);
  });

  it('elders sneller: referred on, the first is withdrawn', async () => {
    const done = await refersOn(cast.an, post(), 'Steunpunt Groene Zorg');
    await stage.settled();
    expect(done.text).toContain('Verder aangemeld als');
    expect(postOf(cast.clb, reference).text).toContain('Reden: de leerling wordt elders geholpen');
    expect(lastReply(cast.naft, reference).text).toContain('Het CLB heeft de aanmelding ingetrokken');
  });

  it('intrekken: with a reason, and the provider is told once', async () => {
    await cast.an.presses('Intrekken', {}, post());
    await cast.an.presses('Intrekken', { reason: 'de vraag is opgelost' }, post());
    await stage.settled();
    expect(postOf(cast.clb, reference).text).toContain('Ingetrokken');
    const told = thread(cast.naft, reference).filter(({ text }) => text.includes('de vraag is opgelost'));
    expect(told).toHaveLength(1);
  });
});
