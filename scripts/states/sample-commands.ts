import type { CaseCommand } from '../../src/domain/case/decide/index.js';
import type { QuestionId } from '../../src/domain/ids.js';
import { referralFactsSchema, type Referral } from '../../src/domain/case/referral.js';

/** One command of each kind, as somebody could ask it of this referral. */
export const sampleCommands = (referral: Referral): readonly CaseCommand[] => [
  { act: 'resend', facts: referralFactsSchema.parse(referral), held: null },
  { act: 'resend', facts: referralFactsSchema.parse(referral), held: 'looks-first' },
  { act: 'recall' },
  { act: 'assign', service: { id: referral.serviceId!, organisationId: referral.providerId!, fullUntil: null } },
  { act: 'deliver', now: true },
  { act: 'receive' },
  { act: 'miss', reason: 'gone' },
  { act: 'note-phoned' },
  { act: 'contact' },
  { act: 'place' },
  { act: 'propose-waitlist', expectedStartOn: null },
  { act: 'put-on-waitlist', expectedStartOn: null },
  { act: 'refuse-match', reason: 'age', note: false },
  { act: 'mark-full', until: '2099-08-31', marking: 'marking', asked: true },
  { act: 'hear-full', until: '2099-08-31', marking: 'marking' },
  { act: 'hear-open', marking: 'marking' },
  { act: 'undo' },
  { act: 'correct', reason: 'wrong-button' },
  { act: 'keep' },
  { act: 'free-place', reason: null },
  { act: 'confirm-place' },
  { act: 'move-start', to: '2099-01-04' },
  { act: 'refer-on', to: '2027-0002', chosen: 'desk', first: 'keep' },
  { act: 'ask-question', question: referral.id as string as QuestionId, text: '' },
  { act: 'answer-question', question: referral.id as string as QuestionId, text: '' },
  { act: 'withdraw-question', question: referral.id as string as QuestionId },
  { act: 'remind-question' },
  { act: 'withdraw', reason: 'solved' },
  { act: 'remind' },
  { act: 'follow-up' },
  { act: 'end-undo' },
  { act: 'open-file', what: 'case-file' },
];
