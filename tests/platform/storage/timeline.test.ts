import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Read } from '../../../src/contracts/read.js';
import type { MeetingId, OrganisationId, PersonId, SignalId } from '../../../src/domain/ids.js';
import { entry, type Entry } from '../../../src/domain/timeline/entries.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { entryRow, insertTimeline } from '../../../src/platform/storage/timeline.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10, organisation } from '../../support/given.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

const signalId = realId<SignalId>();
const meetingId = realId<MeetingId>();
const desk = organisation({ id: realId<OrganisationId>(), kind: 'desk', name: 'Meldpunt', version: 0 });
const by = { personId: realId<PersonId>(), organisationId: desk.id, now: monday10 };
const program = { personId: null, organisationId: null, now: new Date(monday10.getTime() + 60_000) };

describe.each(engines)('the timeline of what is no referral, on %s', (engine) => {
  let database: Database;
  let read: Read;
  const tell = (entries: readonly Entry[], who: typeof by | typeof program = by) =>
    database.kysely.transaction().execute((trx) =>
      insertTimeline(
        trx,
        entries.map((one) => entryRow(one, who)),
      ),
    );

  beforeAll(async () => {
    database = await freshDatabase(engine);
    read = createRead(database.kysely, sealer, monday10);
    await database.kysely
      .transaction()
      .execute((trx) => save(trx, sealer, [{ put: 'organisation', row: desk }], { ...by, personId: null }));
  });
  afterAll(() => database.close());

  it('given entries of two subjects, then each is told of its own, newest first, with who and for whom', async () => {
    await tell([
      entry('signal', signalId, 'received', { by: 'person', kind: 'policy' }),
      entry('meeting', meetingId, 'moved', { what: 'time', from: monday10, to: program.now }),
    ]);
    await tell([entry('signal', signalId, 'on-agenda', { meetingId })], program);
    expect(await read.timeline('signal', signalId)).toEqual([
      {
        subject: 'signal',
        id: signalId,
        name: 'on-agenda',
        data: { meetingId },
        at: program.now,
        personId: null,
        organisationId: null,
        organisation: null,
      },
      {
        subject: 'signal',
        id: signalId,
        name: 'received',
        data: { by: 'person', kind: 'policy' },
        at: monday10,
        personId: by.personId,
        organisationId: desk.id,
        organisation: 'Meldpunt',
      },
    ]);
    expect((await read.timeline('signal', signalId, 1)).map(({ name }) => name)).toEqual(['on-agenda']);
    const [moved] = await read.timeline('meeting', meetingId);
    expect(moved?.data).toEqual({ what: 'time', from: monday10, to: program.now });
  });

  it('given data that an entry does not hold, then nothing is stored', async () => {
    const wrong = { ...entry('signal', signalId, 'answered', {}), name: 'shouted' } as unknown as Entry;
    const free = entry('signal', signalId, 'closed', { reason: 'Omdat Jan dat zei' as 'other' });
    await expect(tell([wrong])).rejects.toThrow('no entry of a signal is called shouted');
    await expect(tell([free])).rejects.toThrow();
    expect(await read.timeline('signal', signalId)).toHaveLength(2);
  });

  it('given free text beside the codes, then it is left out', async () => {
    const other = realId<SignalId>();
    await tell([
      entry('signal', other, 'answered', { answer: 'Er komt een project.' } as object as Record<string, never>),
    ]);
    expect((await read.timeline('signal', other)).map(({ data }) => data)).toEqual([{}]);
  });

  it('given a stored row that is no entry any more, then it is not taken for one', async () => {
    const other = realId<SignalId>();
    await tell([entry('signal', other, 'closed', { reason: 'known' })]);
    await sql`update timeline set data = '{"reason": "bored"}' where subject_id = ${other}`.execute(database.kysely);
    await expect(read.timeline('signal', other)).rejects.toThrow();
  });

  it('given more than one statement can hold, then all are told in order', async () => {
    const other = realId<SignalId>();
    await tell(Array.from({ length: 6500 }, (_none, count) => entry('signal', other, 'counted', { count })));
    const told = await read.timeline('signal', other, 2);
    expect(told.map(({ data }) => data)).toEqual([{ count: 6499 }, { count: 6498 }]);
  });
});
