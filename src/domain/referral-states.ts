/** A referral's life as one table: from which state, by which act, to which state, by whom. docs/states.md is drawn from it. */
export const referralStates = [
  'registered',
  'recalled',
  'held',
  'delivered',
  'contacted',
  'placed',
  'waitlist-proposed',
  'waitlisted',
  'place-free',
  'full',
  'no-match',
  'withdrawn',
] as const;
export type ReferralState = (typeof referralStates)[number];

export const acts = [
  'register',
  'hold',
  'assign',
  'recall',
  'deliver',
  'contact',
  'place',
  'propose-waitlist',
  'put-on-waitlist',
  'free-place',
  'confirm-place',
  'keep',
  'mark-full',
  'refuse-match',
  'withdraw',
  'undo',
] as const;
export type Act = (typeof acts)[number];

/** Who may do an act: the referrer's CLB, the provider, the desk (also in the provider's name), or the program by itself. */
export type Side = 'clb' | 'provider' | 'desk' | 'clock';

export interface Transition {
  readonly from: ReferralState | 'new';
  readonly act: Act;
  readonly to: ReferralState;
  readonly by: readonly Side[];
  /** The rule behind it (R…), or what it is for. */
  readonly rule: string;
}

const answering = ['provider', 'desk'] as const;
const open = referralStates.filter((state) => state !== 'withdrawn');

const rows = (
  from: readonly Transition['from'][],
  act: Act,
  to: ReferralState,
  by: readonly Side[],
  rule: string,
): Transition[] => from.map((state) => ({ from: state, act, to, by, rule }));

export const transitions: readonly Transition[] = [
  ...rows(['new', 'recalled'], 'register', 'registered', ['clb'], 'R1, R4: day and night'),
  ...rows(['new', 'recalled'], 'hold', 'held', ['clb'], 'the referral desk chooses or looks first'),
  ...rows(['held'], 'assign', 'registered', ['desk'], 'the referral desk has chosen the provider'),
  ...rows(['registered', 'held'], 'recall', 'recalled', ['clb'], 'R4: may change until delivery'),
  ...rows(['registered'], 'deliver', 'delivered', ['desk', 'clock', 'clb'], 'R4: delivered while the desk is active'),
  ...rows(['delivered'], 'contact', 'contacted', answering, 'R9'),
  ...rows(['delivered', 'contacted'], 'place', 'placed', answering, 'R10'),
  ...rows(
    ['delivered', 'contacted'],
    'propose-waitlist',
    'waitlist-proposed',
    answering,
    'R11: the CLB has not been asked yet',
  ),
  ...rows(['delivered', 'contacted'], 'put-on-waitlist', 'waitlisted', answering, 'R11: the CLB keeps it'),
  ...rows(['delivered', 'contacted'], 'refuse-match', 'no-match', answering, 'R12'),
  ...rows(
    ['registered', 'delivered', 'contacted', 'waitlist-proposed'],
    'mark-full',
    'full',
    [...answering, 'clock'],
    'R12',
  ),
  ...rows(['waitlist-proposed', 'full'], 'keep', 'waitlisted', ['clb', 'desk'], 'R11'),
  ...rows(['waitlisted'], 'free-place', 'place-free', answering, 'R11: the provider calls back'),
  ...rows(['place-free'], 'confirm-place', 'placed', ['clb', 'desk'], 'R10: still needed'),
  ...rows(open, 'withdraw', 'withdrawn', ['clb', 'desk'], 'R12: by the referrer, with a coded reason'),
  ...rows(['contacted'], 'undo', 'delivered', answering, 'within 15 minutes, or until the other side has acted'),
  ...rows(
    ['placed', 'waitlist-proposed', 'waitlisted', 'no-match', 'full'],
    'undo',
    'delivered',
    answering,
    'the same',
  ),
  ...rows(
    ['placed', 'waitlist-proposed', 'waitlisted', 'no-match', 'full'],
    'undo',
    'contacted',
    answering,
    'the same',
  ),
  ...rows(['full'], 'undo', 'registered', answering, 'the same, when full was said before delivery'),
  ...rows(['full'], 'undo', 'waitlist-proposed', answering, 'the same'),
  ...rows(['place-free'], 'undo', 'waitlisted', answering, 'the same'),
];

/** States in which something is still to happen; all but `withdrawn`. */
export const isOpen = (state: ReferralState): boolean => state !== 'withdrawn';

/** States in which the addressed provider has a part and may open the pupil's data. */
export const providerIsAddressed = (state: ReferralState): boolean =>
  (['delivered', 'contacted', 'placed', 'waitlist-proposed', 'waitlisted', 'place-free'] as ReferralState[]).includes(
    state,
  );

/** States that count as a live referral of a pupil for the duplicate check at intake. */
export const isLive = (state: ReferralState): boolean => state !== 'withdrawn' && state !== 'no-match';

/**
 * The state after an act, or null when the table does not allow it.
 * `undo` has several targets: it goes back to the state it came from, see {@link mayUndoTo}.
 */
export function after(from: Transition['from'], act: Exclude<Act, 'undo'>, by: Side): ReferralState | null {
  return transitions.find((row) => row.from === from && row.act === act && row.by.includes(by))?.to ?? null;
}

/** Whether an answer in state `from` may be taken back to state `to`. */
export const mayUndoTo = (from: ReferralState, to: ReferralState): boolean =>
  transitions.some((row) => row.act === 'undo' && row.from === from && row.to === to);
