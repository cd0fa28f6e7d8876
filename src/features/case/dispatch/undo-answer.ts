import { z } from 'zod';
import { action } from '../../../contracts/action.js';
import type { ActionContext } from '../../../contracts/action.js';
import { jobNames } from '../../../contracts/jobs.js';
import {
  askOpenAgain,
  livingPosts,
  openAgainKey,
  postsBehind,
  tellProvider,
  tellReferrer,
} from '../../../contracts/notices.js';
import { isRefusal, type Change, type Due, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { CaseFile } from '../../../domain/draft.js';
import type { Side } from '../../../domain/case/states.js';
import { takeBack, type Referral } from '../../../domain/case/referral.js';
import {
  answeringSide,
  answerSubject,
  loadAnswer,
  outdated,
  presentState,
  undoneName,
  type AnswerFacts,
} from './answering.js';
import { deliverKey } from './deliver.js';
import { aboutService, concernedBy } from './full-service.js';
import { noted, remindKey } from './give-answer.js';
import { keepNote } from './refuse-match.js';

/** The answer that is taken back is named on the button, so that a press delivered late never takes back a later one. */
const undoSubject = answerSubject.extend({ group: z.uuid() });

interface UndoFacts extends AnswerFacts {
  readonly group: string;
  /** Everything the answer changed together, this referral among them. */
  readonly together: readonly Referral[];
  /** Of the service, when it was said to be full: its list hears that it is not. */
  readonly concerned: readonly Referral[];
  readonly waiting: readonly Referral[];
  readonly caseFile: CaseFile | null;
}

/**
 * Ongedaan maken: within 15 minutes, or until the other side has acted. What was said to be full together is taken
 * back together, and the service is as it was.
 */
export const undoAnswer = action({
  slug: 'undo-answer',
  subject: undoSubject,
  fields: z.object({}),
  async load(read, subject): Promise<UndoFacts | Refusal> {
    const facts = await loadAnswer(read, subject);
    if (isRefusal(facts)) return facts;
    const { referral, service } = facts;
    return {
      ...facts,
      group: subject.group,
      together: await read.referrals({ undoGroup: subject.group, limit: 10_000 }),
      concerned: isFull(referral) ? await concernedBy(read, service) : [],
      waiting: referral.state === 'waitlisted' ? await read.waitlist(service.id) : [],
      caseFile: referral.state === 'no-match' ? await read.caseFile(referral.id) : null,
    };
  },
  may(facts, { actor }) {
    return answeringSide(facts.referral, actor) === null ? { refused: 'only-provider' } : null;
  },
  decide(facts, _fields, context) {
    const { referral, group } = facts;
    const side = answeringSide(referral, context.actor);
    if (side === null) return { refused: 'only-provider' };
    if (tookItBack(facts, context)) return { reply: presentState(facts) };
    if (referral.undo !== null && referral.undo.group !== group) return outdated(facts);
    if ('refused' in takeBack(referral, side, context.now)) return { ...outdated(facts), refused: 'undo-too-late' };
    return undo(facts, side, context);
  },
});

const isFull = ({ undo: answered }: Referral): boolean => answered?.fullUntil !== undefined;

/** The same press again: this person took this very answer back. */
const tookItBack = ({ undone, group }: UndoFacts, { actor }: ActionContext): boolean =>
  undone.some(({ personId, data }) => personId === actor.person.id && data['group'] === group);

function undo(facts: UndoFacts, side: Side, context: ActionContext): Outcome {
  const { referral, group, together, waiting } = facts;
  const all = [referral, ...together.filter(({ id }) => id !== referral.id)];
  const back = all.flatMap((one) => {
    const done = takeBack(one, side, context.now);
    return 'referral' in done ? [{ before: one, next: done.referral }] : [];
  });
  return {
    changes: [
      ...back.map(({ next }) => ({ put: 'referral', row: next }) as const),
      ...serviceAsBefore(facts),
      ...(facts.caseFile?.typed['noMatchNote'] === undefined
        ? []
        : keepNote(facts, null, context.calendar.dayOf(context.now))),
    ],
    happened: back.map(({ before, next }) => ({
      referralId: next.id,
      name: undoneName,
      data: { group, answer: before.state, state: next.state, ...noted(side) },
    })),
    notices: [
      ...back.flatMap(({ before, next }) => [
        tellReferrer(next, undoneName, { answer: before.state, state: next.state, ...noted(side) }),
        ...(side === 'desk' ? tellProvider(next, undoneName) : []),
      ]),
      ...stillWaiting(facts).map((one) => aboutService(one, 'service-not-full', group, {})),
    ],
    refresh: [...back.map(({ next }) => next), ...stillWaiting(facts)]
      .flatMap(livingPosts)
      .concat(postsBehind(waiting, referral)),
    dues: [...back.flatMap(({ next }) => dueAgain(next, context)), ...askAsBefore(facts, context)],
    settled: isFull(referral) ? [openAgainKey(facts.service)] : [],
    reply: presentState(facts),
  };
}

const serviceAsBefore = ({ referral, service }: UndoFacts): Change[] =>
  referral.undo?.fullUntil === undefined
    ? []
    : [{ put: 'service', row: { ...service, fullUntil: referral.undo.fullUntil } }];

/** The service was full before too: then it is asked on the earlier day whether it is open again. */
function askAsBefore({ referral, service }: UndoFacts, { calendar, now }: ActionContext): Due[] {
  const until = referral.undo?.fullUntil ?? null;
  return until === null || until < calendar.dayOf(now) ? [] : [askOpenAgain(service, until, { calendar })];
}

/** On the list of the service while it was said to be full. */
const stillWaiting = ({ referral, concerned }: UndoFacts): readonly Referral[] =>
  isFull(referral) ? concerned.filter(({ state }) => state === 'waitlisted' || state === 'place-free') : [];

/** What runs again: the clock until contact (R9), or the delivery that had not happened yet (R4). */
function dueAgain(next: Referral, { now, calendar }: ActionContext): Due[] {
  const subject = { referralId: next.id };
  if (next.state === 'delivered' && next.contactBy !== null)
    return [
      {
        key: remindKey(next),
        job: jobNames.remindContact,
        subject: { ...subject, stage: 'provider' },
        at: next.contactBy,
      },
    ];
  if (next.state !== 'registered') return [];
  const at = calendar.nextOpening(next.deliverAt !== null && next.deliverAt > now ? next.deliverAt : now);
  return [{ key: deliverKey(next), job: jobNames.deliverReferral, subject, at }];
}
