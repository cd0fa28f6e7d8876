import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationId, ServiceId } from '../../src/domain/ids.js';
import { save } from '../../src/platform/storage/save.js';
import { engineInTurn } from '../support/database.js';
import type { Conversation, Person } from '../support/fake-teams/index.js';
import { organisation, service } from '../support/given.js';
import { lastReply, postOf } from '../support/reading.js';
import { inputsFor, refersOn } from '../support/refer.js';
import { begins, goesOn, sends } from '../support/walk.js';
import { link, linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const day = 86_400_000;
/** Goes to school in the other region, so that the providers of both fit (R7). */
const region = { domicile: 'Kessel-Lo', schoolPlace: 'Vilvoorde' };

interface Provider {
  readonly name: string;
  readonly who: Person;
  readonly where: Conversation;
}

describe.each(engineInTurn(import.meta.url))('no match three times, and then a start, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let providers: readonly Provider[];
  const references: string[] = [];
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
    await addsProject('Project Vierde Kans');
    const others = ['NAFT-Leerrecht Asse-Halle-Vilvoorde', 'Steunpunt Groene Zorg', 'Project Vierde Kans'];
    providers = [{ name: 'NAFT-Leerrecht Vlaams-Brabant Oost', who: cast.bram, where: cast.naft }];
    for (const name of others) providers = [...providers, await joins(name)];
  });
  afterAll(() => stage.close());

  const addsProject = async (name: string): Promise<void> => {
    const { database, sealer } = stage.app.parts;
    const id = '00000000-0000-4000-8000-00000000a4a4' as OrganisationId;
    const project = organisation({ id, kind: 'provider', name, version: 0 });
    const offered = service({ id: id as string as ServiceId, organisationId: id, name, regions: ['VBO'], version: 0 });
    const by = { personId: null, organisationId: null, now: stage.clock.now() };
    await database.kysely.transaction().execute((trx) =>
      save(
        trx,
        sealer,
        [
          { put: 'organisation', row: project },
          { put: 'service', row: offered },
        ],
        by,
      ),
    );
  };
  const joins = async (name: string): Promise<Provider> => {
    const who = stage.teams.person(`Werker van ${name}`);
    const where = stage.teams.team(name, { people: [who] }).general;
    await link(stage, cast, { who, where, organisation: `${name} (aanbieder)` });
    return { name, who, where };
  };
  const refuses = async ({ who, where }: Provider, reference: string): Promise<void> => {
    const on = { on: postOf(where, reference) };
    await who.presses('Gecontacteerd', {}, on);
    await who.presses('Geen match', {}, on);
    await who.presses('Geen match', { reason: 'er is meer ondersteuning nodig' }, on);
    await stage.settled();
  };
  /** Nothing typed: only where to is chosen. */
  const goesOnTo = async (from: string, { name }: Provider): Promise<string> => {
    cast.an.reloads();
    const made = await refersOn(cast.an, { on: postOf(cast.clb, from) }, name);
    await stage.settled();
    return /Verder aangemeld als (\d{4}-\d{4})/.exec(made.text)![1]!;
  };

  it('each refusal is told with its reason, and the CLB refers on; the next provider reads codes, never who refused', async () => {
    await begins(stage, cast.an);
    await goesOn(cast.an, inputsFor('pupil', { region }));
    await goesOn(cast.an, { region: 'NAFT Vlaams-Brabant Oost' });
    for (const part of ['question', 'consent'] as const) await goesOn(cast.an, inputsFor(part));
    references.push((await sends(stage, cast.an)).reference);
    for (const [turn, next] of providers.slice(1).entries()) {
      const present = references.at(-1)!;
      await refuses(providers[turn]!, present);
      expect(lastReply(cast.clb, present).text).toContain('er is meer ondersteuning nodig');
      await stage.later(7 * day);
      references.push(await goesOnTo(present, next));
      const offer = postOf(next.where, references.at(-1)!).text;
      expect(offer).toContain('geen match');
      for (const { name } of providers.slice(0, turn + 1)) expect(offer).not.toContain(name);
      expect(postOf(cast.clb, present).text).toContain('Ingetrokken');
    }
    expect(references).toHaveLength(4);
  });

  it('the fourth has a place, and the pupil starts: one start in one trail that began with the first', async () => {
    const last = providers.at(-1)!;
    const on = { on: postOf(last.where, references.at(-1)!) };
    await last.who.presses('Gecontacteerd', {}, on);
    await last.who.presses('Plaats', {}, on);
    await stage.settled();
    await last.who.presses('Rondetafelmoment plannen', {}, on);
    await last.who.presses('Uitnodigen', { on: '2026-12-10' }, on);
    await stage.later(5 * day);
    last.who.reloads();
    await last.who.presses('Gestart', {}, on);
    await last.who.presses('Gestart', {}, on);
    await stage.settled();
    expect(postOf(cast.clb, references.at(-1)!).text).toContain('Traject loopt sinds');
    const rows = await stage.database.kysely.selectFrom('referral').selectAll().orderBy('reference').execute();
    expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'placed']);
    expect(new Set(rows.map(({ trailId }) => trailId)).size).toBe(1);
    expect(new Set(rows.map(({ firstRegisteredAt }) => firstRegisteredAt.getTime())).size).toBe(1);
    const starts = await stage.database.kysely.selectFrom('trajectory').select('referralId').execute();
    expect(starts).toEqual([{ referralId: rows.at(-1)!.id }]);
  });

  it('nobody who refused is asked anything any more, and no clock of theirs runs', async () => {
    const rows = await stage.database.kysely.selectFrom('referral').select(['id', 'state']).execute();
    const due = await stage.database.kysely.selectFrom('due').select('key').execute();
    for (const { id, state } of rows)
      if (state === 'withdrawn') expect(due.filter(({ key }) => key.includes(id))).toEqual([]);
  });
});
