import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '../../src/domain/ids.js';
import { engineInTurn } from '../support/database.js';
import type { Conversation } from '../support/fake-teams/index.js';
import { fillsInPart, inputsFor, needed } from '../support/refer.js';
import { addOrganisation, clbExample, link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { goesOn, sends } from '../support/walk.js';

const second = 'CLB Andere Oever';
const secondId = '00000000-0000-4000-8000-0000000c1b02' as OrganisationId;

describe.each(engineInTurn(import.meta.url))('a worker of two CLBs chooses once, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let other: Conversation;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    other = stage.teams.team(second, { people: [cast.an, stage.teams.person('Jan Maes')] }).general;
    await addOrganisation(stage, { ...clbExample, id: secondId, name: second });
    await link(stage, cast, { who: cast.an, where: other, organisation: `${second} (CLB)` });
  });
  afterAll(() => stage.close());
  const here = () => ({ in: cast.an.personal });
  const last = () => ({ on: cast.an.personal.botPosts.at(-1)! });

  it('for a referral: the choice stays with it, and its post stands in the channel of that CLB', async () => {
    await cast.an.says('aanmelden');
    await stage.settled();
    expect(cast.an.sees(last())).toContain('Voor welk CLB meldt u aan?');
    expect(await stage.database.kysely.selectFrom('draft').selectAll().execute()).toEqual([]);
    await cast.an.presses('Kies', {}, { ...last(), row: second });
    await stage.settled();
    const [draft] = await stage.database.kysely.selectFrom('draft').selectAll().execute();
    expect(draft?.clbId).toBe(secondId);
    for (const part of ['pupil', 'question', 'consent'] as const)
      await (part === 'question' ? goesOn(cast.an, inputsFor(part, needed)) : fillsInPart(cast.an, part, needed));
    const { reference } = await sends(stage, cast.an);
    expect(other.botPosts.map(({ text }) => text).join()).toContain(reference);
    expect(cast.clb.botPosts.map(({ text }) => text).join()).not.toContain(reference);
  });

  it('for a question before referring: the form opens for the CLB that was chosen', async () => {
    await cast.an.says('vraag');
    await stage.settled();
    const asked = await cast.an.presses('Formulier openen', {}, last());
    expect(asked.text).toContain('Voor welk CLB stelt u deze vraag?');
    await cast.an.presses('Kies', {}, { ...last(), row: second });
    const row = cast.an
      .buttons(last())
      .find((title) => title.includes('Vraag het aan NAFT-Leerrecht Vlaams-Brabant Oost'));
    const facts = { age: 14, domicile: '3010', schoolForm: 'BSO', problemDomains: ['emotioneel'] };
    await cast.an.presses(row ?? 'Vraag het aan NAFT', { ...facts, question: 'Kan een halve week?' }, last());
    const [inquiry] = await stage.database.kysely.selectFrom('inquiry').selectAll().execute();
    expect(inquiry?.clbId).toBe(secondId);
  });

  it('for a signal: the form asks it, and says so when it is left open', async () => {
    await cast.an.says('signaal');
    await stage.settled();
    await cast.an.presses('Formulier openen', {}, last());
    const filled = {
      kind: 'Een knelpunt',
      region: 'heel Vlaams-Brabant',
      ageGroup: 'alle leeftijden',
      text: 'Er zijn te weinig plaatsen op woensdag.',
    };
    const left = await cast.an.presses('Verzenden', filled, last());
    expect(left.text).toContain('Kies voor welke organisatie u dit meldt.');
    await cast.an.presses('Verzenden', { ...filled, organisationId: second }, last());
    await stage.settled();
    const [signal] = await stage.database.kysely.selectFrom('signal').selectAll().execute();
    expect(signal?.organisationId).toBe(secondId);
  });

  it('who is in one of them only is asked nothing', async () => {
    other.people.delete(cast.an);
    await cast.an.says('hallo', cast.clb);
    await stage.later(24 * 3_600_000);
    await cast.an.says('aanmelden');
    await stage.settled();
    expect(cast.an.sees(here())).not.toContain('Voor welk CLB');
  });
});
