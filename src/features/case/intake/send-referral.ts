import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { isRefusal, type Outcome, type Refusal } from '../../../contracts/outcome.js';
import type { Read } from '../../../contracts/read.js';
import type { Trail } from '../../../domain/draft.js';
import { askPhone } from '../../../contracts/worker-cards.js';
import type { DraftId } from '../../../domain/ids.js';
import {
  caseTyped,
  chosenService,
  consentBlockersOf,
  hintIn,
  identityIn,
  readAnswers,
  readProvider,
  schoolIn,
  withWholeBirthDate,
  type Answers,
  type Offer,
} from '../../../domain/intake/index.js';
import type { Service } from '../../../domain/organisation.js';
import type { SamePupil } from '../../../domain/case/same-pupil.js';
import type { WorkerDetails } from '../../../domain/worker.js';
import { day } from '../../../texts/format.js';
import { draftSubject } from './draft-subject.js';
import { askToFollow, liveBeside } from './duplicate.js';
import { expireKey, tidyKey } from './keep-draft.js';
import { loadDraft, mayOpen, standingOf, type LoadedDraft } from './load-draft.js';
import { loadOffers } from './load-offers.js';
import { missingWords, providerFault } from './missing.js';
import { register } from './registration.js';
import { caseCards } from '../../../domain/case/cards.js';
import { caseViews } from '../case-views.js';

interface Loaded extends LoadedDraft {
  readonly trail: Trail;
  readonly offers: readonly Offer[];
  readonly live: readonly SamePupil[];
  /** The referral made from it, when it was sent before. */
  readonly before: CaseFacts | null;
  /** How the sender is reached; null: nothing is known. */
  readonly worker: WorkerDetails | null;
  /** '' when there is nothing to number. */
  readonly reference: string;
}

const year = (day: string): number => Number(day.slice(0, 4));

interface Subject {
  readonly draftId: DraftId;
  /** The provider as it stood on the card: what the worker saw is what is sent. */
  readonly service?: string | undefined;
}

async function load(read: Read, subject: Subject, context: ActionContext): Promise<Loaded | Refusal> {
  const loaded = await loadDraft(read, subject);
  if (isRefusal(loaded)) return loaded;
  const trail = await read.trail(loaded.draft.trailId);
  if (trail === null) return { refused: 'draft-gone' };
  const today = context.calendar.dayOf(context.now);
  const offers = await loadOffers(read, loaded.draft, context);
  const { typed } = loaded.draft;
  const draft = { ...loaded.draft, typed: { ...typed, service: subject.service ?? chosenService(typed, offers) } };
  const facts = {
    ...loaded,
    draft,
    trail,
    offers,
    live: await liveBeside(read, draft, identityIn(caseTyped(draft.typed), today)),
    before: draft.referralId === null ? null : await read.caseOf(draft.referralId),
    worker: await read.worker(context.actor.person.id),
    reference: '',
  };
  return isNew(facts, context) ? { ...facts, reference: await context.numbers.nextReference(year(today)) } : facts;
}

/** Only what will really be sent for the first time takes a number, so that none is left out. */
const isNew = (facts: Loaded, context: ActionContext): boolean =>
  standingOf(facts) === 'open' &&
  facts.draft.referralId === null &&
  refusalOf(facts, context) === null &&
  askToFollow(facts.draft, facts.draft.typed, facts.live) === null;

/** A service that filled up since it was chosen has a sentence of its own; everything else that is missing is named. */
function refusalOf({ draft, offers }: Loaded, context: ActionContext): Refusal | null {
  const { language } = context.actor;
  const today = context.calendar.dayOf(context.now);
  const show = caseViews.review.instead({ draftId: draft.id });
  const answers = readAnswers(draft.typed, today);
  const provider = readProvider(draft.typed, offers);
  const chosen = offers.find(({ service }) => service.id === draft.typed['service']);
  if (answers !== null && !provider.ok && chosen?.availability.kind === 'full')
    return { refused: 'service-full', values: { until: day(chosen.availability.until, language, today) }, show };
  const complete = answers !== null && provider.ok && consentBlockersOf(answers.consent).length === 0;
  const fault = providerFault(draft.typed, offers, today, language);
  const what = [...missingWords(draft.typed, today, language), ...(fault === null ? [] : [fault])].join(' · ');
  return complete ? null : { refused: 'not-complete', values: { what }, show };
}

/** What is stored when a referral leaves (R1, R4, R8); what is told and planned follows from it. */
function sent(loaded: Loaded, answers: Answers, service: Service | null, context: ActionContext): Outcome | Refusal {
  const { draft, trail } = loaded;
  const receipt = caseCards.draft.shown({ draftId: draft.id });
  const made = register({ ...loaded, answers, service }, context, receipt);
  if (isRefusal(made)) return made;
  const typed = withWholeBirthDate(caseTyped(draft.typed), context.calendar.dayOf(context.now));
  const identity = answers.who.kind === 'pupil' ? answers.who.identity : null;
  const school = schoolIn(typed);
  return {
    changes: [
      ...(trail.firstRegisteredAt === null
        ? [{ put: 'trail' as const, row: { ...trail, firstRegisteredAt: context.now } }]
        : []),
      { put: 'caseFile', row: { referralId: made.id, trailId: trail.id, typed }, clbId: draft.clbId, identity },
      ...(school === null ? [] : [{ put: 'school' as const, row: { organisationId: draft.clbId, ...school } }]),
      { put: 'hint', row: { trailId: trail.id, text: hintIn(draft.typed) } },
      { put: 'draft', row: { ...draft, state: 'sent', referralId: made.id, updatedAt: context.now } },
    ],
    cases: [made],
    notices: askPhone(draft.personId, loaded.worker),
    settled: [tidyKey(draft.id), expireKey(draft.id)],
    reply: receipt,
  };
}

/** "Verzenden": everything is checked once more on the state. A referral that was made from this draft is shown, not made again. */
export const sendReferral = action({
  slug: 'send-referral',
  subject: draftSubject.extend({ service: z.string().max(100).optional() }),
  fields: z.object({}),
  load,
  may: mayOpen,
  decide(loaded, _fields, context) {
    const { draft } = loaded;
    const standing = standingOf(loaded);
    const receipt = caseCards.draft.instead({ draftId: draft.id });
    if (standing === 'sent') return { reply: { show: receipt.view, with: receipt.with } };
    if (standing === 'discarded') return { refused: 'draft-gone', show: receipt };
    const refusal = refusalOf(loaded, context);
    if (refusal !== null) return refusal;
    const beside = askToFollow(draft, draft.typed, loaded.live);
    if (beside !== null) return { reply: beside };
    const answers = readAnswers(draft.typed, context.calendar.dayOf(context.now));
    const provider = readProvider(draft.typed, loaded.offers);
    if (answers === null || !provider.ok) return { refused: 'draft-gone' };
    return sent(loaded, answers, provider.value.service, context);
  },
});
