import { view } from '../../../contracts/action.js';
import type { IntakeStep, Typed } from '../../../domain/draft.js';
import { formOf, type Offer } from '../../../domain/intake/index.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { Language } from '../../../domain/language.js';
import type { CaseFact } from '../../../texts/answer-words.js';
import { caseParts } from '../../../texts/case-facts.js';
import { plain } from '../../../texts/plain.js';
import { textAt, texts } from '../../../texts/index.js';
import { draftSubject } from './draft-subject.js';
import { loadDraft, mayOpen, standingOf, type LoadedDraft } from './load-draft.js';
import { loadOffers, phonedProviders } from './load-offers.js';
import { missingWords, stepsMissing } from './missing.js';
import { offerWords } from './offer-words.js';
import { intakeTitle } from './step-form.js';

interface Facts extends LoadedDraft {
  readonly offers: readonly Offer[];
  readonly phoned: ReadonlySet<OrganisationId>;
}

function providerFact({ draft: { typed }, offers, phoned }: Facts, language: Language, today: string): CaseFact {
  const t = texts(language);
  const title = t('intake.facts.service');
  const offer = offers.find(({ service }) => service.id === typed['service']);
  if (offer === undefined)
    return { title, value: typed['service'] === 'desk' ? t('intake.choose-provider.desk') : '–' };
  return { title, value: plain(offerWords(offer, phoned, language, today)) };
}

const nameOf = (step: IntakeStep, typed: Typed, language: Language): string =>
  textAt(language, `intake.steps.names.${formOf(step, typed)}`) ?? step;

/** All answers, part by part, each with its own "wijzig"; what is missing; and "Verzenden" when nothing is. */
export const reviewReferral = view({
  slug: 'review-referral',
  audience: 'one-person',
  params: draftSubject,
  async load(read, params, context): Promise<Facts | null> {
    const loaded = await loadDraft(read, params);
    if ('refused' in loaded) return null;
    const offers = await loadOffers(read, loaded.draft, context);
    return { ...loaded, offers, phoned: await phonedProviders(read, offers) };
  },
  may(facts, actor) {
    const refusal = mayOpen(facts, { actor });
    if (refusal !== null) return refusal;
    const show = { view: 'draft-post', with: { draftId: facts.draft.id } };
    return standingOf(facts) === 'open' ? null : { refused: 'outdated', show };
  },
  fill(facts, { language, now, calendar }) {
    const { draft, offers } = facts;
    const today = calendar.dayOf(now);
    const t = texts(language);
    const missing = missingWords(draft.typed, offers, today, language);
    const left = stepsMissing(draft.typed, offers, today);
    const provider = {
      step: 'choose-provider' as IntakeStep,
      facts: [providerFact(facts, language, today)],
    };
    return {
      draftId: draft.id,
      title: intakeTitle(facts, language),
      parts: [...caseParts(draft.typed, language, today), provider].map((part, index) => ({
        draftId: draft.id,
        step: part.step,
        name: t('intake.review-referral.part', { number: index + 1, name: nameOf(part.step, draft.typed, language) }),
        todo: left.includes(part.step) ? t('intake.review-referral.todo') : null,
        facts: part.facts,
      })),
      missing,
      firstLeft: missing.length === 0 ? null : (left[0] ?? 'record-consent'),
      ready: missing.length === 0,
    };
  },
  summary: (_facts, { language }) => texts(language)('intake.review-referral.summary'),
});
