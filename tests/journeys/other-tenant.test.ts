import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { engineInTurn } from '../support/database.js';
import type { Person } from '../support/fake-teams/index.js';
import { refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';

const elsewhere = '0b0b0b0b-0000-4000-8000-000000000099';
const hour = 3_600_000;

/** A shared channel has members of other tenants, who keep their own (msteams-docs#13206). */
describe.each(engineInTurn(import.meta.url))('a member of another tenant, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  let tine: Person;
  beforeAll(async () => {
    stage = await openStage(engine, undefined, { tenants: [elsewhere] });
    cast = await linkedCast(stage);
    tine = stage.teams.person('Tine Elders', { tenantId: elsewhere });
    await stage.teams.joins(tine, cast.naft.team!, cast.bram);
    await stage.settled();
  });
  afterAll(() => stage.close());

  const people = async () =>
    (
      await sql<{ tenantId: string }>`select tenant_id from person where aad_object_id = ${tine.aadObjectId}`.execute(
        stage.database.kysely,
      )
    ).rows.map(({ tenantId }) => tenantId);

  it('is one person, under the own tenant, and works in the channel', async () => {
    expect(await people()).toEqual([elsewhere]);
    const reference = await refers(stage, cast.an);
    await stage.settled();
    await tine.says('werklijst', cast.naft);
    await stage.settled();
    expect(tine.sees({ in: cast.naft })).toContain(reference);
    const post = cast.naft.botPosts.find(({ text }) => text.includes(reference))!;
    expect((await tine.presses('Bekijken', {}, { on: post })).text).not.toContain('nog niet gekoppeld');
    expect(await people()).toEqual([elsewhere]);
  });

  it('is known in the own chat, which is opened in the own tenant', async () => {
    await tine.says('werklijst');
    await stage.settled();
    expect(tine.sees({ in: tine.personal })).toContain('Werklijst');
    expect(await people()).toEqual([elsewhere]);
  });

  it('stays the same person who was known under the channel’s tenant before', async () => {
    const { rows } = await sql<{ id: string }>`update person set tenant_id = ${stage.teams.tenantId}
      where aad_object_id = ${tine.aadObjectId} returning id`.execute(stage.database.kysely);
    await stage.later(21 * hour);
    const after = await sql<{ id: string; tenantId: string }>`select id, tenant_id from person
      where aad_object_id = ${tine.aadObjectId}`.execute(stage.database.kysely);
    expect(after.rows).toEqual([{ id: rows[0]?.id, tenantId: elsewhere }]);
  });
});
