import { sides } from '../../src/domain/case/referral.js';
import { decideInquiry, type InquiryCommand } from '../../src/domain/inquiry/decide.js';
import { inquiryEvent as event, type InquiryEvent } from '../../src/domain/inquiry/events.js';
import { foldInquiry } from '../../src/domain/inquiry/evolve.js';
import { inquiryStates, type Inquiry, type InquiryState } from '../../src/domain/inquiry/inquiry.js';
import { inquiryActs, inquiryPolicy, type InquiryPolicyRow } from '../../src/domain/inquiry/policy.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { asking, draftId, id, toProvider } from '../../tests/domain/inquiry/world.js';
import { calendar, registeredAt } from '../../tests/support/case.js';
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

const ruleOf = (act: string, state: string, side: string): string =>
  inquiryPolicy.find((row) => row.act === act && row.by.includes(side as never) && row.in.includes(state as never))
    ?.rule ?? '';

const inState = (state: InquiryState): Inquiry => foldInquiry(null, [...asking(), ...before[state]], id);

/** Where an act leads from a state, when this side may do it. */
function wayOf(state: InquiryState, side: (typeof sides)[number], command: InquiryCommand): Way | null {
  const decided = decideInquiry(inState(state), command, {
    now,
    calendar,
    settings: defaultSettings,
    actor: { sides: [side], isAuthor: false },
    by: { personId: null, organisationId: null },
  });
  if ('denied' in decided) return null;
  const to = foldInquiry(inState(state), decided).state;
  return { from: state, act: command.act, to, by: [side], rule: ruleOf(command.act, state, side) };
}

/** Every way from state to state, found by trying every act in every state from every side. */
function ways(): Way[] {
  const found = new Map<string, Way>();
  for (const state of inquiryStates)
    for (const side of sides)
      for (const command of commands) {
        const way = wayOf(state, side, command);
        if (way === null) continue;
        const key = `${way.from} ${way.act} ${way.to}`;
        const known = found.get(key) ?? way;
        found.set(key, known.by.includes(side) ? known : { ...known, by: [...known.by, side] });
      }
  return [{ from: 'new', act: 'ask', to: 'asked', by: ['clb'], rule: 'R1: only a CLB worker asks' }, ...found.values()];
}

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

const line = ({ act, by: who, in: states, when, rule }: InquiryPolicyRow): string =>
  `| ${act} | ${who.join(', ')} | ${states.length === inquiryStates.length ? 'every state' : states.join(', ')} | ${when.join(', ') || '–'} | ${rule} |`;

/** The part of docs/policy.md on questions before referring. */
export const drawInquiryPolicy = (): string => `
## Questions before referring

From \`src/domain/inquiry/policy.ts\`, by the same evaluator. Asking itself is for a CLB worker, in his or her own chat (R1).

Condition: \`kept\` what was typed was not erased.

| act | by | in | when | rule |
|---|---|---|---|---|
${inquiryActs.flatMap((act) => inquiryPolicy.filter((row) => row.act === act).map(line)).join('\n')}
`;
