import { DeliveryError } from '../../contracts/connector.js';
import { GiveUp, RetryLater } from '../queue/job.js';
import type { MessageRow } from '../storage/rows/schema.js';
import type { DeliveryDeps } from './deliver.js';
import { isOutOfPatience, policyFor, stepAt, type Call, type Step } from './delivery-policy.js';

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

/** A call that failed: to which address, and how often its work was tried before. */
interface FailedCall {
  readonly call: Call;
  readonly serviceUrl: string | null;
  readonly error: unknown;
  readonly tried: number;
}

/**
 * What a failed call means for its message, by the delivery policy; noted with the message. Gives what is to be thrown:
 * RetryLater, GiveUp, or the error itself when it did not come from Teams.
 */
export async function afterFailure(
  world: Pick<DeliveryDeps, 'parts' | 'services'>,
  message: MessageRow,
  { call, serviceUrl, error, tried }: FailedCall,
): Promise<unknown> {
  if (!(error instanceof DeliveryError)) return error;
  const now = world.parts.clock.now();
  const row = policyFor({ call, error, mentions: message.mentionId !== null });
  const times = message.trouble === row.trouble ? message.troubleTimes + 1 : 1;
  const step = stepAt(row, times);
  const wasTried = error.ending !== 'not-sent' && error.ending !== 'not-trusted';
  const tries = wasTried ? await triesOf(world, message, serviceUrl, row.trouble === 'away') : null;
  await world.parts.database.kysely
    .updateTable('message')
    .set({
      ...(wasTried ? { trouble: row.trouble, troubleTimes: times, ...tries } : {}),
      ...changeFor(step, now),
      ...(error.unknown ? {} : { attempted: false }),
    })
    .where('id', '=', message.id)
    .execute();
  if (step.startsWith('desk:')) return new GiveUp(step.slice('desk:'.length));
  if (step === 'again' && tries !== null && isOutOfPatience(tries.triedSince, tries.strikes, now))
    return new GiveUp('not-delivered');
  return new RetryLater(pauseFor(step, error, tried));
}

/** What was tried of this message until now. It counts as a strike when somebody else got through since it was tried before. */
async function triesOf(
  { parts, services }: Pick<DeliveryDeps, 'parts' | 'services'>,
  { triedSince, triedAt, strikes, trouble }: MessageRow,
  serviceUrl: string | null,
  isAway: boolean,
) {
  const now = parts.clock.now();
  if (serviceUrl === null) return { triedSince: triedSince ?? now, triedAt: now, strikes: strikes + 1 };
  if (isAway) await services.away(serviceUrl);
  else await services.answered(serviceUrl, false, trouble === 'away');
  const takenAt = triedAt === null ? null : await services.takenAt(serviceUrl);
  const othersGotThrough = triedAt !== null && takenAt !== null && takenAt > triedAt;
  return { triedSince: triedSince ?? now, triedAt: now, strikes: strikes + (othersGotThrough ? 1 : 0) };
}
