import { z } from 'zod';
import { loadActed, referrerSide, type Acted } from '../../contracts/acting.js';
import { action, type ActionContext } from '../../contracts/action.js';
import { isRefusal, type Note, type Refusal } from '../../contracts/outcome.js';
import type { ReferralId } from '../../domain/ids.js';
import { isFullOn, type Service } from '../../domain/organisation.js';
import { after } from '../../domain/referral-states.js';
import type { Referral } from '../../domain/referral.js';
import { day } from '../../texts/format.js';
import { whoWasFirst } from '../../texts/who-was-first.js';
import { keepOnList } from './keeping.js';

interface KeepFacts extends Acted {
  readonly service: Service | null;
  readonly waiting: readonly Referral[];
}

const post = ({ referral }: Acted) => ({ view: 'referral-post', with: { referralId: referral.id } });

/** Ja, op de wachtlijst: the referrer keeps the referral on the waiting list (R11), also when the service is full. One press. */
export const keepOnWaitlist = action({
  slug: 'keep-on-waitlist',
  subject: z.object({ referralId: z.uuid() as unknown as z.ZodType<ReferralId> }),
  fields: z.object({}),
  async load(read, { referralId }): Promise<KeepFacts | Refusal> {
    const acted = await loadActed(read, referralId);
    if (isRefusal(acted)) return acted;
    const { serviceId } = acted.referral;
    return {
      ...acted,
      service: serviceId === null ? null : await read.service(serviceId),
      waiting: serviceId === null ? [] : await read.waitlist(serviceId),
    };
  },
  may(facts, { actor }) {
    if (referrerSide(facts.referral, actor) === null) return { refused: 'only-referrer' };
    const { state } = facts.referral;
    const isKept = state === 'waitlisted';
    return isKept || after(state, 'keep', 'clb') !== null ? null : whoWasFirst(facts, actor, post(facts));
  },
  decide(facts, _fields, context) {
    const { referral, waiting } = facts;
    const side = referrerSide(referral, context.actor);
    if (side === null) return { refused: 'only-referrer' };
    const reply = { show: post(facts).view, with: post(facts).with };
    if (referral.state === 'waitlisted') return { reply };
    const kept = keepOnList({ referral, waiting, side, now: context.now });
    if (kept === null) return whoWasFirst(facts, context.actor, post(facts));
    const note = fullNote(facts, context);
    return { ...kept, reply: note === null ? reply : { ...reply, note } };
  },
});

/** Honest about a service that says it is full: it may take long. */
function fullNote({ service }: KeepFacts, { actor, calendar, now }: ActionContext): Note | null {
  const today = calendar.dayOf(now);
  if (service === null || service.fullUntil === null || !isFullOn(service, today)) return null;
  return { key: 'kept-full', values: { until: day(service.fullUntil, actor.language, today) } };
}
