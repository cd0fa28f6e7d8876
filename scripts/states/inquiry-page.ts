import type { Side } from '../../src/domain/case/referral.js';
import { decideInquiry, type InquiryCommand } from '../../src/domain/inquiry/decide.js';
import { inquiryEvent as event, type InquiryEvent } from '../../src/domain/inquiry/events.js';
import { foldInquiry } from '../../src/domain/inquiry/evolve.js';
import { inquiryStates, type Inquiry, type InquiryState } from '../../src/domain/inquiry/inquiry.js';
import { inquiryActs, inquiryPolicy } from '../../src/domain/inquiry/policy.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { asking, draftId, id, toProvider } from '../../tests/domain/inquiry/world.js';
import { calendar, registeredAt } from '../../tests/support/case.js';
import { policyLines, waysOf } from './aggregate-ways.js';
import { arrows, tableRows, type Way } from './ways.js';

/** Late enough for what only time does. */
const now = new Date(registeredAt.getTime() + 100 * 86_400_000);
const by = { at: registeredAt, side: 'clock' as const, personId: null, organisationId: null };
const answered = event('answered', { answer: 'fits', reason: null, nextBy: registeredAt }, by);

/** What happened to a question that stands so. */
const before: Readonly<Record<InquiryState, readonly InquiryEvent[]>> = {
  asked: [],
  answered: [answered],
  referred: [event('referred', { draftId }, by)],
  withdrawn: [event('withdrawn', {}, by)],
  lapsed: [event('lapsed', {}, by)],
};

const commands: readonly InquiryCommand[] = [
  { act: 'answer', answer: 'maybe', reason: null, text: null },
  { act: 'forward', to: { ...toProvider, serviceId: draftId } },
  { act: 'withdraw' },
  { act: 'refer', draftId },
  { act: 'miss' },
  { act: 'lapse' },
];

const inState = (state: InquiryState): Inquiry => foldInquiry(null, [...asking(), ...before[state]], id);

/** Where an act leads from a state, when this side may do it. */
function leads(state: InquiryState, side: Side, command: InquiryCommand): string[] {
  const decided = decideInquiry(inState(state), command, {
    now,
    calendar,
    settings: defaultSettings,
    actor: { sides: [side], isAuthor: false },
    by: { personId: null, organisationId: null },
  });
  return 'denied' in decided ? [] : [foldInquiry(inState(state), decided).state];
}

const ways = (): Way[] => [
  { from: 'new', act: 'ask', to: 'asked', by: ['clb'], rule: 'R1: only a CLB worker asks' },
  ...waysOf({ states: inquiryStates, commands, policy: inquiryPolicy }, leads),
];

/** The part of docs/states.md on questions before referring. */
export const drawInquiryStates = (): string => `
## A question before referring

Asked by a CLB worker without data of a pupil; drawn in the same way. Asking another is a question of its own, and leaves the first as it is.

\`\`\`mermaid
stateDiagram-v2
${arrows(ways(), []).join('\n')}
\`\`\`

| from | act | to | by | rule |
|---|---|---|---|---|
${tableRows(ways()).join('\n')}
`;

/** The part of docs/policy.md on questions before referring. */
export const drawInquiryPolicy = (): string => `
## Questions before referring

From \`src/domain/inquiry/policy.ts\`, by the same evaluator. Asking itself is for a CLB worker, in his or her own chat (R1).

Condition: \`kept\` what was typed was not erased.

| act | by | in | when | rule |
|---|---|---|---|---|
${policyLines(inquiryActs, inquiryPolicy, inquiryStates)}
`;
