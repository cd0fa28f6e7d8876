import { z } from 'zod';
import { loadActed, notedBy, referrerSide, type Acted } from '../../contracts/acting.js';
import { action } from '../../contracts/action.js';
import { livingPosts, postsBehind, tellProvider, tellReferrer } from '../../contracts/notices.js';
import { isRefusal, type Refusal } from '../../contracts/outcome.js';
import { step, type Referral } from '../../domain/referral.js';
import { whoWasFirst } from '../../texts/who-was-first.js';
import { referralId } from './list-facts.js';

interface ConfirmFacts extends Acted {
  readonly waiting: readonly Referral[];
}

const post = ({ referral }: Acted) => ({ view: 'referral-post', with: { referralId: referral.id } });

/** Whether the place was confirmed already: a repeated press, which is answered with the present state. */
const isConfirmed = ({ referral, history }: Acted): boolean =>
  referral.state === 'placed' && history.some(({ name }) => name === 'place-confirmed');

/** Ja, we nemen de plaats: the referrer takes the place that came free (R10, R11). One press. */
export const confirmPlace = action({
  slug: 'confirm-place',
  subject: z.object({ referralId }),
  fields: z.object({}),
  async load(read, subject): Promise<ConfirmFacts | Refusal> {
    const acted = await loadActed(read, subject.referralId);
    if (isRefusal(acted)) return acted;
    const { serviceId } = acted.referral;
    return { ...acted, waiting: serviceId === null ? [] : await read.waitlist(serviceId) };
  },
  may(facts, { actor }) {
    if (referrerSide(facts.referral, actor) === null) return { refused: 'only-referrer' };
    if (facts.referral.state === 'place-free' || isConfirmed(facts)) return null;
    return whoWasFirst(facts, actor, post(facts));
  },
  decide(facts, _fields, { actor }) {
    const { referral, waiting } = facts;
    const side = referrerSide(referral, actor);
    if (side === null) return { refused: 'only-referrer' };
    const reply = { show: post(facts).view, with: post(facts).with };
    if (isConfirmed(facts)) return { reply };
    const done = step(referral, 'confirm-place', side);
    if ('refused' in done) return whoWasFirst(facts, actor, post(facts));
    const next = done.referral;
    return {
      changes: [{ put: 'referral', row: next }],
      happened: [{ referralId: next.id, name: 'place-confirmed', data: notedBy(side) }],
      notices: [
        ...tellProvider(next, 'place-confirmed'),
        ...(side === 'desk' ? [tellReferrer(next, 'place-confirmed', notedBy(side))] : []),
      ],
      refresh: [...livingPosts(next), ...postsBehind(waiting, referral)],
      reply,
    };
  },
});
