import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/contracts/actor.js';
import { changeHint } from '../../../../src/features/case/referral/change-hint.js';
import { myReferrals } from '../../../../src/features/case/referral/my-referrals.js';
import { namedReferrals } from '../../../../src/features/case/referral/named-referrals.js';
import { referralPost } from '../../../../src/features/case/referral/referral-post.js';
import { showNames } from '../../../../src/features/case/referral/show-names.js';
import { recallReferral } from '../../../../src/features/case/intake/recall-referral.js';
import { actor, conversation } from '../../../support/given.js';
import { onStage } from './on-stage.js';
import {
  allowed,
  alone,
  an,
  atClb,
  atDesk,
  atProvider,
  clb,
  jan,
  otherClb,
  provider,
  stranger,
  uuid,
} from './world.js';

const on = onStage();
const id = { referralId: uuid('42') };
const own = { organisationIds: [clb.id], personId: an.id, page: 0 };
const notes = (memoryHint: string, by: Actor = alone()) => on.stage.press(changeHint, { ...id, memoryHint }, { by });
const hint = async (): Promise<string | undefined> => {
  const { trailId } = await on.world.referral(42);
  return (await on.stage.read.hintsOf([trailId])).get(trailId);
};
const titles = (card: object | null): string[] =>
  (card as { groups: { rows: { title: string }[] }[] }).groups.flatMap(({ rows }) => rows.map(({ title }) => title));

describe('the hint of a pupil', () => {
  test('is kept sealed, for one referral and the next of the same pupil, and goes when the pupil is erased', async () => {
    await on.world.refers(42);
    allowed(await notes('  N.V.   3B '));
    expect(await hint()).toBe('N.V. 3B');
    const { trailId } = await on.world.referral(42);
    const rows = await on.stage.database.kysely.selectFrom('trail').select('hint').where('id', '=', trailId).execute();
    expect(rows[0]!.hint).toMatch(/^[\w-]+\.\.[\w.-]+$/);
    await on.stage.put({ put: 'hint', row: { trailId, text: 'N.V. 3B' } }, { erase: 'trail', id: trailId });
    expect(await hint()).toBeUndefined();
    expect(await notes('N.V.')).toEqual({ refused: 'not-found' });
  });

  test('can be taken away, and has an end', async () => {
    await on.world.refers(42);
    allowed(await notes('N.V. 3B'));
    allowed(await notes(' '));
    expect(await hint()).toBeUndefined();
    const tooLong = changeHint.fields.safeParse({ memoryHint: 'x'.repeat(41) });
    expect(tooLong.error?.issues.map(({ message }) => message)).toEqual(['hint-too-long']);
  });

  test('is of the CLB of the referral: a colleague may change it, nobody else', async () => {
    await on.world.refers(42);
    allowed(await notes('N.V. 3B', atClb(jan)));
    for (const by of [atProvider(), atDesk(), stranger()])
      expect(await notes('x', by)).toEqual({ refused: 'only-referrer' });
    expect(await hint()).toBe('N.V. 3B');
  });

  test('changed since the sending, it is the present one that stands in an intake called back', async () => {
    await on.world.refers(42, { state: 'registered' });
    allowed(await notes('N.V. 3B'));
    allowed(await on.stage.press(recallReferral, id, { by: alone() }));
    const { draftId } = await on.world.referral(42);
    expect((await on.stage.read.draft(draftId))!.typed['memoryHint']).toBe('N.V. 3B');
    allowed(await notes('R.D. 2B'));
    expect((await on.stage.read.draft(draftId))!.typed['memoryHint']).toBe('R.D. 2B');
  });
});

describe('who sees it', () => {
  const seen = async (by: Actor | null) => JSON.stringify(await on.stage.see(referralPost, id, by));

  test('on the post: a reader of the CLB alone; not in the stored one, not the desk', async () => {
    await on.world.refers(42);
    allowed(await notes('N.V. 3B'));
    expect(await seen(alone())).toContain('**N.V. 3B** · 2026-0042');
    expect(await seen(atClb(jan))).toContain('N.V. 3B');
    for (const by of [null, atDesk(), atProvider()]) expect(await seen(by)).not.toContain('N.V.');
  });

  test('in the own list: its worker alone; who has none there says so, with number and age', async () => {
    await on.world.refers(42);
    await on.world.refers(43, { days: 2 });
    allowed(await notes('N.V. 3B'));
    const list = await on.stage.see(myReferrals, { ...own }, alone());
    expect(titles(list)).toEqual([
      'N.V. 3B · NAFT Vlaams-Brabant Oost',
      'nog geen geheugensteun · NAFT Vlaams-Brabant Oost',
    ]);
    expect(JSON.stringify(list)).toContain('2026-0043 · Nieuw · 14–15 jaar · BSO');
    const stored = await on.stage.see(myReferrals, { ...own }, null);
    expect(titles(stored)[0]).toContain('2026-0042');
    expect(JSON.stringify(stored)).not.toContain('N.V.');
    expect(stored).toMatchObject({ refresh: { userIds: [an.teamsId] }, nameable: '0', hinted: null });
  });

  test('in the list of a whole organisation nobody', async () => {
    await on.world.refers(42);
    allowed(await notes('N.V. 3B'));
    const list = await on.stage.see(myReferrals, { organisationIds: [clb.id], page: 0 }, atClb(jan));
    expect(JSON.stringify(list)).not.toContain('N.V.');
  });
});

describe('show-names', () => {
  const asks = (by: Actor, organisationIds = [clb.id]) =>
    on.stage.press(showNames, { organisationIds, page: 0 }, { by });
  const log = () =>
    on.stage.database.kysely
      .selectFrom('timeline')
      .select(['subject', 'subjectId', 'personId', 'organisationId', 'data'])
      .where('name', '=', 'names-shown')
      .execute();

  test('shows the names of one’s own list, and leaves one line that says of which referrals', async () => {
    await on.world.refers(43, { days: 2 });
    await on.world.withFile();
    await on.world.refers(42);
    await on.world.withFile();
    const { reply } = allowed(await asks(alone()));
    expect(reply).toEqual({ show: 'named-referrals', with: { organisationIds: [clb.id], page: 0 } });
    expect(titles(await on.stage.see(namedReferrals, { organisationIds: [clb.id], page: 0 }, alone()))).toEqual([
      'Noor Voorbeeld · NAFT Vlaams-Brabant Oost',
      'Noor Voorbeeld · NAFT Vlaams-Brabant Oost',
    ]);
    const line = { subject: 'worker', subjectId: an.id, personId: an.id, organisationId: clb.id };
    expect(await log()).toEqual([{ ...line, data: { references: ['2026-0042', '2026-0043'] } }]);
  });

  test('one’s own referrals only, whoever asks', async () => {
    await on.world.refers(42);
    await on.world.withFile();
    const colleague = actor({ person: jan, organisations: [clb], conversation: conversation({ scope: 'personal' }) });
    allowed(await asks(colleague));
    expect(titles(await on.stage.see(namedReferrals, { organisationIds: [clb.id], page: 0 }, colleague))).toEqual([]);
    expect(await log()).toEqual([]);
  });

  test('only for a CLB of one’s own; the list with names cannot be opened by itself, and is nobody’s', async () => {
    for (const by of [stranger(), atDesk(), atProvider()]) expect(await asks(by)).toEqual({ refused: 'not-yours' });
    expect(await asks(alone(), [otherClb.id])).toEqual({ refused: 'not-yours' });
    expect(await asks(atProvider(), [provider.id])).toEqual({ refused: 'not-yours' });
    expect(namedReferrals.audience).toBe('one-person');
    expect(namedReferrals.may).toBeUndefined();
    expect(await on.stage.see(namedReferrals, { organisationIds: [clb.id], page: 0 }, null)).toBeNull();
  });
});
