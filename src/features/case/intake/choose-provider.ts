import { action, type ActionContext, type CardData } from '../../../contracts/action.js';
import type { LinesDoor } from '../../../contracts/lines-door.js';
import { isRefusal, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { DraftId, OrganisationId } from '../../../domain/ids.js';
import { deskChooses, fitting, readProvider, type Offer } from '../../../domain/intake/index.js';
import { plain } from '../../../texts/plain.js';
import { texts } from '../../../texts/index.js';
import { stepSubject, stepFields } from './draft-subject.js';
import { submitStep } from './keep-draft.js';
import { ageOf, linesForDraft } from './lines-for.js';
import { loadDraft, mayEdit, type LoadedDraft } from './load-draft.js';
import { loadOffers, phonedProviders } from './load-offers.js';
import { misfitWords, offerWords } from './offer-words.js';
import type { Choice } from './questions-shown.js';
import { stepForm } from './step-form.js';

interface Loaded extends LoadedDraft {
  readonly offers: readonly Offer[];
  readonly phoned: ReadonlySet<OrganisationId>;
}

async function load(
  read: Read,
  subject: { draftId: DraftId; drawn?: number | null | undefined },
  context: ActionContext,
): Promise<Loaded | Refusal> {
  const loaded = await loadDraft(read, subject);
  if (isRefusal(loaded)) return loaded;
  const offers = await loadOffers(read, loaded.draft, context);
  return { ...loaded, offers, phoned: await phonedProviders(read, offers) };
}

function choicesOf({ offers, phoned }: Loaded, { actor, now, calendar }: ActionContext): Choice[] {
  const today = calendar.dayOf(now);
  const services = fitting(offers).map((offer) => ({
    title: offerWords(offer, phoned, actor.language, today),
    value: offer.service.id,
  }));
  return [...services, { title: texts(actor.language)('intake.choose-provider.desk'), value: deskChooses }];
}

/** Other help is shown when nothing fits, when something that fits is full, and under 12 (R8). */
function linesOf({ draft, clb, offers }: Loaded, { calendar, now }: ActionContext): LinesDoor | null {
  const today = calendar.dayOf(now);
  const fits = fitting(offers);
  const isYoung = (ageOf(draft.typed, today) ?? 12) < 12;
  const isFull = fits.some(({ availability }) => availability.kind === 'full');
  if (!isYoung && !isFull && fits.length > 0) return null;
  return linesForDraft(draft, clb, today, 'through-clb', isYoung ? 'under-12' : isFull ? 'full' : null);
}

/** Step 6: fitting services first, each with its honest availability; those that do not fit folded away, with why (R7, R8, R17). */
export const chooseProvider = action({
  slug: 'choose-provider',
  subject: stepSubject,
  fields: stepFields('choose-provider'),
  load,
  may: mayEdit,
  form(loaded, context): CardData {
    const { language } = context.actor;
    const { draft, offers } = loaded;
    const fits = fitting(offers).length > 0;
    const strange = offers.filter((offer) => offer.misfits.length > 0);
    const card = stepForm(
      loaded,
      context,
      'choose-provider',
      {
        info: fits ? null : texts(language)('intake.choose-provider.none-fits'),
        choices: choicesOf(loaded, context),
        lines: linesOf(loaded, context),
        others: strange.map((offer) => `${plain(offer.service.name)}: ${misfitWords(offer, language)}`),
      },
      readProvider(draft.typed, offers),
    );
    return fits || draft.typed['service'] ? card : { ...card, typed: { service: deskChooses } };
  },
  decide(loaded, fields, context) {
    return submitStep(loaded, context, 'choose-provider', fields, {
      read: (typed) => readProvider(typed, loaded.offers),
    });
  },
});
