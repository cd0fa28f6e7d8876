import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openDrafts } from '../../../../src/features/case/intake/open-drafts.js';
import { FeatureStage } from '../../../support/feature-stage.js';
import * as given from '../../../support/given.js';
import { groupTyped, ordinaryTyped } from './intakes.js';
import { IntakeWorld } from './world.js';
import { withoutIds } from '../../../support/without-ids.js';

describe('open-drafts', () => {
  let stage: FeatureStage;
  let world: IntakeWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await IntakeWorld.on(stage);
  });

  const params = () => ({ personId: world.person.id });
  const rows = (seen: object | null) => (seen as { drafts: Record<string, string | null>[] }).drafts;

  test('shows at most eight, and how many more there are', async () => {
    for (let number = 0; number < 10; number += 1) await world.addDraft({ typed: { danger: 'no' } });
    const seen = await world.stored(openDrafts, params());
    expect(rows(seen)).toHaveLength(8);
    expect(seen).toMatchObject({
      title: 'U was al bezig met aanmelden',
      more: 'En nog 2. Werk eerst deze af, dan ziet u de andere.',
      summary: '8 aanmeldingen in opmaak',
    });
  });

  test('tells them apart in the chat by what may stand there; to the person alone also by hint and town, never by name', async () => {
    const at = (minutes: number) => new Date(given.monday10.getTime() - minutes * 60_000);
    await world.addDraft({
      typed: { ...ordinaryTyped, memoryHint: 'N.V. 3B' },
      step: 'describe-question',
      createdAt: at(50),
      updatedAt: at(1),
    });
    await world.addDraft({ typed: groupTyped, step: 'record-consent', updatedAt: at(2) });
    await world.addDraft({ typed: { danger: 'no' }, createdAt: at(9), updatedAt: at(3) });
    const stored = await world.stored(openDrafts, params());
    expect(rows(stored)).toMatchObject([
      {
        title: '14–15 jaar · BSO · Vlaams-Brabant Oost',
        line: 'Deel 2 van 3: Vraag · begonnen ma 16 nov., 9.10 u. · laatst bewaard ma 16 nov., 9.59 u.',
      },
      {
        title: 'groep of klas (18) · Vlaams-Brabant Oost',
        line: expect.stringContaining('Deel 3 van 3: Instemming en contact'),
      },
      { title: 'Deel 1 van 3: Leerling', line: expect.stringMatching(/^begonnen/) },
    ]);
    expect(withoutIds(JSON.stringify(stored))).not.toMatch(/Noor|N\.V\.|verzorging|2012|Kessel|Leuven/);
    const own = await world.see(openDrafts, params());
    expect(rows(own)).toMatchObject([
      { title: 'N.V. 3B · 14–15 jaar · BSO · Leuven' },
      { title: 'groep of klas (18) · Leuven' },
      { title: 'Deel 1 van 3: Leerling' },
    ]);
    expect(JSON.stringify(own)).not.toMatch(/Noor|verzorging/);
  });

  test('in the chat it shows itself anew to the person, so that it never tells of a draft that is gone', async () => {
    expect(await world.stored(openDrafts, params())).toMatchObject({
      title: 'U was al bezig met aanmelden',
      refresh: {
        action: { verb: 'show', data: { view: 'open-drafts', personId: world.person.id } },
        userIds: [world.person.teamsId],
      },
    });
    expect(await world.see(openDrafts, params())).toMatchObject({ refresh: null });
  });

  test('is for the person only', () => {
    const other = given.actor({ person: given.person({ aadObjectId: 'other' }) });
    const facts = { person: null, rows: [], more: 0 };
    expect(openDrafts.may?.({ ...facts, personId: world.person.id }, other)).toEqual({ refused: 'draft-gone' });
    expect(openDrafts.may?.({ ...facts, personId: other.person.id }, other)).toBeNull();
  });
});
