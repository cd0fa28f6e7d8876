import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../../src/contracts/outcome.js';
import type { Read } from '../../../src/contracts/read.js';
import type { PersonId, SignalId, SurveyId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { signal } from '../../support/given-directory.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const persons = Array.from({ length: 5 }, () => realId<PersonId>()).sort();
const first = signal({ id: realId<SignalId>(), version: 0, counts: { count: 6 }, rule: 'no-match:AHV' });
const second = signal({
  id: realId<SignalId>(),
  reference: 'S-2026-002',
  text: 'Vervoer naar de zorgboerderij is er niet.',
  kind: 'policy',
  createdAt: new Date(monday10.getTime() + 1000),
  version: 0,
});

describe.each(engines)('what the working group has, on %s', (engine) => {
  let database: Database;
  let read: Read;
  const by = { personId: null, organisationId: null, now: monday10 };
  const store = (changes: Change[]) => database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));

  beforeAll(async () => {
    database = await freshDatabase(engine);
    read = createRead(database.kysely, sealer, monday10);
    await store([
      { put: 'signal', row: first },
      { put: 'signal', row: second },
    ]);
  });
  afterAll(() => database.close());

  it('finds signals by state, kind, rule, reference and words with a slip', async () => {
    expect(await read.signal(first.id)).toEqual({ ...first, version: 1 });
    expect((await read.signals({})).map(({ reference }) => reference)).toEqual(['S-2026-002', 'S-2026-001']);
    expect(await read.countSignals({ kinds: ['policy'] })).toBe(1);
    expect(await read.countSignals({ states: ['answered'] })).toBe(0);
    expect((await read.signals({ automatic: true })).map(({ id }) => id)).toEqual([first.id]);
    expect((await read.signalByRule('no-match:AHV'))?.id).toBe(first.id);
    expect((await read.signalByReference('S-2026-002'))?.id).toBe(second.id);
    expect((await read.signals({ words: 'zorgboerdrij' })).map(({ id }) => id)).toEqual([second.id]);
  });

  it('makes one automatic signal of a rule', async () => {
    const again = { ...first, id: realId<SignalId>(), reference: 'S-2026-003', version: 0 };
    await expect(store([{ put: 'signal', row: again }])).rejects.toThrow();
    expect(await read.countSignals({ automatic: true })).toBe(1);
  });

  it('numbers signals per year', async () => {
    expect(await read.nextSignalReferences(2026, 2)).toEqual(['S-2026-003', 'S-2026-004']);
    expect(await read.nextSignalReferences(2027, 1)).toEqual(['S-2027-001']);
  });

  it('leaves no gap for what was not stored, and counts on past 999', async () => {
    expect(await read.nextSignalReferences(2027, 1)).toEqual(['S-2027-001']);
    expect(await read.nextSignalReferences(2027, 1)).toEqual(['S-2027-001']);
    await store([{ put: 'signal', row: { ...second, id: realId<SignalId>(), reference: 'S-2027-999', version: 0 } }]);
    await store([{ put: 'signal', row: { ...second, id: realId<SignalId>(), reference: 'S-2027-1000', version: 0 } }]);
    expect(await read.nextSignalReferences(2027, 1)).toEqual(['S-2027-1001']);
  });

  it('counts the support of each person once, all at the same time', async () => {
    const votes = [...persons, ...persons].map(
      (personId) => ({ put: 'vote', row: { subjectId: first.id, personId } }) as const,
    );
    await Promise.all(votes.map((vote) => store([vote])));
    expect((await read.votes([first.id, second.id])).get(first.id)).toEqual(persons);
    await store([{ end: 'vote', row: { subjectId: first.id, personId: persons[0]! } }]);
    expect((await read.votes([first.id])).get(first.id)).toEqual(persons.slice(1));
    expect((await read.votes([])).size).toBe(0);
  });

  it('keeps who answered a survey apart from what was answered', async () => {
    const surveyId = realId<SurveyId>();
    const [personId, clbId] = [persons[0]!, realId<never>()];
    const asked = { id: realId(), surveyId, personId, clbId, answered: true, version: 0 };
    await store([
      {
        put: 'survey',
        row: {
          id: surveyId,
          schoolYear: '2026-2027',
          opensOn: '2027-03-01',
          closesOn: '2027-03-29',
          state: 'open',
          openedAt: monday10,
          version: 0,
        },
      },
      { put: 'surveyPerson', row: asked },
      { put: 'surveyAnswer', row: { id: realId(), surveyId, answers: { often: 'weekly', missing: ['place'] } } },
    ]);
    expect(await read.surveyPerson(surveyId, personId)).toEqual({ ...asked, version: 1 });
    const [answer] = await read.surveyAnswers(surveyId);
    expect(Object.keys(answer ?? {}).sort()).toEqual(['answers', 'id', 'surveyId']);
    expect(answer?.answers).toEqual({ often: 'weekly', missing: ['place'] });
  });
});
