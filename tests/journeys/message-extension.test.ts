import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '../support/fake-teams/index.js';
import type { HelpLineId, HelpOrganisationId } from '../../src/domain/ids.js';
import { save } from '../../src/platform/storage/save.js';
import { storyEngines } from '../support/database.js';
import { helpLine, helpOrganisation } from '../support/given-directory.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { fillsInAndSends } from '../support/walk.js';

const realId = <T extends string>(): T => crypto.randomUUID() as string as T;

interface Listed {
  readonly title: string;
  readonly text: string;
  readonly card: string;
}

describe.each(storyEngines)('the message extension, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let reference: string;

  /** What somebody sees in the list, and what a choice would put in the message. */
  async function looksFor(who: Person, commandId: string, words: string): Promise<readonly Listed[] | string> {
    const parameters = words === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: words }];
    const answer = await who.invokes('composeExtension/query', { commandId, parameters });
    const { composeExtension } = answer.body as {
      composeExtension: {
        text?: string;
        attachments?: { content: object; preview: { content: { title: string; text: string } } }[];
      };
    };
    return (
      composeExtension.attachments?.map(({ content, preview }) => ({
        ...preview.content,
        card: JSON.stringify(content),
      })) ?? String(composeExtension.text)
    );
  }

  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    ({ reference } = await fillsInAndSends(stage, cast.an, {}));
    await stage.settled();
    const { database, sealer } = stage.app.parts;
    const house = helpOrganisation({ id: realId<HelpOrganisationId>(), version: 0 });
    const line = (name: string, over: object) =>
      helpLine({ id: realId<HelpLineId>(), organisationId: house.id, version: 0, name, ...over });
    const lines = [
      line('Huiswerkklas De Brug', { regions: ['VBO'] }),
      line('TEJO Vilvoorde', { kind: 'tejo', regions: ['AHV'], minimumAge: 10, maximumAge: 20 }),
    ];
    const changes = [
      { put: 'helpOrganisation', row: house } as const,
      ...lines.map((row) => ({ put: 'helpLine', row }) as const),
    ];
    const by = { personId: null, organisationId: null, now: stage.clock.now() };
    await database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));
  });
  afterAll(() => stage.close());

  it('finds a help line by a word with a slip, and puts its card in the message with nothing to press', async () => {
    const [found] = await looksFor(cast.an, 'find-line', 'huiswerklas');
    expect(found).toMatchObject({ title: 'Huiswerkklas De Brug', text: expect.stringContaining('016 00 00 00') });
    expect((found as Listed).card).toContain('Huiswerkklas De Brug');
    expect((found as Listed).card).not.toContain('Action.Execute');
  });

  it('begins with the lines of one’s own region', async () => {
    const found = (await looksFor(cast.an, 'find-line', '')) as readonly Listed[];
    expect(found.map(({ title }) => title)).toEqual(['Huiswerkklas De Brug']);
  });

  it('says kindly that there is nothing', async () => {
    expect(await looksFor(cast.an, 'find-line', 'zwembad')).toBe('Niets gevonden. Probeer een ander woord.');
    expect(await looksFor(cast.an, 'find-nothing', 'x')).toContain('Niets gevonden');
  });

  it('finds a case by its reference for who works on it: state and number, nothing of the pupil', async () => {
    for (const who of [cast.an, cast.dirk]) {
      const [found] = await looksFor(who, 'find-case', reference);
      expect(found).toMatchObject({ title: `Aanmelding ${reference}` });
      expect((found as Listed).card).not.toMatch(/Voorbeeld, leerling|016 12|birth/);
      expect((found as Listed).card).not.toContain('Action.Execute');
    }
    expect(await looksFor(cast.an, 'find-case', '')).toHaveLength(1);
  });

  it('tells a stranger the same as of a number that does not exist', async () => {
    const stranger = stage.teams.person('Sofie Vreemd');
    expect(await looksFor(stranger, 'find-case', reference)).toBe(await looksFor(cast.an, 'find-case', '2020-9999'));
    expect(await looksFor(stranger, 'find-case', '')).toContain('Niets gevonden');
  });
});
