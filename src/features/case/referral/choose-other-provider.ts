import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { isOf } from '../../../contracts/actor.js';
import { loadActed, type Acted } from '../../../contracts/acting.js';
import { action, type ActionContext } from '../../../contracts/action.js';
import { ageOfBand, linesDoor } from '../../../contracts/lines-door.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { CaseFile } from '../../../domain/draft.js';
import type { OrganisationId, ReferralId } from '../../../domain/ids.js';
import { deskChooses, type Offer } from '../../../domain/intake/index.js';
import type { Service } from '../../../domain/organisation.js';
import { isLive } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { whoWasFirst } from '../../../texts/who-was-first.js';
import { fullLine, offerChoices, otherOffers } from './other-offers.js';
import { referrerState } from './post-lines.js';
import { firstChoices, mayReferOn, referOn, referredOnName } from './refer-on.js';

const subject = z.object({
  referralId: id<ReferralId>(),
  /** What was filled in: known to `load`, so that a number is taken only for a referral that is really made. */
  serviceId: z.string().optional().catch(undefined),
  first: z.string().optional().catch(undefined),
});

interface OtherFacts extends Acted {
  readonly service: Service | null;
  /** Null when it was erased: nothing can be carried over. */
  readonly caseFile: CaseFile | null;
  readonly trail: readonly Referral[];
  readonly offers: readonly Offer[];
  /** Who waits where the pupil is now. */
  readonly waiting: readonly Referral[];
  readonly deskId: OrganisationId | null;
  /** The referral that was made by this very choice before. */
  readonly made: Referral | null;
  /** '' when there is nothing to number. */
  readonly reference: string;
}

async function load(read: Read, given: z.infer<typeof subject>, context: ActionContext): Promise<OtherFacts | Refusal> {
  const acted = await loadActed(read, given.referralId);
  if (isRefusal(acted)) return acted;
  const { referral } = acted;
  const today = context.calendar.dayOf(context.now);
  const caseFile = await read.caseFile(referral.id);
  const trail = (await read.referrals({ trailId: referral.trailId })).filter(({ id }) => id !== referral.id);
  const typed = caseFile?.typed ?? {};
  const offers = await otherOffers(read, { typed, referral, trail }, today);
  const made = madeBefore(acted, trail, given.serviceId);
  const isAllowed = isOf(context.actor, referral.clbId) && mayReferOn(referral.state) && caseFile !== null;
  const isReady = made === null && isAllowed && isChoosable(offers, given.serviceId) && isSaid(given.first);
  return {
    ...acted,
    service: referral.serviceId === null ? null : await read.service(referral.serviceId),
    caseFile,
    trail,
    offers,
    waiting: referral.serviceId === null ? [] : await read.waitlist(referral.serviceId),
    deskId: (await read.organisations('desk'))[0]?.id ?? null,
    made,
    reference: isReady ? await read.nextReference(Number(today.slice(0, 4))) : '',
  };
}

/** A repeat of the same press finds what it made, also when the desk has chosen the provider since. */
function madeBefore({ history }: Acted, trail: readonly Referral[], chosen: string | undefined): Referral | null {
  const made = history.filter(({ name, data }) => name === referredOnName && data['chosen'] === chosen);
  return trail.find((one) => isLive(one.state) && made.some(({ data }) => data['to'] === one.reference)) ?? null;
}

const isSaid = (first: string | undefined): boolean => firstChoices.some((one) => one === first);
const isChoosable = (offers: readonly Offer[], chosen: string | undefined): boolean =>
  chosen === deskChooses || offers.some((one) => one.service.id === chosen && one.availability.kind !== 'full');

const post = ({ referral }: Acted) => ({ view: 'referral-post', with: { referralId: referral.id } });

/**
 * Andere aanbieder (R12): a new referral in the same trail, nothing typed again. Only by the referrer's CLB (R1), and
 * what happens with the first is asked, never assumed. Errors: `service-missing`, `service-full`, `first-missing`.
 */
export const chooseOtherProvider = action({
  slug: 'choose-other-provider',
  subject,
  fields: z.object({
    serviceId: z.string({ error: 'service-missing' }).min(1, { error: 'service-missing' }),
    first: z.enum(firstChoices, { error: 'first-missing' }),
  }),
  load,
  may(facts, { actor }) {
    if (!isOf(actor, facts.referral.clbId)) return { refused: 'only-referrer' };
    if (facts.made !== null) return null;
    if (!mayReferOn(facts.referral.state)) return whoWasFirst(facts, actor, post(facts));
    return facts.caseFile === null ? { refused: 'file-closed', show: post(facts) } : null;
  },
  form(facts, { actor: { language }, calendar, now }, { typed }) {
    const { referral, service, offers } = facts;
    const say = texts(language);
    const today = calendar.dayOf(now);
    const what = {
      reference: referral.reference,
      service: service?.name ?? '',
      state: referrerState(referral.state, language).word.toLowerCase(),
    };
    return {
      referralId: referral.id,
      reference: say('referral.referral-post.reference', { reference: referral.reference }),
      choices: offerChoices(offers, facts.trail, language, today),
      full: plainOrNull(fullLine(offers, language, today)),
      lines: linesDoor({
        phase: 'through-clb',
        region: referral.region,
        age: ageOfBand(referral.ageBand),
        because: 'refused',
        from: { referralId: referral.id },
      }),
      firstLabel: say('referral.choose-other-provider.first', what),
      firstChoices: firstChoices.map((value) => ({
        title: say(`referral.choose-other-provider.${value}-${keptWhere(referral)}`),
        value,
      })),
      typed: { serviceId: typed['serviceId'] ?? null, first: typed['first'] ?? null },
    };
  },
  decide(facts, { serviceId, first }, context): Outcome | Refusal {
    if (facts.made !== null) return { reply: { show: 'referral-post', with: { referralId: facts.made.id } } };
    const { referral, caseFile, reference, waiting, trail, deskId, offers } = facts;
    if (caseFile === null) return { refused: 'file-closed', show: post(facts) };
    const service = offers.find((one) => one.service.id === serviceId)?.service ?? null;
    if (!isChoosable(offers, serviceId) || reference === '') return again(referral, serviceId, first);
    return referOn({ referral, caseFile, service, first, reference, waiting, trail, deskId }, context);
  },
});

/** Whether keeping it means a waiting list or only that it stays as it is. */
const keptWhere = ({ state }: Referral): 'list' | 'open' =>
  ['waitlist-proposed', 'waitlisted', 'full'].includes(state) ? 'list' : 'open';

const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text));

/** The service filled up, or another took it off, since the form was opened. */
const again = (referral: Referral, serviceId: string, first: string): Outcome => ({
  reply: {
    form: 'choose-other-provider',
    with: { referralId: referral.id, serviceId, first },
    errors: { serviceId: 'service-full' },
  },
});
