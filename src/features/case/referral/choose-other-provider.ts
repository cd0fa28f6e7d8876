import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { ageOfBand, linesDoor } from '../../../contracts/lines-door.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { can } from '../../../domain/case/policy.js';
import type { Referral } from '../../../domain/case/referral.js';
import { isLive, isOpen } from '../../../domain/case/states.js';
import type { CaseFile } from '../../../domain/draft.js';
import { deskChooses, type Offer } from '../../../domain/intake/index.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { caseSubject, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { fullLine, offerChoices, otherOffers } from './other-offers.js';
import { firstChoices, referOn } from './refer-on.js';
import { caseForms } from '../case-forms.js';
import { caseCards } from '../../../domain/case/cards.js';

const subject = caseSubject.extend({
  /** What was filled in: known to `load`, so that a number is taken only for a referral that is really made. */
  serviceId: z.string().optional().catch(undefined),
  first: z.string().optional().catch(undefined),
});

interface OtherFacts extends ActFacts {
  /** Null when it was erased: nothing can be carried over. */
  readonly caseFile: CaseFile | null;
  readonly offers: readonly Offer[];
  /** The referral that was made by this very choice before. */
  readonly made: Referral | null;
  /** A service that stood chosen where the form was opened; null: none. */
  readonly chosen: string | null;
  /** '' when there is nothing to number. */
  readonly reference: string;
}

async function load(read: Read, given: z.infer<typeof subject>, context: ActionContext): Promise<OtherFacts | Refusal> {
  const facts = await loadCase(read, given);
  if (isRefusal(facts)) return facts;
  const { referral, trail } = facts;
  const today = context.calendar.dayOf(context.now);
  const caseFile = await read.caseFile(referral.id);
  const typed = caseFile?.typed ?? {};
  const offers = await otherOffers(read, { typed, referral, trail }, today);
  const made = madeBefore(facts, given.serviceId);
  const isAllowed = 'side' in can(caseActor(context.actor, referral), 'refer-on', referral, context.now);
  const isFilled = isChoosable(offers, given.serviceId) && isSaid(given.first, referral);
  const isReady = made === null && isAllowed && caseFile !== null && isFilled;
  const reference = isReady ? await context.numbers.nextReference(Number(today.slice(0, 4))) : '';
  return { ...facts, caseFile, offers, made, reference, chosen: given.serviceId ?? null };
}

/** A repeat of the same press finds what it made, also when the desk has chosen the provider since. */
function madeBefore({ history, trail }: ActFacts, chosen: string | undefined): Referral | null {
  const made = history.filter(({ name, data }) => name === 'referred-on' && chosen && data['chosen'] === chosen);
  return trail.find((one) => isLive(one.state) && made.some(({ data }) => data['to'] === one.reference)) ?? null;
}

/** It is over already: nothing is asked of it any more. */
const isOver = ({ state }: Pick<Referral, 'state'>): boolean => !isOpen(state);

const isSaid = (first: string | undefined, referral: Referral): boolean =>
  isOver(referral) ? first === 'over' : firstChoices.some((one) => one === first);
const isChoosable = (offers: readonly Offer[], chosen: string | undefined): boolean =>
  chosen === deskChooses || offers.some((one) => one.service.id === chosen && one.availability.kind !== 'full');

const present = ({ referral }: ActFacts): Present => caseCards.post.shown({ referralId: referral.id });
const fileClosed = (facts: ActFacts): Refusal => ({
  refused: 'file-closed',
  show: { view: present(facts).show, with: present(facts).with },
});

/**
 * Andere aanbieder (R12): a new referral in the same trail, nothing typed again. Only by the referrer's CLB (R1), and
 * what happens with the first is asked, never assumed. Errors: `service-missing`, `service-full`, `first-missing`.
 */
export const chooseOtherProvider = action({
  slug: 'choose-other-provider',
  subject,
  fields: z.object({
    serviceId: z.string({ error: 'service-missing' }).min(1, { error: 'service-missing' }),
    first: z.enum([...firstChoices, 'over'], { error: 'first-missing' }),
  }),
  load,
  may(facts, context) {
    const isOwn = caseActor(context.actor, facts.referral).sides.includes('clb');
    if (isOwn && facts.made !== null) return null;
    const refusal = mayAct(facts, ['refer-on'], context, present(facts));
    return refusal ?? (facts.caseFile === null ? fileClosed(facts) : null);
  },
  form(facts, { actor: { language }, calendar, now }, { typed }) {
    const { referral, service, offers } = facts;
    const say = texts(language);
    const today = calendar.dayOf(now);
    const what = {
      reference: referral.reference,
      service: service?.name ?? '',
      state: stateWord(language, referral.state).word.toLowerCase(),
    };
    return {
      referralId: referral.id,
      round: referral.round,
      reference: say('case.card.reference', { reference: referral.reference }),
      choices: offerChoices(offers, facts.trail, language, today),
      full: plainOrNull(fullLine(offers, language, today)),
      lines: linesDoor({
        phase: 'through-clb',
        region: referral.region,
        age: ageOfBand(referral.ageBand),
        because: 'refused',
        from: { referralId: referral.id },
      }),
      firstLabel: isOver(referral) ? null : say('referral.choose-other-provider.first', what),
      over: isOver(referral) ? 'over' : null,
      firstChoices: isOver(referral)
        ? null
        : firstChoices.map((value) => ({
            title: say(`referral.choose-other-provider.${value}-${keptWhere(referral)}`),
            value,
          })),
      typed: {
        serviceId: typed['serviceId'] ?? facts.chosen ?? matched(facts),
        first: typed['first'] ?? usualFirst(referral),
      },
    };
  },
  decide(facts, { serviceId, first }, context): Outcome | Refusal {
    if (facts.made !== null) return { reply: caseCards.post.shown({ referralId: facts.made.id }) };
    const { referral, caseFile, reference, offers } = facts;
    if (caseFile === null) return fileClosed(facts);
    const service = offers.find((one) => one.service.id === serviceId)?.service ?? null;
    if ((first === 'over') !== isOver(referral)) return firstMissing(referral, serviceId);
    if (!isChoosable(offers, serviceId) || reference === '') return again(referral, serviceId, first);
    return referOn({ facts, caseFile, service, first, reference }, context, present(facts));
  },
});

/** The service with room of which the CLB was told stands chosen, also when the form is opened from the post; null: none can be had. */
const matched = ({ referral: { match }, offers }: OtherFacts): string | null =>
  match !== null && isChoosable(offers, match.serviceId) ? match.serviceId : null;

/** After “geen match” nothing waits at the first any more: that it is withdrawn stands chosen, and is still asked. */
const usualFirst = ({ state }: Referral): string | null => (state === 'no-match' ? 'withdraw' : null);

/** Whether keeping it means a waiting list or only that it stays as it is. */
const keptWhere = ({ state }: Referral): 'list' | 'open' =>
  ['waitlist-proposed', 'waitlisted', 'full'].includes(state) ? 'list' : 'open';

const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text));

/** The service filled up, or another took it off, since the form was opened. */
const again = (referral: Referral, serviceId: string, first: string): Outcome => ({
  reply: caseForms.chooseOther.again({ referralId: referral.id, serviceId, first }, { serviceId: 'service-full' }),
});

/** What happens with the first is asked, never assumed; of one that is over meanwhile nothing is asked any more. */
const firstMissing = ({ id: referralId, state }: Referral, serviceId: string): Outcome => ({
  reply: caseForms.chooseOther.again(
    { referralId, serviceId },
    isOver({ state }) ? { serviceId: 'first-over' } : { first: 'first-missing' },
  ),
});
