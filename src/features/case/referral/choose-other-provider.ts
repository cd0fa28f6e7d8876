import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { ageOfBand, linesDoor } from '../../../contracts/lines-door.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import { can } from '../../../domain/case/policy.js';
import type { Referral } from '../../../domain/case/referral.js';
import { isLive, isOpen } from '../../../domain/case/states.js';
import type { CaseFile } from '../../../domain/draft.js';
import type { ServiceId } from '../../../domain/ids.js';
import { deskChooses, fitting, usualService, type Offer } from '../../../domain/intake/index.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateInLine } from '../../../texts/referral-words.js';
import { caseSubject, loadCase, mayAct, type ActFacts, type Present } from '../act-on-case.js';
import { caseActor } from '../case-actor.js';
import { loadAroundOffers, type AroundOffers } from '../card/offered-by.js';
import { providerRows, strangeRows } from '../card/provider-rows.js';
import { otherOffers } from './other-offers.js';
import { firstChoices, referOn, type FirstChoice } from './refer-on.js';
import { caseForms } from '../case-forms.js';
import { caseCards } from '../../../domain/case/cards.js';

const subject = caseSubject.extend({
  /** What was filled in: known to `load`, so that a number is taken only for a referral that is really made. */
  serviceId: z.string().optional().catch(undefined),
  first: z.string().optional().catch(undefined),
});

interface OtherFacts extends ActFacts, AroundOffers {
  /** Null when it was erased: nothing can be carried over. */
  readonly caseFile: CaseFile | null;
  readonly offers: readonly Offer[];
  /** The referral that was made by this very choice before. */
  readonly made: Referral | null;
  /** The service that stands chosen, or the desk; '' for none. */
  readonly chosen: string;
  /** What is said to happen with the first; null: nothing yet. */
  readonly first: FirstChoice | null;
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
  return {
    ...facts,
    ...(await loadAroundOffers(read, fitting(offers), context)),
    caseFile,
    offers,
    made,
    reference,
    chosen: given.serviceId ?? likeliest(facts, offers),
    first: [...firstChoices, 'over' as const].find((one) => one === given.first) ?? null,
  };
}

const matched = ({ match }: Referral, offers: readonly Offer[]): string | null =>
  match !== null && isChoosable(offers, match.serviceId) ? match.serviceId : null;

/** Who said before that this pupil does not fit. */
const refusedBy = ({ trail }: Pick<ActFacts, 'trail'>): ServiceId[] =>
  trail.flatMap(({ noMatchReason, serviceId }) => (noMatchReason === null || serviceId === null ? [] : [serviceId]));

/** What stands chosen when the form is opened: the service with room of which the CLB was told, or the usual one, not where it was no match before. */
const likeliest = (facts: ActFacts, offers: readonly Offer[]): string =>
  matched(facts.referral, offers) ??
  usualService(offers.filter(({ service }) => !refusedBy(facts).includes(service.id)));

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
  chosen === deskChooses ||
  fitting(offers).some((one) => one.service.id === chosen && one.availability.kind !== 'full');

const present = ({ referral }: ActFacts): Present => caseCards.post.shown({ referralId: referral.id });
const fileClosed = (facts: ActFacts): Refusal => ({
  refused: 'file-closed',
  show: { view: present(facts).show, with: present(facts).with },
});

/**
 * Andere aanbieder (R12): a new referral in the same trail, nothing typed again. A row chooses the service, and the button
 * says what happens with the first, which is never assumed. Only by the referrer's CLB (R1). Errors: `service-missing`,
 * `service-full`, `first-missing`, `first-over`.
 */
export const chooseOtherProvider = action({
  slug: 'choose-other-provider',
  subject,
  fields: z.object({}),
  load,
  may(facts, context) {
    const isOwn = caseActor(context.actor, facts.referral).sides.includes('clb');
    if (isOwn && facts.made !== null) return null;
    const refusal = mayAct(facts, ['refer-on'], context, present(facts));
    return refusal ?? (facts.caseFile === null ? fileClosed(facts) : null);
  },
  form(facts, { actor: { language }, calendar, now }) {
    const { referral, offers, service } = facts;
    const say = texts(language);
    const chosen = isChoosable(offers, facts.chosen) ? facts.chosen : '';
    const given = { ...facts, chosen, press: rowPress(referral), refused: refusedBy(facts) };
    const shown = { language, calendar, now };
    return {
      referralId: referral.id,
      round: referral.round,
      reference: say('case.card.reference', { reference: referral.reference }),
      rows: providerRows(given, shown),
      others: strangeRows(given, false, shown),
      lines: linesDoor({
        phase: 'through-clb',
        region: referral.region,
        age: ageOfBand(referral.ageBand),
        because: 'refused',
        from: { referralId: referral.id },
      }),
      first: isOver(referral)
        ? null
        : say('referral.choose-other-provider.first', {
            reference: referral.reference,
            service: plain(service?.name ?? ''),
            state: stateInLine(language, referral.state),
          }),
      ways: chosen === '' ? [] : waysFor(referral, chosen, say),
    };
  },
  decide(facts, _fields, context): Outcome | Refusal {
    if (facts.made !== null) return { reply: caseCards.post.shown({ referralId: facts.made.id }) };
    const { referral, caseFile, reference, offers, chosen, first } = facts;
    if (caseFile === null) return fileClosed(facts);
    const wrong = wrongWith(facts);
    if (wrong !== null || first === null)
      return {
        reply: caseForms.chooseOther.again(
          { referralId: referral.id, serviceId: chosen },
          wrong ?? { first: 'first-missing' },
        ),
      };
    const service = offers.find((one) => one.service.id === chosen)?.service ?? null;
    return referOn({ facts, caseFile, service, first, reference }, context, present(facts));
  },
});

/** What cannot be: a service that filled up since, or nothing said of the first; of one that is over meanwhile nothing is asked any more. */
function wrongWith({
  referral,
  offers,
  chosen,
  first,
  reference,
}: OtherFacts): Readonly<Record<string, string>> | null {
  if (chosen === '') return { serviceId: 'service-missing' };
  if (first !== null && (first === 'over') !== isOver(referral))
    return isOver(referral) ? { serviceId: 'first-over' } : { first: 'first-missing' };
  if (first === null) return { first: 'first-missing' };
  if (!isChoosable(offers, chosen)) return { serviceId: 'service-full' };
  // A card of before, on which nothing was chosen.
  return reference === '' ? { serviceId: 'service-missing' } : null;
}

const rowPress = (referral: Referral) => (serviceId: string) => ({
  verb: builtInVerbs.openForm,
  data: caseForms.chooseOther.onButton({ referralId: referral.id, round: referral.round, serviceId }),
});

/** A button for each thing that can happen with the first, none of them pushed. */
function waysFor(referral: Referral, serviceId: string, say: ReturnType<typeof texts>) {
  const data = (first: FirstChoice) => ({ referralId: referral.id, round: referral.round, serviceId, first });
  if (isOver(referral))
    return [{ title: say('referral.choose-other-provider.confirm'), style: 'positive', data: data('over') }];
  return firstChoices.map((first) => ({
    title: say(`referral.choose-other-provider.${first}`),
    style: null,
    data: data(first),
  }));
}
