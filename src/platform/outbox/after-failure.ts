import { DeliveryError } from '../../contracts/connector.js';
import { GiveUp, RetryLater } from '../queue/job.js';
import type { Runtime } from '../runtime/perform.js';
import type { MessageRow } from '../storage/rows/schema.js';
import { policyFor, stepAt, type Call, type Step } from './delivery-policy.js';

/** What of a message a failure may change. */
type Change = Partial<
  Pick<MessageRow, 'activityId' | 'sentDigest' | 'remadeAt' | 'underKey' | 'threadId' | 'mentionId' | 'trouble'>
>;

/**
 * Seconds until the next attempt: 2, doubled each time up to five minutes, with jitter. Trouble on Teams' side uses up no
 * attempt: it may last for hours, and everything is sent when it is over.
 */
const pauseAfter = (tried: number): number => Math.min(300, 2 ** Math.min(tried + 1, 9)) * (0.75 + Math.random() / 2);

/** What Teams has lost it finds again within half a minute, when it was by chance. */
const lookedAgainAfter = 30;

/** Seconds until it is tried again, by what is done with it. */
function pauseFor(step: Step, error: DeliveryError, tried: number): number {
  if (step === 'look-again') return lookedAgainAfter;
  if (step !== 'wait' && step !== 'again') return 1;
  return error.retryAfterMs === null ? pauseAfter(tried) : Math.max(1, error.retryAfterMs / 1000);
}

/** How the message is sent next time. What is changed on purpose begins anew: the old trouble says nothing of it. */
function changeFor(step: Step, now: Date): Change {
  if (step === 'repost') return { activityId: null, sentDigest: null, remadeAt: now, trouble: null };
  if (step === 'own-post') return { underKey: null, threadId: null, trouble: null };
  if (step === 'without-mention') return { mentionId: null, trouble: null };
  return {};
}

/**
 * What a failed call means for its message, by the delivery policy; noted with the message. Gives what is to be thrown:
 * RetryLater, GiveUp, or the error itself when it did not come from Teams.
 */
export async function afterFailure(
  { database, clock }: Pick<Runtime, 'database' | 'clock'>,
  message: MessageRow,
  { call, error, tried }: { readonly call: Call; readonly error: unknown; readonly tried: number },
): Promise<unknown> {
  if (!(error instanceof DeliveryError)) return error;
  const row = policyFor({ call, error, mentions: message.mentionId !== null });
  const times = message.trouble === row.trouble ? message.troubleTimes + 1 : 1;
  const step = stepAt(row, times);
  const met = step === 'wait' ? {} : { trouble: row.trouble, troubleTimes: times };
  const changes = {
    ...met,
    ...changeFor(step, clock.now()),
    ...(error.unknown ? {} : { attempted: false }),
  };
  await database.kysely
    .updateTable('message')
    .set({ ...changes })
    .where('id', '=', message.id)
    .execute();
  if (step.startsWith('desk:')) return new GiveUp(step.slice('desk:'.length));
  return new RetryLater(pauseFor(step, error, tried));
}
