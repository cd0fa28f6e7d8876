import { describe, expect, test } from '@jest/globals';
import type { Action } from '../../../../src/contracts/action.js';
import { refuseMatch } from '../../../../src/features/case/dispatch/refuse-match.js';
import { monday10 } from '../../../support/given.js';
import { fieldErrors, pressed, saved, savedReferrals } from './press.js';
import { atProvider, clb, sent } from './world.js';

const action = refuseMatch as Action;
const referral = sent();
const id = { referralId: referral.id };
const caseFile = {
  referralId: referral.id,
  trailId: referral.trailId,
  typed: { pupilName: 'Noor Janssens', birthDate: '3/9/2012', question: 'Rust vinden' },
};

describe('refuse-match: given a delivered referral', () => {
  test('the reason is told as a code and the part of the provider is closed (R12)', async () => {
    const outcome = await pressed(action, atProvider(), { referrals: [referral], caseFile }, { ...id, reason: 'age' });
    expect(savedReferrals(outcome)[0]).toMatchObject({ state: 'no-match', noMatchReason: 'age', closedAt: monday10 });
    expect(outcome.notices?.[0]?.params).toMatchObject({ what: 'no-match', data: { reason: 'age', note: null } });
    expect(saved(outcome)).toHaveLength(1);
  });

  test('the note goes into the sealed file only, and the pupil stays recognisable', async () => {
    const data = { ...id, reason: 'other', note: ' Noor zoekt iets met dieren. ' };
    const outcome = await pressed(action, atProvider(), { referrals: [referral], caseFile }, data);
    const [changed, ...files] = saved(outcome);
    expect(files).toEqual([
      {
        put: 'caseFile',
        row: { ...caseFile, typed: { ...caseFile.typed, noMatchNote: 'Noor zoekt iets met dieren.' } },
        clbId: clb.id,
        identity: { name: 'Noor Janssens', birthDate: '2012-09-03' },
      },
    ]);
    const open = JSON.stringify([changed, outcome.notices, outcome.happened, outcome.reply]);
    expect(open).not.toContain('Noor');
    expect(outcome.happened?.[0]?.data).toEqual({ reason: 'other', note: 'given' });
  });

  test('a group has no pupil to be recognised by', async () => {
    const group = { referrals: [sent({ target: 'group' })], caseFile: { ...caseFile, typed: { groupName: '2A' } } };
    const outcome = await pressed(action, atProvider(), group, { ...id, reason: 'other', note: 'Te groot.' });
    expect(saved(outcome)[1]).toMatchObject({ put: 'caseFile', identity: null });
  });

  test('where the file was erased, nothing more is kept', async () => {
    const outcome = await pressed(
      action,
      atProvider(),
      { referrals: [referral] },
      { ...id, reason: 'other', note: 'Zo.' },
    );
    expect(saved(outcome)).toHaveLength(1);
  });

  test('each wrong field has its own sentence', () => {
    expect(fieldErrors(action, {})).toEqual(['reason-missing']);
    expect(fieldErrors(action, { reason: 'age', note: 'x'.repeat(1001) })).toEqual(['note-too-long']);
  });
});
