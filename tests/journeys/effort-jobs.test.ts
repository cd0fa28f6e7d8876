import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { counted } from '../support/effort.js';
import { fitsElsewhere } from '../support/fits-elsewhere.js';
import { effortPage, type Job, type Thread } from '../support/effort-page.js';
import type { Conversation, Message, Person } from '../support/fake-teams/index.js';
import { root } from '../support/kept-folder.js';
import { decidedByOthers, inTheThread } from '../support/in-the-thread.js';
import { postOf, postsNamed, pupilNamed, until } from '../support/reading.js';
import { atKnownSchool, choosesProvider, needed, refers, refersOn, secret } from '../support/refer.js';
import { openStage, type Stage } from '../support/stage.js';
import { asksFirst, refersAsked } from '../support/ask-first.js';
import { looksThroughLists } from '../support/looks-through-lists.js';
import { usesHelpLines } from '../support/uses-help-lines.js';
import { begins, fillsInAndSends, goesOn, sends } from '../support/walk.js';
import { tellsTheSchool } from '../support/tells-the-school.js';
import { meetingPost, workingGroup, type WorkingGroup } from '../support/working-group.js';

const page = join(root, 'docs/effort.md');

/** Every job once, one after the other, as somebody does it who knows the way: what it asks of them is counted. */
describe('what each job asks of people', () => {
  const jobs: Job[] = [];
  const threads: Thread[] = [];
  let stage: Stage;
  let cast: WorkingGroup;
  beforeAll(async () => {
    stage = await openStage('embedded');
    cast = await workingGroup(stage);
    await refers(stage, cast.an, pupilNamed('Eerste'));
    await cast.an.says('hallo');
    await stage.settled();
  });
  afterAll(() => stage.close());

  interface Counting {
    readonly as: Job['who'];
    readonly by: Person;
    readonly in?: Conversation;
    readonly before?: Job['before'];
  }
  const counts = async (
    job: string,
    { as, by, in: place = by.personal, before }: Counting,
    work: (who: Person) => Promise<unknown>,
  ) => {
    const { who, effort } = counted(by, [place]);
    await work(who);
    await stage.settled();
    jobs.push({ who: as, job, effort: effort(), ...(before === undefined ? {} : { before }) });
  };
  const clb = (by = cast.an): Counting => ({ as: 'CLB worker', by });
  const atClb = (): Counting => ({ as: 'CLB worker', by: cast.an, in: cast.clb });
  const atNaft = (): Counting => ({ as: 'Provider', by: cast.bram, in: cast.naft });
  const offer = (reference: string) => ({ on: postOf(cast.naft, reference) });
  const post = (reference: string) => ({ on: postOf(cast.clb, reference) });
  const stands = (referral: string, reference: string) => threads.push(inTheThread(cast.clb, referral, reference));
  const referred = (name: string): Promise<string> => refers(stage, cast.an, pupilNamed(name));

  it('an intake, changed, and of a group', async () => {
    await refers(stage, cast.an, { ...needed, ...pupilNamed('Tweede') });
    const before = { presses: 9, choices: 11, typed: 9 };
    await counts('refer an ordinary pupil, of a school known to this CLB', { ...clb(), before }, (who) =>
      fillsInAndSends(stage, who, { ...atKnownSchool, pupil: { ...atKnownSchool.pupil, pupilName: 'Arno Voorbeeld' } }),
    );
    const elsewhere = {
      ...needed.pupil,
      pupilName: 'Birgit Voorbeeld',
      birthDate: '7/8/2011',
      schoolName: 'Instituut Ginds',
    };
    await counts('the same, of a school that is new', clb(), (who) =>
      fillsInAndSends(stage, who, {
        ...needed,
        pupil: { ...elsewhere, placeChoice: 'Leuven' },
        region: { domicile: secret.domicile },
      }),
    );
    await counts('refer a class', clb(), async (who) => {
      await begins(stage, who);
      await who.presses('Voor een groep of school', {}, { in: who.personal });
      const group = { groupName: 'klas B', groupSize: '18', schoolChoice: atKnownSchool.pupil['schoolChoice']! };
      await goesOn(who, { gate: true, ...group });
      await goesOn(who, { problemDomains: ['sociaal'], question: 'Samen leren in de klas.' });
      await goesOn(who, { schoolAgreement: 'ja', schoolContact: 'directie, 016 11 22 33' });
      await sends(stage, who);
    });
    await fillsInAndSends(stage, cast.an, { ...pupilNamed('Derde'), provider: 'laat het meldpunt kiezen' });
    await counts('change a referral before it is delivered', clb(), async (who) => {
      const here = { in: who.personal };
      await who.presses('Wijzigen', {}, here);
      await who.presses('Wijzig Vraag', {}, here);
      await who.presses('Verder', { urgency: 'dringend' }, here);
      await who.presses('Verzenden', {}, here);
    });
  });

  it('an answer put right after sending', async () => {
    const reference = await referred('Gewijzigd');
    await counts('change an answer after sending', atClb(), async (who) => {
      await who.presses('Bekijken', {}, post(reference));
      await who.presses('Gegevens wijzigen', {}, post(reference));
      await who.presses('Hoe dringend wijzigen', {}, post(reference));
      await who.presses('Bewaren', { urgency: 'dringend' }, post(reference));
    });
  });

  it('the answers of a provider', async () => {
    const [placed, wait, none] = [await referred('Plaats'), await referred('Wachtend'), await referred('Geen')];
    await counts('open the file', atNaft(), (who) => who.presses('Bekijken', {}, offer(placed)));
    cast.bram.reloads();
    await counts('say that contact was made', atNaft(), (who) => who.presses('Gecontacteerd', {}, offer(placed)));
    await counts('give a place', atNaft(), (who) => who.presses('Plaats', {}, offer(placed)));
    await counts('plan the round table', atNaft(), async (who) => {
      await who.presses('Rondetafelmoment plannen', {}, offer(placed));
      await who.presses('Uitnodigen', { on: '2026-11-24', location: 'lokaal 3' }, offer(placed));
    });
    await counts('put on the waiting list', atNaft(), async (who) => {
      await who.presses('Wachtlijst', {}, offer(wait));
      await who.presses('Op de wachtlijst zetten', { kept: 'nog niet gevraagd' }, offer(wait));
    });
    await counts('stay on the waiting list', atClb(), (who) => who.presses('Ja, op de wachtlijst', {}, post(wait)));
    await counts('say that a place is free', atNaft(), (who) => who.presses('Plaats vrij', {}, offer(wait)));
    await counts('take the place', atClb(), (who) => who.presses('Ja, we nemen de plaats', {}, post(wait)));
    await counts('refuse: no match', atNaft(), async (who) => {
      await who.presses('Geen match', {}, offer(none));
      await who.presses('Geen match', { reason: 'de leerling wil niet' }, offer(none));
    });
    stands('got a place', placed);
    stands('waited, was kept, and got a place', wait);
    stands('was refused', none);
    await counts('withdraw', atClb(), async (who) => {
      await who.presses('Intrekken', {}, post(none));
      await who.presses('Intrekken', { reason: 'de vraag is opgelost' }, post(none));
    });
  });

  it('the desk', async () => {
    const { dirk, desk } = cast;
    const atDesk: Counting = { as: 'Desk', by: dirk, in: desk };
    const phoned = await referred('Gebeld');
    await counts('write down a provider’s answer by phone', atDesk, async (who) => {
      await who.says(`status ${phoned}`, desk);
      await stage.settled();
      const card = { in: desk, reading: phoned };
      await who.presses('Namens de aanbieder', {}, card);
      await who.presses('Gecontacteerd', {}, card);
    });
    const { reference } = await fillsInAndSends(stage, cast.an, {
      ...pupilNamed('Gekozen'),
      provider: 'laat het meldpunt kiezen',
    });
    await counts('choose a provider', atDesk, async (who) => {
      const card = { in: desk, reading: reference };
      await who.presses('Aanbieder kiezen', {}, card);
      await choosesProvider(who, 'NAFT', card);
      await who.presses('Kiezen', {}, card);
    });
    await counts('take the figures of this school year along as a file', atDesk, async (who) => {
      await who.says('cijfers', desk);
      await stage.settled();
      await who.presses('Als bestand', {}, { in: desk });
    });
  });

  it('a question before referring', async () => {
    await counts('ask whether it fits, before referring', clb(), (who) => asksFirst(stage, who));
    await counts('say that it fits', atNaft(), (who) => who.presses('Past', {}, { on: cast.naft.botPosts.at(-1)! }));
    await counts('refer what was asked before', clb(), (who) => refersAsked(stage, who));
  });

  it('help lines', async () => {
    await usesHelpLines(stage, cast, (job, side, work) =>
      counts(job, side === 'clb' ? clb() : { as: 'Provider', by: cast.bram }, work),
    );
  });

  it('the working group', async () => {
    const { an, bram, group } = cast;
    const inGroup = (by: Person): Counting => ({ as: 'Working group', by, in: group });
    await counts('give a signal', clb(), async (who) => {
      await who.says('signaal');
      await stage.settled();
      await who.presses('Formulier openen', {}, { in: an.personal });
      const codes = { kind: 'Een knelpunt', region: 'Vlaams-Brabant Oost', ageGroup: 'jonger dan 12 jaar' };
      await who.presses('Verzenden', { ...codes, text: 'Onder 12 is er nauwelijks aanbod.' }, { in: an.personal });
    });
    await counts('plan the three meetings of a school year', inGroup(an), async (who) => {
      await who.says('vergaderingen plannen', group);
      await stage.settled();
      await who.presses('Formulier openen', {}, { in: group });
      const days = { date1: '2026-12-10', date2: '2027-02-11', date3: '2027-05-20' };
      await who.presses('Plannen', { begin: '14:00', end: '16:00', location: 'Provinciehuis', ...days }, { in: group });
    });
    const meeting = (): { on: Message } => ({ on: meetingPost(cast, 1) });
    await counts('put a point on the agenda', inGroup(bram), async (who) => {
      await who.presses('Punt toevoegen', {}, meeting());
      await who.presses('Toevoegen', { text: 'Wat doen we met de wachtlijsten?' }, meeting());
    });
    await counts('say that one comes to a meeting', inGroup(bram), (who) => who.presses('Ik kom', {}, meeting()));
    await counts('open the survey', inGroup(an), async (who) => {
      await who.says('bevraging', group);
      await stage.settled();
      const on = who.message({ in: group });
      await who.presses('Nu openen', {}, { on });
      await who.presses('Openen', {}, { on });
    });
    const [asked] = postsNamed(an.personal, 'Bevraging');
    await counts('answer the survey', clb(), async (who) => {
      await who.presses('Antwoorden', {}, { on: asked! });
      const seen = { problems: ['sociaal'], askedBy: ['school'], missing: ['aanbod in de buurt'], helped: '2' };
      await who.presses('Antwoorden', { asked: '3 tot 5', region: 'Vlaams-Brabant Oost', ...seen }, { on: asked! });
    });
  });

  it('a full service, another provider, and the change of the school year', async () => {
    const reference = await referred('Volzet');
    await counts('say that a service is full', atNaft(), async (who) => {
      await who.presses('Volzet', {}, offer(reference));
      await who.presses('Volzet melden', {}, offer(reference));
    });
    await counts('refer on to another provider', atClb(), async (who) => {
      await refersOn(who, post(reference), 'Laat');
    });
    stands('was full, and was referred on', reference);
    await until(stage, '2027-09-01T07:00:30Z');
    const question = cast.naft.botPosts.find(({ text }) => text.includes('[Ja, weer open]'))!;
    await counts('say that a service is open again on 1 September', atNaft(), (who) =>
      who.presses('Ja, weer open', {}, { on: question }),
    );
  });

  it('the waiting list is looked through after four weeks', async () => {
    const by = (side: 'clb' | 'provider') => (side === 'clb' ? clb() : atNaft());
    await looksThroughLists(stage, cast, await referred('Nagekeken'), (job, side, work) => counts(job, by(side), work));
  });

  it('a trajectory: started, counted, absent, ended', async () => {
    const reference = await referred('Zeventiende');
    await cast.bram.presses('Plaats', {}, offer(reference));
    await until(stage, '2027-10-01T09:00:00Z');
    cast.bram.reloads();
    await counts('say that a pupil started', atNaft(), async (who) => {
      await who.presses('Gestart', {}, offer(reference));
      await who.presses('Gestart', {}, offer(reference));
    });
    await counts('say that a pupil is absent today', atNaft(), (who) =>
      who.presses('Afwezig vandaag', {}, offer(reference)),
    );
    cast.bram.reloads();
    await counts('note an absence of an earlier day', atNaft(), async (who) => {
      await who.presses('Traject', {}, offer(reference));
      await who.presses('Afwezigheid verbeteren', {}, offer(reference));
      await who.presses('Bewaren', { on: '2027-10-01' }, offer(reference));
    });
    const asked = (monday: string) => ({ on: postsNamed(cast.naft, `Halve dagen, week van ma ${monday}`)[0]! });
    await until(stage, '2027-10-01T14:00:00Z');
    await cast.bram.presses('Bewaren', { count1: '4' }, asked('27 sep.'));
    await until(stage, '2027-10-05T09:00:00Z');
    await tellsTheSchool(cast, reference, (job, by, work) => counts(job, by === 'clb' ? atClb() : atNaft(), work));
    await until(stage, '2027-10-08T14:00:00Z');
    await counts('count the half days of a week, as the week before', atNaft(), (who) =>
      who.presses('Bewaren', {}, asked('4 okt.')),
    );
    for (const day of ['15', '19', '21']) await until(stage, `2027-10-${day}T14:00:00Z`);
    const [left] = postsNamed(cast.desk, 'Halve dagen, week van');
    await counts('count the half days of a week by phone', { as: 'Desk', by: cast.dirk, in: cast.desk }, (who) =>
      who.presses('Bewaren', {}, { on: left! }),
    );
    cast.bram.reloads();
    await counts('end a trajectory with its outcome', atNaft(), async (who) => {
      await who.presses('Traject', {}, offer(reference));
      await who.presses('Afsluiten', {}, offer(reference));
      await who.presses('Afsluiten', { outcome: 'heraansluiting op korte termijn' }, offer(reference));
    });
    stands('got a place, started, and ran to its end', reference);
    expect(threads.at(-1)).toMatchObject({ posts: 1, replies: (await decidedByOthers(stage, reference)).length });
  });

  it('is the pupil still at school', async () => {
    await until(stage, '2028-01-21T12:00:00Z');
    const [asked] = postsNamed(cast.an.personal, 'Is deze leerling nog op school?');
    await counts('say whether a pupil is still at school', clb(), (who) =>
      who.presses('Ja, in dezelfde school', {}, { on: asked! }),
    );
  });

  it('another service has a place for who waits or was refused', async () => {
    await fitsElsewhere(stage, cast, (job, _side, work) => counts(job, clb(), work));
  });

  it('stands in docs/effort.md', async () => {
    const text = await format(effortPage(jobs, threads), { ...(await resolveConfig(page)), filepath: page });
    if (process.env['WRITE_EFFORT'] === '1') writeFileSync(page, text);
    expect(readFileSync(page, 'utf8')).toBe(text);
  });
});
