import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { actsFor } from '../../../contracts/actor.js';
import { deskReasons, type DeskReason } from '../../../contracts/jobs.js';
import { ageOfBand, linesDoor, type LinesDoor } from '../../../contracts/lines-door.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import {
  answeredLine,
  answersOf,
  factLines,
  headerOf,
  loadReferralFacts,
  roundOf,
  undoOf,
  type ReferralFacts,
} from './referral-facts.js';

interface DeskFacts extends ReferralFacts {
  readonly why: DeskReason;
}

/** A referral that needs the desk: why, what is asked, and the acts that fit the present state. */
export const deskReferral = view({
  slug: 'desk-referral',
  audience: 'stored',
  params: z.object({
    referralId: id<ReferralId>(),
    why: z.enum(deskReasons).default('chooses'),
  }),
  async load(read, { referralId, why }): Promise<DeskFacts | null> {
    const facts = await loadReferralFacts(read, referralId);
    return facts === null ? null : { ...facts, why };
  },
  may: (_facts, actor) => (actsFor(actor, 'desk') === null ? { refused: 'only-desk' } : null),
  fill(facts, context) {
    const { referral, why } = facts;
    const say = texts(context.language);
    return {
      ...headerOf(facts, context),
      title: say(`dispatch.desk-referral.title.${why}`),
      referralId: referral.id,
      why,
      round: roundOf(facts),
      facts: [
        ...factLines(facts, context),
        { title: say('dispatch.facts.provider'), value: serviceName(facts, context) },
      ],
      asked: askedOf(facts, context),
      answered: answeredLine(facts, context),
      isHeld: referral.state === 'held',
      mayOpenLater: !['held', 'registered', 'delivered'].includes(referral.state),
      mayDeliver: referral.state === 'registered',
      lines: linesOf(facts),
      ...answersOf(referral),
      ...undoOf(referral, context, true),
    };
  },
  summary: ({ referral, why }, { language }) =>
    texts(language)('dispatch.desk-referral.summary', {
      reference: referral.reference,
      title: texts(language)(`dispatch.desk-referral.title.${why}`),
    }),
});

/** Where nothing of ours fits, the desk may look for other help: outside the province, or under 12 (R7, R8). */
const linesOf = ({ referral: { id: referralId, state, region, ageBand }, why }: DeskFacts): LinesDoor | null =>
  state === 'held' && (region === 'outside' || ageBand === 'under-12')
    ? linesDoor({
        phase: 'through-clb',
        region,
        age: ageOfBand(ageBand),
        because: region === 'outside' ? 'outside' : 'under-12',
        from: { referralId, why },
      })
    : null;

const serviceName = ({ service }: ReferralFacts, { language }: ViewContext): string =>
  service === null ? texts(language)('dispatch.facts.unchosen') : plain(service.name);

const heldReasons: readonly DeskReason[] = ['chooses', 'looks-first', 'outside', 'under-12'];

/** What is asked of the desk now. When the state has moved on, that there is nothing to do. */
function askedOf(facts: DeskFacts, context: ViewContext): string {
  const { referral, why } = facts;
  const { language, now } = context;
  const say = texts(language);
  const provider = serviceName(facts, context);
  if (referral.state === 'held' && heldReasons.includes(why))
    return say(`dispatch.desk-referral.asked.${why}`, { provider, moment: '' });
  if (referral.state === 'registered' && referral.deliverAt !== null)
    return say('dispatch.desk-referral.asked.registered', {
      provider,
      moment: moment(referral.deliverAt, language, now),
    });
  if (referral.state === 'delivered' && !heldReasons.includes(why)) {
    const told = referral.contactBy === null ? '–' : moment(referral.contactBy, language, now);
    return say(`dispatch.desk-referral.asked.${why}`, { provider, moment: told });
  }
  return say(
    referral.state === 'contacted' ? 'dispatch.desk-referral.asked.contacted' : 'dispatch.desk-referral.asked.settled',
  );
}
