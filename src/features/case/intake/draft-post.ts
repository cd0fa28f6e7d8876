import { view, type ViewContext } from '../../../contracts/action.js';
import type { Draft } from '../../../domain/draft.js';
import { isUntouched, remembered } from '../../../domain/intake/index.js';
import type { Person, Service } from '../../../domain/organisation.js';
import { draftAbout } from '../../../texts/draft-words.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { draftStep } from './draft-step.js';
import { draftSubject } from './draft-subject.js';
import { firstPartForm, loadFirstPart, type FirstPart } from './first-part.js';
import { mayOpen, standingOf } from './load-draft.js';
import { receiptOf } from './receipt.js';

interface Facts extends FirstPart {
  readonly person: Person | null;
  readonly service: Service | null;
}

const nothing = {
  reference: null,
  state: null,
  facts: null,
  expected: null,
  next: null,
  codeP: null,
  recallId: null,
  openId: null,
  discardId: null,
  again: false,
  refresh: null,
  form: [],
};

/**
 * Refreshes itself to the present step for the one person whose draft it is; not when he or she saved and closed it, and
 * not in a card that answers a press.
 */
function refreshOf({ draft, person }: Facts, { actor }: ViewContext): object | null {
  if (actor !== null || person === null || draft.typed[remembered.parked] !== undefined) return null;
  const action = { type: 'Action.Execute', verb: 'continue-draft', data: { draftId: draft.id } };
  return { action, userIds: [person.teamsId] };
}

/** What tells this one from other drafts; nothing by which the pupil is known. */
function begunFacts(draft: Draft, { language, calendar, now }: ViewContext) {
  const t = texts(language);
  return [
    { title: t('intake.draft-post.about'), value: draftAbout(draft, language, calendar.dayOf(now)) || null },
    { title: t('intake.draft-post.begun'), value: moment(draft.createdAt, language, now) },
  ];
}

/** Nothing was filled in yet: the message is the form itself, so that there are never two (it holds nothing personal). */
const isForm = ({ draft }: Facts, { actor }: ViewContext): boolean =>
  actor === null && draft.step === 'describe-pupil' && isUntouched(draft);

function openPost(facts: Facts, context: ViewContext) {
  const { draft, referral } = facts;
  if (isForm(facts, context)) {
    const { language, now, calendar } = context;
    const form = firstPartForm(facts, { now, calendar, actor: { language } }, 'describe-pupil');
    return { ...nothing, title: null, form: [form], refresh: refreshOf(facts, context) };
  }
  return {
    ...nothing,
    title: draftStep(draft, referral, context),
    reference: referral === null ? texts(context.language)('intake.draft-post.draft') : null,
    facts: referral === null ? begunFacts(draft, context) : null,
    expected: texts(context.language)(referral === null ? 'intake.draft-post.open' : 'intake.draft-post.recalled'),
    openId: draft.id,
    discardId: referral === null ? draft.id : null,
    refresh: refreshOf(facts, context),
  };
}

/** The stored message of an intake: the empty form, then where it stands, then the receipt. Holds nothing about the pupil. */
export const draftPost = view({
  slug: 'draft-post',
  audience: 'stored',
  params: draftSubject,
  async load(read, params): Promise<Facts | null> {
    const loaded = await loadFirstPart(read, params);
    if ('refused' in loaded) return null;
    const { referral } = loaded;
    return {
      ...loaded,
      person: await read.person(loaded.draft.personId),
      service: referral === null || referral.serviceId === null ? null : await read.service(referral.serviceId),
    };
  },
  may: (facts, actor) => mayOpen(facts, { actor }),
  fill(facts, context) {
    const standing = standingOf(facts);
    if (standing === 'open') return openPost(facts, context);
    if (standing === 'sent' && facts.referral !== null)
      return { ...nothing, ...receiptOf(facts.referral, facts.service, context), again: true };
    return { ...nothing, title: texts(context.language)('intake.draft-post.discarded'), again: true };
  },
  summary(facts, context) {
    const t = texts(context.language);
    const standing = standingOf(facts);
    if (standing === 'open') return draftStep(facts.draft, facts.referral, context);
    if (standing === 'sent' && facts.referral !== null)
      return t('intake.draft-post.sent', { reference: facts.referral.reference });
    return t('intake.draft-post.discarded');
  },
});
