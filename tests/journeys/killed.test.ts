import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Engine } from '../../src/platform/storage/connection.js';
import { engines } from '../support/database.js';
import type { Message, Person, Conversation } from '../support/fake-teams/index.js';
import { MortalStage } from '../support/mortal-stage.js';
import { fillsIn, ordinary } from '../support/refer.js';
import { deskCode, link } from '../support/stage.js';
import { postsAbout } from '../support/reading.js';
import { seeded } from '../support/standing.js';

/**
 * When the process is killed after a press. `asked`: while it waits for the answer. `answered`: as soon as the answer is
 * there. `calling`: when its n-th call has reached Teams, which does not take it. `taken`: when Teams has taken its n-th
 * call and it does not know yet. `told`: right after Teams has answered its n-th call.
 */
type Moment = 'asked' | 'answered' | 'calling' | 'taken' | 'told';
const moments: readonly Moment[] = ['asked', 'answered', 'calling', 'taken', 'told'];
const acts = ['send', 'contact', 'waitlist', 'withdraw'] as const;
/**
 * Five referrals with four acts each: every act meets every moment once. A start costs seconds, so a run divides them over
 * the engines, such that on each engine every act and every moment occurs, and the one that starts slower takes fewer; with OTHER_LIVES=1 it takes those that were
 * left, as CI does on its second Node.
 */
const lives = moments.map((_, life) => {
  const random = seeded(20 + life);
  return acts.map((act, n) => ({
    act,
    moment: moments[(life + n) % moments.length]!,
    nth: 1 + random(2),
    beats: random(4),
  }));
});
const rounds = lives.flatMap((acts, life) =>
  acts.map((one, n) => ({ ...one, life, round: life * acts.length + n + 1 })),
);
type Round = (typeof rounds)[number];

const left = process.env['OTHER_LIVES'] === '1' ? 1 : 0;
/** The referrals of one engine in this run. With one engine only, it takes all. */
const livesOn = (engine: Engine): readonly Round[] =>
  rounds.filter(({ life }) => engines.length === 1 || (life + left) % 2 === (engine === 'embedded' ? 1 : 0));

describe.each(engines)('killed between a press and its delivery, on %s', (engine) => {
  let stage: MortalStage;
  let an: Person;
  let bram: Person;
  let clb: Conversation;
  let naft: Conversation;
  /** What was acknowledged, by reference: the state that everybody must come to see. */
  const acknowledged = new Map<string, { readonly state: string; readonly offer: string }>();
  let doubles = 0;
  let reference = '';
  let begun = 0;

  beforeAll(async () => {
    begun = Date.now();
    stage = await MortalStage.open(engine);
    await stage.start();
    const { teams } = stage;
    [an, bram] = [teams.person('An Peeters'), teams.person('Bram Claes')];
    const dirk = teams.person('Dirk Jacobs');
    clb = teams.team('CLB', { people: [an] }).general;
    naft = teams.team('NAFT', { people: [bram] }).general;
    const desk = teams.team('Meldpunt', { people: [dirk] }).general;
    await dirk.says(`koppelen ${deskCode}`, desk);
    await stage.settled();
    await link(stage, { dirk, desk }, { who: an, where: clb, organisation: 'CLB Voorbeeld Leuven (CLB)' });
    const organisation = 'NAFT-Leerrecht Vlaams-Brabant Oost (aanbieder)';
    await link(stage, { dirk, desk }, { who: bram, where: naft, organisation });
  });
  afterAll(() => stage?.remove());

  /** Everything up to the press of the round; gives the press. */
  async function prepared({ act, life }: Round): Promise<() => Promise<{ text: string }>> {
    an.reloads();
    bram.reloads();
    const offer = postsAbout(naft, reference).at(-1);
    switch (act) {
      case 'send':
        await fillsIn(stage, an, { pupil: { ...ordinary.pupil, pupilName: `Leerling ${'ABCDE'[life]}` } });
        return () => an.presses('Verzenden', {}, { in: an.personal });
      case 'contact':
        return () => bram.presses('Gecontacteerd', {}, { on: offer! });
      case 'waitlist':
        await bram.presses('Wachtlijst', {}, { on: offer! });
        return () => bram.presses('Op de wachtlijst zetten', { kept: 'yes' }, { on: offer! });
      case 'withdraw': {
        const on = postsAbout(clb, reference).at(-1)!;
        await an.presses('Intrekken', {}, { on });
        return () => an.presses('Intrekken', { reason: 'solved' }, { on, verb: 'withdraw-referral' });
      }
    }
  }

  /** Presses, and kills at the moment of the round. Gives the answer when there was one. */
  async function killedAt(
    press: () => Promise<{ text: string }>,
    { moment, nth, beats }: Round,
  ): Promise<string | null> {
    const { teams } = stage;
    const calls = teams.wire.length;
    const answering = press().then(
      ({ text }) => text,
      () => null,
    );
    if (moment === 'asked') {
      for (let beat = 0; beat < beats; beat++) await fetch(`${new URL(teams.botUrl).origin}/health`);
      await stage.kill();
      return answering;
    }
    if (moment === 'calling' || moment === 'taken') {
      const before = nth - 1;
      if (before > 0) await teams.until(() => teams.wire.length >= calls + before, 'an earlier call');
      const fault = teams.goesWrong(moment === 'calling' ? 'hang' : 'accept-then-drop', { times: 1 });
      await Promise.race([fault.arrived, teams.until(() => fault.hits > 0, 'the call', 3_000).catch(() => null)]);
    }
    if (moment === 'told') await teams.until(() => teams.wire[calls + nth - 1]?.status, 'the answered call');
    const answer = moment === 'answered' ? await answering : null;
    await stage.kill();
    teams.faults.clear();
    return answer ?? answering;
  }

  it.each(livesOn(engine))('round $round: $act, killed when $moment', async (given) => {
    const { act, round } = given;
    const press = await prepared(given);
    await stage.settled();
    const before = doubled().length;
    const answer = await killedAt(press, given);
    await stage.revive();
    await stage.settled();
    if (act === 'send') reference = `2026-${String(acknowledged.size + 1).padStart(4, '0')}`;
    if (answer === null) await (['send', 'withdraw'].includes(act) ? an : bram).redelivers({ newId: round % 2 === 0 });
    acknowledged.set(reference, states[act]);
    await stage.teams.until(() => unseen().length === 0, 'everybody sees it').catch(() => undefined);
    expect(unseen()).toEqual([]);
    await stage.settled();
    const added = doubled().length - before;
    const counted = await stage.countRepeats();
    if (added > counted)
      throw new Error(`${added} posts stand twice, ${counted} were counted: ${doubled().join('\n')}`);
    doubles += added;
  });

  it('lost nothing, left nothing unsent, and counted every repeat', async () => {
    await stage.close();
    const { unsent, referrals } = await stage.withDatabase(async ({ kysely }) => ({
      unsent: await kysely.selectFrom('message').select(['key', 'state']).where('state', '<>', 'sent').execute(),
      referrals: await kysely.selectFrom('referral').select('reference').orderBy('reference').execute(),
    }));
    expect(unsent).toEqual([]);
    expect(referrals.map((row) => row.reference)).toEqual([...acknowledged.keys()].sort());
    expect(doubled()).toHaveLength(doubles);
    expect(doubles).toBeLessThanOrEqual(stage.repeats);
    process.stdout.write(
      `${engine}: ${livesOn(engine).length} kills, ${stage.lives} lives, ${doubles} posts stand twice, ${stage.repeats} counted as repeated, ${Math.round((Date.now() - begun) / 1000)} s, of which ${Math.round(stage.startingMs / 1000)} s starting\n`,
    );
  });

  /** What was acknowledged and cannot be read on both posts. */
  const unseen = (): string[] =>
    [...acknowledged].flatMap(([of, { state, offer }]) => {
      const [ours, theirs] = [
        postsAbout(clb, of).at(-1)?.text ?? 'no post',
        postsAbout(naft, of).at(-1)?.text ?? 'no offer',
      ];
      return [...(ours.includes(state) ? [] : [ours]), ...(theirs.includes(offer) ? [] : [theirs])];
    });

  const states = {
    send: { state: 'Nieuw bij', offer: 'Nieuw' },
    contact: { state: 'Gecontacteerd', offer: 'Gecontacteerd' },
    waitlist: { state: 'Op wachtlijst', offer: 'Op wachtlijst' },
    withdraw: { state: 'Ingetrokken', offer: 'ngetrokken' },
  } as const;

  /** The messages that stand there once more: the same words in the same thread. */
  function doubled(): string[] {
    const all = [...stage.teams.world.conversations.values()].flatMap((conversation) =>
      conversation.messages
        .filter(({ author, deleted }) => author === 'bot' && !deleted)
        .map((message) => [conversation.id, message.isPost ? 'post' : message.threadId, identity(message)].join('|')),
    );
    return all.filter((one, n) => all.indexOf(one) !== n);
  }

  /** A post is known by its first sending's reference, a reply by its words. */
  function identity(message: Message): string {
    const first = JSON.stringify(message.versions[0]);
    if (message.isPost || message.threadId === null) return /Aanmelding \d{4}-\d{4}/.exec(first)?.[0] ?? message.id;
    return String(message.versions[0]?.['summary']);
  }
});
