import { expect, test } from '@jest/globals';
import { sides, type Side } from '../../../src/domain/case/referral.js';
import { inquiryStates, type Inquiry, type InquiryState } from '../../../src/domain/inquiry/inquiry.js';
import { inquiryActs, inquiryRights, type InquiryAct } from '../../../src/domain/inquiry/policy.js';
import { registeredAt } from '../../support/case.js';
import { after, anInquiry, draftId } from './world.js';

const all = [...inquiryStates];
/** Written down a second time: which side may do what in which states. */
const table: Readonly<Record<InquiryAct, Partial<Readonly<Record<Side, readonly InquiryState[]>>>>> = {
  answer: { provider: ['asked', 'answered'], desk: ['asked', 'answered'] },
  forward: { desk: ['asked'] },
  withdraw: { clb: ['asked', 'answered'] },
  'ask-another': { clb: ['asked', 'answered', 'withdrawn', 'lapsed'] },
  refer: { clb: all },
  'hand-over': { clb: ['asked', 'answered'], desk: ['asked', 'answered'] },
  read: { clb: all, provider: ['asked', 'answered'], desk: all },
  see: { clb: all, provider: all, desk: all },
  miss: { clock: ['asked'] },
  'follow-up': { clock: ['asked', 'answered'] },
  lapse: { clock: ['asked', 'answered'] },
  erase: { clock: ['withdrawn', 'lapsed'] },
};

const later = new Date(registeredAt.getTime() + 31 * 86_400_000);
const inState: Readonly<Record<InquiryState, () => Inquiry>> = {
  asked: () => anInquiry(),
  answered: () => after(anInquiry(), { act: 'answer', answer: 'fits', reason: null, text: null }, 'provider'),
  referred: () => after(anInquiry(), { act: 'refer', draftId }, 'clb'),
  withdrawn: () => after(anInquiry(), { act: 'withdraw' }, 'clb'),
  lapsed: () => after(anInquiry(), { act: 'lapse' }, 'clock', later),
};

test.each(inquiryActs.flatMap((act) => sides.map((side) => [act, side] as const)))('%s by %s', (act, side) => {
  const may = inquiryStates.filter(
    (state) => 'side' in inquiryRights.can({ sides: [side], isAuthor: false }, act, inState[state](), registeredAt),
  );
  expect(may).toEqual(table[act][side] ?? []);
});

test('what was erased is neither read nor gone on with', () => {
  const erased = after(inState.lapsed(), { act: 'erase' }, 'clock', new Date(later.getTime() + 31 * 86_400_000));
  for (const act of ['read', 'refer', 'ask-another'] as const)
    expect(inquiryRights.can({ sides: ['clb'], isAuthor: true }, act, erased, registeredAt)).toEqual({
      denied: 'erased',
    });
});

test('a provider that says that it does not fit reads no more of what was typed', () => {
  const misfit = after(anInquiry(), { act: 'answer', answer: 'misfit', reason: 'no-room', text: null }, 'provider');
  const reads = (side: Side) => inquiryRights.can({ sides: [side], isAuthor: false }, 'read', misfit, registeredAt);
  expect(reads('provider')).toEqual({ denied: 'state' });
  expect(reads('clb')).toEqual({ side: 'clb' });
});
