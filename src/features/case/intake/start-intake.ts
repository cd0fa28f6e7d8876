import { z } from 'zod';
import { action, type ActionContext } from '../../../contracts/action.js';
import { actsFor, isOf, type Actor } from '../../../contracts/actor.js';
import { chooseOrganisation, forWhom } from '../../../contracts/for-whom.js';
import { id } from '../../../contracts/id.js';
import { copyOf, draftPost } from '../../../domain/case/posts.js';
import type { Notice, Outcome, Refusal, Reply } from '../../../contracts/outcome.js';
import type { Draft, Trail } from '../../../domain/draft.js';
import type { DraftId, OrganisationId, ServiceId } from '../../../domain/ids.js';
import { isUntouched } from '../../../domain/intake/index.js';
import { draftId } from './draft-subject.js';
import { keep } from './keep-draft.js';
import { caseCards } from '../../../domain/case/cards.js';
import { caseViews } from '../case-views.js';

interface Loaded {
  /** The person's open drafts, last touched first. */
  readonly drafts: readonly Draft[];
  /** A new one was asked for, beside those that are open. */
  readonly fresh: boolean;
  /** The service from whose card it is begun: it stands chosen in the review, where it is judged like every choice. */
  readonly service: ServiceId | null;
  /** For which CLB, where somebody works for several and chose. */
  readonly clbId: OrganisationId | null;
  /** The receipt on which it was pressed: it stays there. */
  readonly receiptOf: DraftId | null;
}

/** Only a CLB worker refers (R1), and only where nobody reads along. */
function may(_loaded: Loaded, { actor }: ActionContext): Refusal | null {
  if (actor.organisations.length === 0) return { refused: 'not-a-member' };
  if (actsFor(actor, 'clb') === null) return { refused: 'only-clb' };
  return actor.conversation.scope === 'personal' ? null : { refused: 'use-personal' };
}

const postOf = (draft: Draft, actor: Actor): Omit<Notice, 'key'> => ({
  ...caseCards.draft.with({ draftId: draft.id }),
  to: { conversation: actor.conversation },
});

function newDraft(
  clbId: OrganisationId,
  service: Loaded['service'],
  context: ActionContext,
): { trail: Trail; draft: Draft } {
  const { now, actor } = context;
  const trail = { id: context.newId<Trail['id']>(), firstRegisteredAt: null, createdAt: now, version: 0 };
  const draft: Draft = {
    id: context.newId(),
    trailId: trail.id,
    personId: actor.person.id,
    clbId,
    step: 'describe-pupil',
    tried: [],
    typed: service === null ? {} : { service },
    state: 'open',
    referralId: null,
    follows: null,
    createdAt: now,
    updatedAt: now,
    version: 0,
  };
  return { trail, draft };
}

/** The message that is posted is the form; the card that was pressed says so, and is no second one. */
const posted = (draftId: DraftId, { messageId }: ActionContext): Reply =>
  messageId === null ? { nothing: true } : { ...caseCards.draft.shown({ draftId }), note: { key: 'form-below' } };

/** An empty draft stands already: nothing new is made of it, whoever asks again. Its message is posted once more, where one looks. */
function again(draft: Draft, receiptOf: DraftId | null, context: ActionContext): Outcome {
  const reply = posted(receiptOf ?? draft.id, context);
  const key = copyOf(draftPost(draft.id), context.turnId);
  return { notices: [{ key, ...postOf(draft, context.actor) }], reply };
}

/** An empty draft that is used again is for the service from which it is begun now, or for none. */
const forService = (draft: Draft, service: Loaded['service'], context: ActionContext): Outcome =>
  (draft.typed['service'] ?? '') === (service ?? '')
    ? {}
    : keep(draft, { typed: { ...draft.typed, service: service ?? '' } }, context);

/** For which CLB is asked first, with everything that the press asked for. */
const choice = ({ fresh, service, receiptOf }: Pick<Loaded, 'fresh' | 'service' | 'receiptOf'>, actor: Actor): Reply =>
  chooseOrganisation.shown({
    for: 'start-intake',
    personId: actor.person.id,
    with: {
      ...(fresh ? { fresh: 'yes' } : {}),
      ...(service === null ? {} : { serviceId: service }),
      ...(receiptOf === null ? {} : { from: receiptOf }),
    },
  });

/**
 * "aanmelden": makes a draft and posts its message in the personal chat. An empty draft is used again; when others are
 * open it asks which, unless a new one was asked for.
 */
export const startIntake = action({
  slug: 'start-intake',
  words: { nl: ['aanmelden', 'nieuwe aanmelding'], en: ['refer', 'new referral'] },
  subject: z.object({
    fresh: z.literal('yes').optional(),
    serviceId: id<ServiceId>().optional(),
    clbId: id<OrganisationId>().optional(),
    from: draftId.optional().catch(undefined),
  }),
  fields: z.object({}),
  async load(read, subject, { actor }): Promise<Loaded> {
    const drafts = await read.draftsOf(actor.person.id);
    const service = subject.serviceId === undefined ? null : await read.service(subject.serviceId);
    const from = subject.from === undefined ? null : await read.draft(subject.from);
    return {
      drafts,
      fresh: subject.fresh === 'yes',
      clbId: subject.clbId ?? null,
      service: service?.active === true ? service.id : null,
      receiptOf: from?.personId === actor.person.id ? from.id : null,
    };
  },
  may,
  decide({ drafts, fresh, service, receiptOf, clbId }, _fields, context) {
    const { actor } = context;
    const clb = forWhom(actor, 'start-intake', clbId);
    if (clb === null) return { refused: 'only-clb' };
    const own = drafts.filter((draft) => (clb === 'choose' ? isOf(actor, draft.clbId) : draft.clbId === clb.id));
    const empty = own.find(isUntouched);
    if (!fresh && own.some((draft) => !isUntouched(draft)))
      return { reply: caseViews.drafts.shown({ personId: actor.person.id }) };
    if (clb === 'choose') return { reply: choice({ fresh, service, receiptOf }, actor) };
    if (empty !== undefined) return { ...forService(empty, service, context), ...again(empty, receiptOf, context) };
    const { trail, draft } = newDraft(clb.id, service, context);
    const kept = keep(draft, {}, context);
    return {
      changes: [{ put: 'trail', row: trail }, ...(kept.changes ?? [])],
      dues: kept.dues ?? [],
      notices: [{ key: draftPost(draft.id), ...postOf(draft, actor) }],
      reply: posted(receiptOf ?? draft.id, context),
    };
  },
});
