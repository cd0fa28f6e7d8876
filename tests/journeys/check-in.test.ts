import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineInTurn } from '../support/database.js';
import { inputsOf, type Message } from '../support/fake-teams/index.js';
import { lastReply, postOf, pupilNamed, thread } from '../support/reading.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const day = 24 * 3_600_000;

describe.each(engineInTurn(import.meta.url))('a waiting list is looked through every four weeks, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  const references: string[] = [];
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    for (const name of ['Een', 'Twee', 'Drie']) {
      const reference = await refers(stage, cast.an, pupilNamed(name));
      references.push(reference);
      const offer = { on: postOf(cast.naft, reference) };
      await cast.bram.presses('Wachtlijst', {}, offer);
      await cast.bram.presses('Op de wachtlijst zetten', { kept: 'ja' }, offer);
      await stage.settled();
    }
  });
  afterAll(() => stage.close());

  const cards = (): Message[] =>
    cast.an.personal.botPosts.filter(({ text }) => text.includes('op een wachtlijst') || text.includes('Nagekeken'));
  const last = () => ({ on: cards().at(-1)! });

  it('asks on one card about the whole list, with numbers only; the hints are for her eyes', async () => {
    await stage.later(28 * day);
    expect(cards()).toHaveLength(1);
    const { text } = cards()[0]!;
    expect(text).toContain('3 aanmeldingen op een wachtlijst');
    for (const [index, reference] of references.entries()) {
      expect(text).toContain(`${reference} · NAFT`);
      expect(text).toContain(`${index + 1}${index === 0 ? 'ste' : 'de'} op de lijst · wacht ± 4 weken`);
      expect(postOf(cast.clb, reference).text).toContain('Is deze aanmelding nog nodig?');
    }
    expect(text).not.toContain('Vuurpijl');
    const opened = await cast.an.presses('Per leerling', {}, last());
    expect(opened.text).toContain('Vuurpijl');
  });

  it('the provider looks through its list too: one start moves, its CLB hears it, and the desk sees the list in one line', async () => {
    const asks = cast.naft.botPosts.filter(({ text }) => text.includes('Kloppen de verwachte starts nog?'));
    expect(asks).toHaveLength(1);
    const onCard = { on: asks[0]! };
    await cast.bram.presses('Starts wijzigen', {}, onCard);
    const third = inputsOf(cast.bram.card(onCard)).map(({ id }) => String(id))[2]!;
    const done = await cast.bram.presses('Bewaren', { [third]: '2027-03-01' }, onCard);
    expect(done.text).toContain('Nagekeken');
    await stage.settled();
    expect(lastReply(cast.clb, references[2]!).text).toContain('is nu **ma 1 mrt. 2027**');
    await cast.dirk.says('wachtlijsten', cast.desk);
    await stage.settled();
    const lists = cast.dirk.sees({ in: cast.desk });
    expect(lists).toContain('3 aanmeldingen wachten op 1 lijst');
    expect(lists).toContain('eerste start 1 mrt.');
  });

  it('two are still needed and one is solved, in one submit; the provider reads it, the others move up', async () => {
    const inputs = inputsOf(cast.an.card(last())).map(({ id }) => String(id));
    const answer = await cast.an.presses('Bewaren', { [inputs[0]!]: 'Opgelost' }, last());
    expect(answer.text).toContain('Nagekeken');
    await stage.settled();
    const [gone, second] = references as [string, string, string];
    expect(lastReply(cast.naft, gone).text).toContain('de vraag is opgelost');
    expect(postOf(cast.clb, second).text).toContain('1ste');
    expect(postOf(cast.clb, second).text).not.toContain('Is deze aanmelding nog nodig?');
  });

  it('within two weeks it comes back in one press, on its own place', async () => {
    const [gone, second] = references as [string, string, string];
    await stage.later(3 * day);
    await cast.an.presses('Terug op de wachtlijst', {}, { on: postOf(cast.clb, gone) });
    await stage.settled();
    expect(postOf(cast.clb, gone).text).toContain('1ste');
    expect(postOf(cast.clb, second).text).toContain('2de');
    expect(lastReply(cast.naft, gone).text).toContain('terug op uw wachtlijst');
  });

  it('silence removes nobody: one reminder, then the desk has them as not confirmed, and they keep their place', async () => {
    await stage.later(28 * day);
    const before = cards().length;
    await stage.later(8 * day);
    expect(cards()).toHaveLength(before + 1);
    expect(cards().at(-1)?.text).toContain('Nog geen antwoord.');
    await stage.later(7 * day);
    expect(cards()).toHaveLength(before + 1);
    const [, second, third] = references as [string, string, string];
    for (const reference of [second, third]) {
      expect(postOf(cast.desk, reference).text).toContain('Niet bevestigd');
      expect(postOf(cast.naft, reference).text).toContain('Op wachtlijst');
      expect(thread(cast.naft, reference).some(({ text }) => text.includes('ingetrokken'))).toBe(false);
    }
  });

  it('the desk calls and writes down that it is still needed; the cards of before ask nothing any more', async () => {
    const [, second] = references as [string, string, string];
    await cast.dirk.presses('Nog nodig', {}, { on: postOf(cast.desk, second) });
    await stage.settled();
    expect(lastReply(cast.clb, second).text).toContain('Deze aanmelding is nog nodig');
    cast.an.reloads();
    const old = cast.an.personal.botPosts.filter(({ text }) => text.includes('Vervangen'));
    expect(old).toHaveLength(1);
    expect(old[0]?.text).toContain('Antwoord op de kaart van');
    expect(cast.an.buttons({ on: old[0]! })).toEqual(['Naar die kaart']);
  });
});
