import { afterEach, expect, it } from '@jest/globals';
import { queueWhatWaits } from '../../../src/platform/commands/move-to-postgres.js';
import { openDatabase, type Database } from '../../../src/platform/storage/connection.js';
import { refreshMessages } from '../../../src/platform/storage/messages.js';
import { moveDatabase, NotEmpty } from '../../../src/platform/storage/move-database.js';
import { postKey } from '../../../src/domain/reference-to.js';
import { emptyPostgresUrl, freshDatabase } from '../../support/database.js';
import { describeOnPostgres } from '../../support/on-postgres.js';
import { refers } from '../../support/refer.js';
import { linkedCast, openStage, type Stage } from '../../support/stage.js';

describeOnPostgres('from the embedded database to a server', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await one.close();
  });
  const opened = <T extends { close(): Promise<void> }>(one: T): T => {
    open.push(one);
    return one;
  };
  const server = async (url: string): Promise<Database> => openDatabase({ databaseUrl: url, dataDirectory: null });

  it('everything goes over, numbers go on, what waits is sent, and the story goes on there', async () => {
    const url = await emptyPostgresUrl();
    let isMoved = false;
    const embedded = await freshDatabase('embedded');
    const stage: Stage = opened(
      await openStage('embedded', undefined, { open: async () => (isMoved ? server(url) : embedded) }),
    );
    const cast = await linkedCast(stage);
    const first = await refers(stage, cast.an);
    await stage.settled();
    const target = await server(url);
    const { key: clbPost } = await stage.database.kysely
      .selectFrom('message')
      .select('key')
      .where('key', 'like', 'referral:%:clb')
      .executeTakeFirstOrThrow();
    const told: string[] = [];
    const rows = await moveDatabase(stage.database, target, ({ table }) => told.push(table));
    expect(rows).toBeGreaterThan(50);
    expect(told.indexOf('organisation')).toBeLessThan(told.indexOf('referral'));
    await target.kysely.transaction().execute((trx) => refreshMessages(trx, [postKey(clbPost)]));
    expect(await queueWhatWaits(target)).toBe(1);
    await expect(moveDatabase(stage.database, target)).rejects.toThrow(NotEmpty);
    await target.close();

    isMoved = true;
    await stage.restart();
    await stage.settled();
    const due = await stage.database.kysely.selectFrom('message').select('key').where('state', '=', 'due').execute();
    expect([stage.database.engine, due]).toEqual(['postgresql', []]);
    await cast.bram.presses('Gecontacteerd', {}, { in: cast.naft });
    await stage.settled();
    expect(cast.clb.botPosts.at(-1)!.text).toBeTruthy();
    const { seq } = await stage.database.kysely
      .selectFrom('message')
      .select('seq')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(seq).toBeGreaterThan(0);
    expect(first).toMatch(/^2026-/);
  });
});
