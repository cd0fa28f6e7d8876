import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { HelpLine } from '../../../src/domain/helpline/help-line.js';
import type { HelpLineId, HelpOrganisationId } from '../../../src/domain/ids.js';
import type { Database } from '../../../src/platform/storage/connection.js';
import { createRead } from '../../../src/platform/storage/read.js';
import type { Read } from '../../../src/contracts/read.js';
import { save } from '../../../src/platform/storage/save.js';
import { foundBy } from '../../../src/platform/storage/search.js';
import { engines, freshDatabase } from '../../support/database.js';
import { monday10 } from '../../support/given.js';
import { helpLine, helpOrganisation } from '../../support/given-directory.js';
import { testSealer } from '../../support/test-sealer.js';

const sealer = testSealer();
const house = helpOrganisation({ id: crypto.randomUUID() as string as HelpOrganisationId, version: 0 });
const line = (over: Partial<HelpLine>): HelpLine =>
  helpLine({ id: crypto.randomUUID() as string as HelpLineId, organisationId: house.id, version: 0, ...over });
const lines = [
  line({ name: 'Huiswerkklas De Brug', kind: 'local-initiative' }),
  line({ name: 'TEJO Vilvoorde', kind: 'tejo' }),
  line({ name: 'JAC Leuven', kind: 'jac-caw' }),
  line({ name: 'Gezinnen Halle', kind: 'one-family-one-plan' }),
  line({ name: 'Welzijn Tienen', kind: 'local-government' }),
  line({ name: 'Jongerenconsulent', kind: null, description: 'VDAB helpt jongeren aan werk' }),
  line({ name: 'Wijkpolitie Asse', kind: 'police' }),
  line({ name: 'Onderwijsloket', kind: null, description: 'Wat doen als uw kind spijbelt? Wij helpen bij spijbelen.' }),
  line({ name: 'Praktijk Diest', kind: null, description: 'Gesprekken met een therapeut' }),
  ...['Een', 'Twee', 'Drie', 'Vier'].map((name) => line({ name: `TEJO ${name}`, kind: 'tejo' })),
];

describe.each(engines)('the words people look for, on %s', (engine) => {
  let database: Database;
  let read: Read;
  beforeAll(async () => {
    database = await freshDatabase(engine);
    read = createRead(database.kysely, sealer, monday10);
    const by = { personId: crypto.randomUUID() as never, organisationId: null, now: monday10 };
    const rows = lines.map((row) => ({ put: 'helpLine', row }) as const);
    await database.kysely
      .transaction()
      .execute((trx) => save(trx, sealer, [{ put: 'helpOrganisation', row: house }, ...rows], by));
  });
  afterAll(() => database.close());
  const namesOf = async (words: string) => (await read.helpLines({ words })).map(({ name }) => name);

  test('whatever signs are typed, the search answers', async () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^[\p{L}\p{N}'\\&|!:*() 𝒶𝒷𐐷]{0,30}$/u),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (words) => {
        await read.helpLines({ words });
        await read.countSignals({ words });
      }),
      { numRuns: 150, examples: [['𐐷𐐷𐐷𐐷𐐷'], ["l'école"], ['a&|!:*b'], ["'"], ['ﬀﬀﬀﬀﬀ']] },
    );
  });

  test.each([
    ['therapie', 'TEJO Vilvoorde'],
    ['werk zoeken', 'Jongerenconsulent'],
    ['jeugdhulp', 'JAC Leuven'],
    ['1gezin1plan', 'Gezinnen Halle'],
    ['armoede', 'Welzijn Tienen'],
    ['huiswrek', 'Huiswerkklas De Brug'],
    ['huiswerken', 'Huiswerkklas De Brug'],
  ])('%s finds %s', async (words, name) => expect(await namesOf(words)).toContain(name));

  test.each([
    ['spijbelen', 'Onderwijsloket'],
    ['therapeut', 'Praktijk Diest'],
  ])('%s: the line that says so itself stands first', async (words, name) => {
    expect((await namesOf(words))[0]).toBe(name);
  });

  it('whatever is typed, nothing breaks', async () => {
    for (const words of ["a'b & | ! :* ()", 'de het een', '1', '\\', 'gezin | plan']) await namesOf(words);
  });

  it('uses its indexes when there are many lines', async () => {
    await database.kysely.transaction().execute(async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx);
      const { rows } = await sql<
        Record<string, string>
      >`explain select id from help_line where ${foundBy(['huiswerk'])}`.execute(trx);
      const plan = rows.map((row) => Object.values(row)[0]).join('\n');
      for (const index of ['help_line_stems', 'help_line_words', 'help_line_slips']) expect(plan).toContain(index);
    });
  });
});
