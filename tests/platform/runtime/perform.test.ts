import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { editOrganisation } from '../../../src/features/desk/edit-organisation.js';
import { editTerms } from '../../../src/features/desk/edit-terms.js';
import { linkChannel } from '../../../src/features/linking/link-channel.js';
import { reconcileCases } from '../../../src/features/case/reconcile/reconcile-cases.job.js';
import { activityKey } from '../../../src/platform/runtime/reply.js';
import { actor, channel, conversation, organisation, person } from '../../support/given.js';
import { FeatureStage } from '../../support/feature-stage.js';

const stage = await FeatureStage.open();
const desk = organisation({ kind: 'desk', name: 'Meldpunt' });
const clb = organisation();
const dirk = person({ name: 'Dirk Jacobs', aadObjectId: 'aad-dirk' });
const an = person();
const byDirk = actor({ person: dirk, organisations: [desk], channel: channel({ organisationId: desk.id }) });
const byAn = actor({ person: an, organisations: [clb], channel: channel({ organisationId: clb.id }) });
const terms = (days: number) => ({ contactHours: '13', escalateHours: '6,5', draftDays: String(days) });

beforeEach(async () => {
  await stage.clear();
  await stage.put(
    ...[desk, clb].map((row) => ({ put: 'organisation' as const, row: { ...row, version: 0 } })),
    ...[dirk, an].map((row) => ({ put: 'person' as const, row })),
  );
});
afterAll(() => stage.close());

const audit = () =>
  stage.database.kysely
    .selectFrom('audit')
    .select(['at', 'personId', 'organisationId', 'action', 'outcome', 'subject'])
    .execute();
const told = async () => (await stage.database.kysely.selectFrom('timeline').select('name').execute()).length;

describe('an act leaves a line in the audit', () => {
  it('who, for whom, when, what, on which ids: nothing that was typed', async () => {
    const typed = { organisationId: clb.id, name: 'CLB van Zébulon', language: 'nl', phone: '016 12 34 56', email: '' };
    await stage.press(editOrganisation, typed, { by: byDirk });
    const line = { at: stage.now, personId: dirk.id, organisationId: desk.id, action: 'edit-organisation' };
    expect(await audit()).toEqual([{ ...line, outcome: 'done', subject: { organisationId: clb.id } }]);
  });

  it('no word that somebody typed, also where it comes as the subject of a command', async () => {
    await stage.press(linkChannel, { code: 'Zébulon Quackelbeen' }, { by: byAn });
    expect(await audit()).toMatchObject([{ action: 'link-channel', subject: {} }]);
    expect(JSON.stringify(await audit())).not.toContain('Quackelbeen');
  });

  it('also when it was refused: then with the reason, and nothing else is stored', async () => {
    await stage.press(editTerms, terms(9), { by: byAn });
    expect(await audit()).toEqual([
      {
        ...{ at: stage.now, personId: an.id, organisationId: clb.id, action: 'edit-terms' },
        ...{ outcome: 'only-desk', subject: {} },
      },
    ]);
    expect(await told()).toBe(0);
  });

  it('also when the program did it by itself: then without a person', async () => {
    await stage.run(reconcileCases, { after: clb.id });
    expect(await audit()).toMatchObject([
      {
        personId: null,
        organisationId: null,
        action: reconcileCases.name,
        outcome: 'done',
        subject: { after: clb.id },
      },
    ]);
  });
});

describe('an activity that Teams brings again', () => {
  it('is carried out once, and gets its first reply', async () => {
    const first = await stage.press(editTerms, terms(9), { by: byDirk, once: '19:desk 1' });
    const again = await stage.press(editTerms, terms(12), { by: byDirk, once: '19:desk 1' });
    expect(again).toEqual({ reply: (first as { reply: unknown }).reply });
    expect([(await audit()).length, await told()]).toEqual([1, 1]);
  });

  it('is carried out again when it was refused: nothing was done', async () => {
    const refused = await stage.press(editTerms, terms(9), { by: byAn, once: '19:clb 1' });
    expect(await stage.press(editTerms, terms(9), { by: byAn, once: '19:clb 1' })).toEqual(refused);
    expect(await audit()).toHaveLength(2);
  });

  it('is another one under another id', async () => {
    await stage.press(editTerms, terms(9), { by: byDirk, once: '19:desk 1' });
    await stage.press(editTerms, terms(12), { by: byDirk, once: '19:desk 2' });
    expect(await told()).toBe(2);
  });

  it('is another one in another conversation: Teams counts in each of them', async () => {
    for (const [conversationId, days] of [
      ['19:desk', 9],
      ['19:other', 12],
    ] as const)
      await stage.press(editTerms, terms(days), {
        by: byDirk,
        once: activityKey({ conversation: conversation({ conversationId }), activityId: '1' }),
      });
    expect(await told()).toBe(2);
  });
});
