import type { EventBy } from '../aggregate.js';
import type { CaseEvent, CaseEventName } from '../events.js';
import { can, type Act, type Denial } from '../policy.js';
import {
  complete,
  contact,
  correct,
  hearFull,
  hearOpen,
  markFull,
  place,
  proposeWaitlist,
  putOnWaitlist,
  refuseMatch,
  reopen,
  undo,
} from './answer.js';
import { checkIn, endUndo, followUp, match, openFile, openSchool, erase, remind, remindBeside } from './clock.js';
import type { CaseCommand, CaseMoment, CaseRefusal, CaseStanding, Decider } from './command.js';
import { assign, deliver, miss, notePhoned, recall, receive, resend, takeMatch } from './delivery.js';
import {
  answerQuestion,
  askQuestion,
  closingQuestions,
  leaveNote,
  remindQuestion,
  withdrawQuestion,
} from './question.js';
import {
  amend,
  confirmPlace,
  confirmWaiting,
  handOver,
  keep,
  keepBeside,
  referOn,
  returnToList,
  withdraw,
} from './referrer.js';
import { freePlace, moveStart } from './waiting.js';

export type * from './command.js';

const deciders: { readonly [A in CaseCommand['act']]: Decider<A> } = {
  resend,
  recall,
  amend,
  assign,
  'take-match': takeMatch,
  deliver,
  receive,
  miss,
  'end-undo': endUndo,
  'note-phoned': notePhoned,
  contact,
  place,
  'propose-waitlist': proposeWaitlist,
  'put-on-waitlist': putOnWaitlist,
  'refuse-match': refuseMatch,
  'mark-full': markFull,
  'hear-full': hearFull,
  'hear-open': hearOpen,
  undo,
  correct,
  keep,
  'free-place': freePlace,
  'confirm-place': confirmPlace,
  'move-start': moveStart,
  'refer-on': referOn,
  'ask-question': askQuestion,
  'answer-question': answerQuestion,
  'withdraw-question': withdrawQuestion,
  'leave-note': leaveNote,
  'hand-over': handOver,
  'keep-beside': keepBeside,
  'confirm-waiting': confirmWaiting,
  'return-to-list': returnToList,
  withdraw,
  complete,
  reopen,
  remind,
  'remind-question': remindQuestion,
  'remind-beside': remindBeside,
  'check-in': checkIn,
  match,
  'follow-up': followUp,
  'open-file': openFile,
  'open-school': openSchool,
  erase,
};

/** What an act leaves behind, so that the same press once more is known as such. */
const leaves: Partial<Readonly<Record<Act, CaseEventName>>> = {
  resend: 'registered',
  recall: 'recalled',
  assign: 'assigned',
  'take-match': 'assigned',
  deliver: 'dispatched',
  'note-phoned': 'delivered',
  contact: 'contacted',
  place: 'placed',
  'propose-waitlist': 'waitlist-proposed',
  'put-on-waitlist': 'waitlisted',
  'refuse-match': 'no-match',
  'mark-full': 'full',
  undo: 'answer-undone',
  correct: 'answer-corrected',
  'ask-question': 'question-asked',
  'answer-question': 'question-answered',
  'withdraw-question': 'question-withdrawn',
  'keep-beside': 'kept-beside',
  'confirm-waiting': 'waiting-confirmed',
  'return-to-list': 'returned-to-list',
  keep: 'kept',
  'free-place': 'place-freed',
  'confirm-place': 'place-confirmed',
  withdraw: 'withdrawn',
  complete: 'completed',
  reopen: 'reopened',
};

/** Whether this person did this very thing last: a press that came twice, under another id. */
export const isRepeat = ({ last }: CaseStanding, act: Act, { by }: Pick<CaseMoment, 'by'>): boolean =>
  last !== null && by.personId !== null && last.personId === by.personId && last.name === leaves[act];

/** The state has moved on since the card was drawn. */
export const lateDenials: readonly Denial[] = ['state', 'undo-too-late', 'no-question'];

/**
 * What happens: the only place with the rules of a referral. Events; none when this very press was carried out before;
 * or why not. Pure.
 */
export function decide(
  standing: CaseStanding,
  command: CaseCommand,
  moment: CaseMoment,
): readonly CaseEvent[] | CaseRefusal {
  const allowed = can(moment.actor, command.act, standing.referral, moment.now);
  if ('denied' in allowed) {
    const isLate = lateDenials.includes(allowed.denied);
    return isLate && isRepeat(standing, command.act, moment) ? [] : allowed;
  }
  const by: EventBy = { at: moment.now, side: allowed.side, ...moment.by };
  const events = (deciders[command.act] as Decider<CaseCommand['act']>)(standing, command as never, by, moment);
  return [...closingQuestions(standing.referral, events, by), ...events];
}

export const isDenied = (decided: readonly CaseEvent[] | CaseRefusal): decided is CaseRefusal => 'denied' in decided;
