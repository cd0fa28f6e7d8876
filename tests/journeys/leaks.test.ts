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
  let list: Message;
  let reference: string;
  const names = ['Aagje Eerstelinck', 'Bavo Tweedeman', 'Cato Derdeyn', 'Dries Vierendeel'];
  const hints = ['Appelaar 1A', 'Berkenaar 2B', 'Cederaar 3C', 'Dennenaar 4D'];

  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    reference = await refers(stage, cast.an);
    offer = cast.naft.botPosts.find((each) => each.text.includes(reference))!;
    post = cast.clb.botPosts.find((each) => each.text.includes(reference))!;
    workers = names.map((_, n) => stage.teams.person(`Werker ${n}`));
    for (const [n, who] of workers.entries()) {
      cast.clb.people.add(who);
      await who.says('help', cast.clb);
      await stage.settled();
      await fillsIn(stage, who, {
        pupil: { ...ordinary.pupil, pupilName: names[n]!, memoryHint: hints[n]! },
      });
    }
    // An hour after the last touch the stored message says where the draft stands.
    await stage.later(3_600_000);
    for (const who of workers) who.reloads();
    await cast.an.says('mijn aanmeldingen');
    await stage.settled();
    list = cast.an.personal.botPosts.at(-1)!;
  });
  afterAll(() => stage.close());

  const ownDrafts = (): Wish[] =>
    workers.map((who, n) => ({
      press: () => who.presses('Verdergaan', {}, { in: who.personal }),
      mine: names[n]!,
      foreign: [
        ...names.filter((name) => name !== names[n]),
        ...hints.filter((hint) => hint !== hints[n]),
        secret.pupilName,
      ],
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
      mine: 'Alles gaat mee naar een nieuwe aanmelding.',
      foreign: [...names, secret.pupilName],
    },
  ];

  const onOnesList = (): Wish[] => [
    {
      press: () => cast.an.presses('Namen tonen', {}, { on: list }),
      mine: secret.pupilName,
      foreign: [...names, ...hints],
    },
    {
      press: () => cast.an.presses('Bekijken', {}, { on: list, row: reference }),
      mine: secret.memoryHint,
      foreign: [...names, ...hints, secret.pupilName],
    },
    {
      press: () => workers[2]!.presses('Bekijken', {}, { on: post }),
      mine: secret.memoryHint,
      foreign: [...names, ...hints],
    },
  ];

  it('reach nobody else and no stored message, with fifty presses at once', async () => {
    const versions = [offer.versions.length, post.versions.length];
    const sent = sendsOf(stage.teams).length;
    const round = () => [...ownDrafts(), ...onTheOffer(), ...onThePost()];
    const wishes = [...Array.from({ length: 6 }, round).flat(), ...onOnesList()];
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
    cast.an.reloads();
    expect(cast.an.reads(cast.an.personal)).not.toMatch(/Quackelbeen|Vuurpijl/);
    expect(cast.an.reads(cast.clb)).not.toMatch(/Quackelbeen|Vuurpijl/);
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
    for (const name of ['Quackelbeen', 'Vuurpijl', ...[...names, ...hints].flatMap((name) => name.split(' '))])
      expect(seen).not.toMatch(new RegExp(`\\b${name}\\b`));
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
