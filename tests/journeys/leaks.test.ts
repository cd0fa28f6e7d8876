import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '../support/database.js';
import type { Message, Person } from '../support/fake-teams/index.js';
import { fillsIn, ordinary, refers, secret } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { sendsOf } from '../support/standing.js';

/** What one person asks for, how the answer is recognised, and what must not stand in it. */
interface Wish {
  readonly press: () => Promise<{ readonly text: string }>;
  readonly mine: string;
  readonly foreign: readonly string[];
}

describe.each(engines)('views of one person, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let workers: Person[];
  let offer: Message;
  let post: Message;
  const names = ['Aagje Eerstelinck', 'Bavo Tweedeman', 'Cato Derdeyn', 'Dries Vierendeel'];

  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    const reference = await refers(stage, cast.an);
    offer = cast.naft.botPosts.find((each) => each.text.includes(reference))!;
    post = cast.clb.botPosts.find((each) => each.text.includes(reference))!;
    workers = names.map((_, n) => stage.teams.person(`Werker ${n}`));
    for (const [n, who] of workers.entries()) {
      cast.clb.people.add(who);
      await who.says('help', cast.clb);
      await stage.settled();
      await fillsIn(stage, who, { pupil: { ...ordinary.pupil, pupilName: names[n]! } });
      who.reloads();
    }
  });
  afterAll(() => stage.close());

  const ownDrafts = (): Wish[] =>
    workers.map((who, n) => ({
      press: () => who.presses('Verdergaan', {}, { in: who.personal }),
      mine: names[n]!,
      foreign: [...names.filter((name) => name !== names[n]), secret.pupilName],
    }));
  const onTheOffer = (): Wish[] => [
    { press: () => cast.bram.presses('Bekijken', {}, { on: offer }), mine: secret.pupilName, foreign: names },
    {
      press: () => cast.bea.presses('Geen match', {}, { on: offer }),
      mine: 'Waarom is er geen match?',
      foreign: [...names, secret.pupilName, 'Wil het CLB'],
    },
  ];
  const onThePost = (): Wish[] => [
    { press: () => cast.an.presses('Bekijken', {}, { on: post }), mine: secret.pupilName, foreign: names },
    {
      press: () => workers[0]!.presses('Intrekken', {}, { on: post }),
      mine: 'Waarom trekt u de aanmelding in?',
      foreign: [...names, secret.pupilName],
    },
    {
      press: () => workers[1]!.presses('Andere aanbieder', {}, { on: post }),
      mine: 'Bij welke aanbieder meldt u aan?',
      foreign: [...names, secret.pupilName],
    },
  ];

  it('reach nobody else and no stored message, with fifty presses at once', async () => {
    const versions = [offer.versions.length, post.versions.length];
    const sent = sendsOf(stage.teams).length;
    const wishes = Array.from({ length: 6 }, () => [...ownDrafts(), ...onTheOffer(), ...onThePost()]).flat();
    expect(wishes.length).toBeGreaterThanOrEqual(50);
    const answers = await Promise.all(wishes.map(({ press }) => press()));
    await stage.settled();
    for (const [n, { text }] of answers.entries()) {
      expect(text).toContain(wishes[n]!.mine);
      expect(wishes[n]!.foreign.filter((name) => text.includes(name))).toEqual([]);
    }
    expect(sendsOf(stage.teams)).toHaveLength(sent);
    expect([offer.versions.length, post.versions.length]).toEqual(versions);
  });

  it('are gone from the screen of others and after a reload', () => {
    const { bram, bea, dirk } = cast;
    expect(bea.reads(cast.naft)).not.toContain('Quackelbeen');
    expect(dirk.reads(cast.desk)).not.toContain('Quackelbeen');
    bram.reloads();
    expect(bram.reads(cast.naft)).not.toContain('Quackelbeen');
  });

  it('refuse details and drafts to who may not see them, also with a copied button', async () => {
    const { teams } = stage;
    const stranger = teams.person('Vreemde Vos');
    const elsewhere = teams.team('Elders', { people: [stranger] }).general;
    await stranger.says('help', elsewhere);
    await stage.settled();
    const presses = teams.answers
      .filter(({ activity }) => activity['type'] === 'invoke')
      .map(({ activity }) => activity);
    expect(presses.length).toBeGreaterThan(70);
    const before = sendsOf(teams).length;
    const from = { id: stranger.teamsId, name: stranger.name, aadObjectId: stranger.aadObjectId };
    const conversation = { conversationType: 'channel', isGroup: true, tenantId: stranger.tenantId, id: elsewhere.id };
    const answers = await Promise.all(presses.map((press) => teams.deliver({ ...press, from, conversation })));
    const seen = JSON.stringify(answers.map(({ body }) => body));
    for (const name of ['Quackelbeen', ...names.flatMap((name) => name.split(' '))]) expect(seen).not.toContain(name);
    await stage.settled();
    expect(sendsOf(teams)).toHaveLength(before);
  });

  it('are never updated by an automatic refresh of somebody else', async () => {
    const before = sendsOf(stage.teams).length;
    await Promise.all([cast.bram, cast.bea].map((who) => who.opens(cast.naft)));
    await Promise.all([cast.an, ...workers].map((who) => who.opens(cast.clb)));
    await stage.settled();
    expect(sendsOf(stage.teams)).toHaveLength(before);
    expect(cast.naft.messages.map(({ text }) => text).join()).not.toContain('Quackelbeen');
  });
});
