import { view, type ViewContext } from '../../../contracts/action.js';
import type { LinesDoor } from '../../../contracts/lines-door.js';
import { chosenService, fitting, formOf, stepsLeft, type Offer } from '../../../domain/intake/index.js';
import type { Language } from '../../../domain/language.js';
import { briefLine, caseParts } from '../../../texts/case-facts.js';
import { textAt, texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { misfitWords } from '../card/offer-words.js';
import { loadAroundOffers, type AroundOffers } from '../card/offered-by.js';
import { providerRows } from '../card/provider-rows.js';
import { afterSending } from './after-sending.js';
import { draftSubject } from './draft-subject.js';
import { ageOf, linesForDraft } from './lines-for.js';
import { loadDraft, mayOpen, standingOf, type LoadedDraft } from './load-draft.js';
import { loadOffers } from './load-offers.js';
import { missingWords, providerFault } from './missing.js';
import { capital, regionSentence } from './region-sentences.js';
import { discardWord, intakeTitle } from './step-form.js';
import { caseCards } from '../../../domain/case/cards.js';

interface Facts extends LoadedDraft, AroundOffers {
  readonly offers: readonly Offer[];
}

/** Other help is shown when nothing fits, when something that fits is full, and under 12 (R8). */
function linesOf({ draft, clb, offers }: Facts, { calendar, now }: ViewContext): LinesDoor | null {
  const today = calendar.dayOf(now);
  const fits = fitting(offers);
  const isYoung = (ageOf(draft.typed, today) ?? 12) < 12;
  const isFull = fits.some(({ availability }) => availability.kind === 'full');
  if (!isYoung && !isFull && fits.length > 0) return null;
  return linesForDraft(draft, clb, today, 'through-clb', isYoung ? 'under-12' : isFull ? 'full' : null);
}

/** The answers, part by part: a line of each with its own "wijzig", and all of them folded away. */
function partsOf({ draft }: Facts, { language, calendar, now }: ViewContext) {
  const today = calendar.dayOf(now);
  const left = stepsLeft(draft.typed, today);
  const t = texts(language);
  return caseParts(draft.typed, language, today).map(({ step, facts }) => {
    const name = textAt(language, `intake.steps.names.${formOf(step, draft.typed)}`) ?? step;
    return {
      draftId: draft.id,
      step,
      name,
      change: t('intake.review-referral.change-part', { name }),
      todo: left.includes(step) ? t('intake.review-referral.todo') : null,
      line: briefLine(step, draft.typed, language, today) || null,
      facts: facts.filter(({ value }) => value !== null),
    };
  });
}

/** Why not the others. */
const misfitsOf = (offers: readonly Offer[], language: Language): string[] =>
  offers
    .filter(({ misfits }) => misfits.length > 0)
    .map((offer) => `${plain(offer.service.name)}: ${misfitWords(offer, language)}`);

/** The provider and all answers, each part with its own "wijzig"; what is missing; and "Verzenden" when nothing is. */
export const reviewReferral = view({
  slug: 'review-referral',
  audience: 'one-person',
  params: draftSubject,
  async load(read, params, context): Promise<Facts | null> {
    const loaded = await loadDraft(read, params);
    if ('refused' in loaded) return null;
    const offers = await loadOffers(read, loaded.draft, context);
    return { ...loaded, offers, ...(await loadAroundOffers(read, fitting(offers), context)) };
  },
  may(facts, actor) {
    const refusal = mayOpen(facts, { actor });
    if (refusal !== null) return refusal;
    const show = caseCards.draft.instead({ draftId: facts.draft.id });
    return standingOf(facts) === 'open' ? null : { refused: 'outdated', show };
  },
  fill(facts, context) {
    const { language, now, calendar } = context;
    const { draft, offers } = facts;
    const today = calendar.dayOf(now);
    const t = texts(language);
    const missing = missingWords(draft.typed, today, language);
    const fault = providerFault(draft.typed, offers, today, language);
    const chosen = chosenService(draft.typed, offers);
    const isKnown = !stepsLeft(draft.typed, today).includes('describe-pupil');
    const press = (service: string) => ({ verb: 'choose-provider', data: { draftId: draft.id, service } });
    const providers = isKnown ? providerRows({ ...facts, press, chosen }, context) : null;
    const noneFits = isKnown && fitting(offers).length === 0;
    const ready = missing.length === 0 && fault === null;
    return {
      draftId: draft.id,
      title: intakeTitle(facts, language),
      discard: discardWord(facts, language),
      region: isKnown ? regionSentence(draft.typed, language) : null,
      noneFits: noneFits ? t('intake.choose-provider.none-fits') : null,
      fault,
      providers,
      others: isKnown ? misfitsOf(offers, language) : [],
      lines: linesOf(facts, context),
      parts: partsOf(facts, context),
      missing: missing.length === 0 ? null : `${capital(missing.join(' · '))}.`,
      firstLeft: missing.length === 0 ? null : (stepsLeft(draft.typed, today)[0] ?? 'record-consent'),
      after: ready ? afterSending(facts, chosen, context) : null,
      service: ready ? chosen : null,
    };
  },
  summary: (_facts, { language }) => texts(language)('intake.review-referral.summary'),
});
