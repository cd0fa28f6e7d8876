import { undoMs } from '../take-back.js';
import { folding } from './aggregate.js';
import type { CaseEvent } from './events.js';
import { evolveBeside, isAboutBeside, type BesideEvent } from './evolve-beside.js';
import { evolveCheckIn, isAboutCheckIn, withListCheck, type CheckInEvent } from './evolve-check-in.js';
import { evolveQuestion, isAboutQuestion } from './evolve-question.js';
import { isUnhelped } from './match.js';
import { stateOf, type Referral, type Undo } from './referral.js';
import {
  stateColumns,
  presenceOf,
  type AnyState,
  type InState,
  type ReferralState,
  type StateColumn,
} from './states.js';

type Known = { readonly [C in StateColumn]?: unknown };

/** A state made of what was known before and what is new: only what the state knows goes along. */
function enter<S extends ReferralState>(state: S, known: Known): InState<S> {
  const columns = stateColumns.map((column) => [
    column,
    presenceOf(state, column) === 'no' ? null : (known[column] ?? null),
  ]);
  return { state, ...Object.fromEntries(columns) } as InState<S>;
}

const inState = (referral: Referral, state: AnyState, event: CaseEvent): Referral =>
  ({ ...referral, ...state, since: event.at, nudges: 0, heldUp: 0 }) as Referral;

/** An act of the other side, or of the program, ends the undo. */
const move = (referral: Referral, event: CaseEvent, state: ReferralState, patch: Known = {}): Referral => ({
  ...inState(referral, enter(state, { ...stateOf(referral), ...patch }), event),
  undo: null,
});

/** The service that was said to be full with this answer. */
const markingOf = (event: CaseEvent): Undo['marking'] =>
  event.name === 'full' && event.data.asked && event.data.marking !== null
    ? { id: event.data.marking, before: event.data.before }
    : null;

/** An answer by the provider or the desk, that can be taken back for a while. */
function answer(referral: Referral, event: CaseEvent, state: ReferralState, patch: Known = {}): Referral {
  const undo: Undo = {
    back: stateOf(referral),
    until: new Date(event.at.getTime() + undoMs),
    side: event.side,
    marking: markingOf(event),
  };
  const given = event.personId === null ? {} : { answeredAt: event.at, answeredBy: event.personId };
  return { ...move(referral, event, state, { ...given, ...patch }), undo };
}

/** Who has the case on his or her name from the first contact on (R9); the desk takes no case on its name. */
const contactOf = (referral: Referral, event: CaseEvent): Known => ({
  contactedAt: referral.contactedAt ?? event.at,
  contactedBy: referral.contactedBy ?? (event.side === 'provider' ? event.personId : null),
});

function register(before: Referral | null, event: CaseEvent<'registered'>, id: Referral['id']): Referral {
  const { facts, held, deliverAt } = event.data;
  const state = held === null ? enter('registered', { deliverAt }) : enter('held', {});
  const kept = {
    since: event.at,
    nudges: 0,
    undo: null,
    questions: [],
    heldUp: 0,
    besidePlace: before?.besidePlace ?? null,
    listCheck: null,
    match: null,
  };
  if (before === null) return { id, ...facts, ...state, ...kept, round: 0, referredOn: false, version: 0 } as Referral;
  return { ...before, ...facts, ...state, ...kept } as Referral;
}

/** The next referral after something happened. Pure; an event that does not concern the row leaves it as it is. */
export function evolve(before: Referral | null, event: CaseEvent, id?: Referral['id']): Referral {
  if (event.name === 'carried-over') return event.data.referral;
  if (event.name === 'registered') {
    const own = before?.id ?? id;
    if (own === undefined) throw new Error('what is registered has an id');
    return register(before, event, own);
  }
  if (before === null) throw new Error(`nothing was registered before ${event.name}`);
  if (isAboutBeside(event)) return evolveBeside(before, event);
  if (isAboutCheckIn(event)) return evolveCheckIn(before, event);
  if (event.name === 'match-found') return { ...before, match: event.data };
  return isAboutQuestion(event)
    ? evolveQuestion(before, event)
    : withMatch(before, withListCheck(before, evolveExisting(before, event), event));
}

/** What would fit elsewhere is told no more once something happened to where it stands. */
const withMatch = (before: Referral, after: Referral): Referral =>
  after.match === null || (after.state === before.state && isUnhelped(after.state) && !after.referredOn)
    ? after
    : { ...after, match: null };

type Later = Exclude<
  CaseEvent,
  { name: 'carried-over' | 'registered' | 'match-found' } | BesideEvent | CheckInEvent | { data: { question: unknown } }
>;

function evolveExisting(referral: Referral, event: Later): Referral {
  switch (event.name) {
    case 'recalled':
      return move(referral, event, 'recalled');
    case 'assigned': {
      const { providerId, serviceId, deliverAt } = event.data;
      return { ...move(referral, event, 'registered', { deliverAt }), providerId, serviceId };
    }
    case 'delivery-postponed':
      return move(referral, event, 'registered', event.data);
    case 'dispatched':
      return move(referral, event, event.data.channel ? 'dispatched' : 'to-phone');
    case 'not-received':
      return referral.state === 'dispatched' ? move(referral, event, 'to-phone') : referral;
    case 'delivered':
      return received(referral, event);
    case 'reminded':
      return referral.state === 'delivered'
        ? { ...referral, reminded: event.data.stage, remindedAt: event.at }
        : referral;
    case 'followed-up':
      return { ...referral, nudges: referral.nudges + 1 };
    case 'handed-over':
      return handedOver(referral, event.data);
    case 'contacted':
      return answer(referral, event, 'contacted', contactOf(referral, event));
    default:
      return answered(referral, event);
  }
}

/** Somebody else has it on his or her name, also when the present answer is taken back. */
function handedOver(referral: Referral, { of, to }: CaseEvent<'handed-over'>['data']): Referral {
  if (of === 'clb') return { ...referral, referrerId: to };
  const onName = <S extends Pick<Referral, 'contactedBy'>>(one: S): S =>
    one.contactedBy === null ? one : { ...one, contactedBy: to };
  const { undo } = referral;
  return onName({ ...referral, undo: undo === null ? null : { ...undo, back: onName(undo.back) } });
}

type Answer = Exclude<
  Later,
  {
    name:
      | 'recalled'
      | 'assigned'
      | 'delivery-postponed'
      | 'dispatched'
      | 'not-received'
      | 'delivered'
      | 'reminded'
      | 'followed-up'
      | 'handed-over'
      | 'contacted';
  }
>;

function answered(referral: Referral, event: Answer): Referral {
  switch (event.name) {
    case 'placed':
      return answer(referral, event, 'placed', contactOf(referral, event));
    case 'waitlist-proposed':
    case 'waitlisted':
      return answer(referral, event, event.name, { ...contactOf(referral, event), ...event.data });
    case 'no-match':
      return answer(referral, event, 'no-match', { noMatchReason: event.data.reason, closedAt: event.at });
    case 'full':
      return event.data.marking === null ? move(referral, event, 'full') : answer(referral, event, 'full');
    case 'place-freed':
      return answer(referral, event, 'place-free');
    case 'kept':
    case 'returned-to-list':
      return move(referral, event, 'waitlisted');
    case 'place-confirmed':
      return move(referral, event, 'placed');
    case 'start-moved':
      return { ...referral, expectedStartOn: event.data.to } as Referral;
    case 'answer-undone':
      return { ...inState(referral, event.data.back, event), undo: null, round: referral.round + 1 };
    case 'undo-ended':
      return { ...referral, undo: null };
    case 'answer-corrected':
      return { ...move(referral, event, 'contacted', contactOf(referral, event)), round: referral.round + 1 };
    case 'withdrawn':
      return move(referral, event, 'withdrawn', { withdrawReason: event.data.reason, closedAt: event.at });
    case 'completed':
      return move(referral, event, 'completed', { closedAt: event.at });
    case 'reopened':
      return move(referral, event, 'placed');
    case 'referred-on':
      return event.data.to === null ? referral : { ...referral, undo: null, referredOn: true };
    case 'amended':
      return { ...referral, ...event.data.facts };
    case 'service-full':
    case 'service-not-full':
    case 'note-left':
    case 'file-opened':
    case 'erased':
      return referral;
  }
}

/** Received: it is with the provider from now on; one that was kept on a list before delivery only notes the moment. */
function received(referral: Referral, event: CaseEvent<'delivered'>): Referral {
  const known = { deliveredAt: event.at, contactBy: event.data.contactBy };
  if (referral.state === 'dispatched' || referral.state === 'to-phone')
    return move(referral, event, 'delivered', known);
  if (presenceOf(referral.state, 'deliveredAt') === 'no' || referral.deliveredAt !== null) return referral;
  return { ...referral, deliveredAt: event.at } as Referral;
}

/** The referral after several events, oldest first. */
export const fold = folding(evolve);
