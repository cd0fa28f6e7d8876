import { decide, isDenied, type CaseStanding } from '../../src/domain/case/decide/index.js';
import { fold } from '../../src/domain/case/evolve.js';
import { policy } from '../../src/domain/case/policy.js';
import { sides, type Referral } from '../../src/domain/case/referral.js';
import { referralStates } from '../../src/domain/case/states.js';
import { defaultSettings } from '../../src/domain/settings.js';
import { calendar, referralIn, registeredAt } from '../../tests/support/case.js';
import { sampleCommands } from './sample-commands.js';
import type { Way } from './ways.js';

export type Row = Way;

const now = new Date(registeredAt.getTime() + 60 * 86_400_000);

/** A referral in this state whose last answer can still be taken back, and that just left a list, so that every act has its chance. */
const sampleIn = (state: Referral['state'], by: Referral['undo']): Referral =>
  ({ ...referralIn(state), undo: by, listCheck: { asked: null, confirmedAt: null, leftAt: now } }) as Referral;

const standing = (referral: Referral): CaseStanding => ({
  referral,
  service: { id: referral.serviceId!, organisationId: referral.providerId!, fullUntil: null },
  hasChannel: true,
  coordinatorId: null,
  last: null,
});

const ruleOf = (act: string, state: string, side: string): string =>
  policy.find((row) => row.act === act && row.by.some((one) => one === side) && row.in.some((one) => one === state))
    ?.rule ?? '';

function waysFrom(referral: Referral, side: (typeof sides)[number]): Row[] {
  const moment = {
    now,
    calendar,
    settings: defaultSettings,
    actor: { sides: [side], isAuthor: true },
    by: { personId: referral.referrerId, organisationId: null },
  };
  return sampleCommands(referral).flatMap((command) => {
    const decided = decide(standing(referral), command, moment);
    if (isDenied(decided) || decided.length === 0) return [];
    const to = command.act === 'undo' ? 'as before' : fold(referral, decided).state;
    return to === referral.state
      ? []
      : [{ from: referral.state, act: command.act, to, by: [side], rule: ruleOf(command.act, referral.state, side) }];
  });
}

/** Every way from state to state, found by trying every act in every state from every side: what the code does, not what somebody wrote down. */
export function transitions(): Row[] {
  const sent: Row[] = [
    { from: 'new', act: 'send', to: 'registered', by: ['clb'], rule: 'R1, R4: day and night' },
    { from: 'new', act: 'send', to: 'held', by: ['clb'], rule: 'the desk chooses or looks first' },
  ];
  const found = new Map<string, Row>();
  for (const state of referralStates)
    for (const side of sides) {
      const back = referralIn('delivered');
      const undo = { back, until: new Date(now.getTime() + 60_000), side, marking: null };
      for (const row of waysFrom(sampleIn(state, undo), side)) {
        const key = `${row.from} ${row.act} ${row.to} ${row.rule}`;
        const known = found.get(key);
        found.set(key, known === undefined ? row : { ...known, by: [...known.by, side] });
      }
    }
  return [...sent, ...found.values()];
}
