import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts } from '../../../contracts/case.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks } from '../../../contracts/strip.js';
import type { Draft } from '../../../domain/draft.js';
import { isUntouched, remembered } from '../../../domain/intake/index.js';
import type { Person } from '../../../domain/organisation.js';
import { draftAbout } from '../../../texts/draft-words.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { mostButtons, mostShown, type PressButton } from '../card/buttons.js';
import type { CaseCard, Fact } from '../card/case-card.js';
import { draftStep } from './draft-step.js';
import { draftSubject } from './draft-subject.js';
import { firstPartForm, loadFirstPart, type FirstPart } from './first-part.js';
import { mayOpen, standingOf } from './load-draft.js';
import { discardForm } from './intake-form.js';
import { receiptOf } from './receipt.js';

interface Facts extends FirstPart {
  readonly person: Person | null;
  /** The referral that was made from it, with everything that is told of it. */
  readonly whole: CaseFacts | null;
}

/** A card beside the form: the draft as it stands, or the receipt. */
type Told = CaseCard & { readonly steps: readonly object[] };

const told = (card: Pick<Told, 'strip' | 'title' | 'buttons'> & Partial<Told>): Told => ({
  urgent: null,
  line: null,
  figures: null,
  people: [],
  facts: [],
  notes: [],
  steps: [],
  ...card,
});

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
function begunFacts(draft: Draft, { language, calendar, now }: ViewContext): Fact[] {
  const t = texts(language);
  const about = draftAbout(draft, language, calendar.dayOf(now));
  return [
    ...(about === '' ? [] : [{ title: t('intake.draft-post.about'), value: about }]),
    { title: t('intake.draft-post.begun'), value: moment(draft.createdAt, language, now) },
  ];
}

/** Nothing was filled in yet: the message is the form itself, so that there are never two (it holds nothing personal). */
const isForm = ({ draft }: Facts, { actor }: ViewContext): boolean =>
  actor === null && draft.step === 'describe-pupil' && isUntouched(draft);

function openPost(facts: Facts, context: ViewContext) {
  const refresh = refreshOf(facts, context);
  if (!isForm(facts, context)) return { form: [], told: [openDraft(facts, context)], refresh };
  const { language, now, calendar } = context;
  const form = firstPartForm(facts, { now, calendar, actor: { language } }, 'describe-pupil');
  return { form: [form], told: [], refresh };
}

/** Where a draft stands, without anything typed in it; or that a referral was called back and not sent again. */
function openDraft({ draft, referral }: Facts, context: ViewContext): Told {
  const t = texts(context.language);
  const isNew = referral === null;
  return told({
    strip: {
      ...looks.draft,
      state: t(isNew ? 'intake.draft-post.draft' : 'intake.draft-post.recalled'),
      next: t(isNew ? 'intake.draft-post.open' : 'intake.draft-post.not-sent'),
    },
    title: draftStep(draft, referral, context),
    facts: isNew ? begunFacts(draft, context) : [],
    buttons: [
      button(t('intake.draft-post.continue'), 'continue-draft', { draftId: draft.id }, 'positive'),
      ...(isNew ? [discarding(draft, context)] : []),
    ],
  });
}

const button = (title: string, verb: string, data: object, style: 'positive' | null = null): PressButton => ({
  title,
  style,
  mode: null,
  verb,
  data: { ...data },
});

const discarding = ({ id }: Draft, { language }: ViewContext): PressButton => ({
  ...button(texts(language)('intake.draft-post.discard'), builtInVerbs.openForm, discardForm.onButton({ draftId: id })),
  mode: 'secondary',
});

/** The next intake comes in a message of its own; this card stays as it is. */
const another = ({ id }: Draft, { language }: ViewContext): PressButton =>
  button(texts(language)('intake.draft-post.again'), 'start-intake', { fresh: 'yes', from: id });

/** The receipt, with the way to the next intake as its last button that shows. */
function receipt(draft: Draft, whole: CaseFacts, context: ViewContext): Told {
  const card = receiptOf(whole, context);
  const shown = card.buttons.filter(({ mode }) => mode === null);
  const hidden = card.buttons.filter(({ mode }) => mode !== null);
  const last = { ...another(draft, context), mode: shown.length < mostShown ? null : ('secondary' as const) };
  return told({ ...card, buttons: [...shown, last, ...hidden].slice(0, mostButtons) });
}

const discarded = (draft: Draft, context: ViewContext): Told =>
  told({
    strip: { ...looks.closed, state: texts(context.language)('intake.draft-post.thrown-away'), next: null },
    title: texts(context.language)('intake.draft-post.discarded'),
    buttons: [another(draft, context)],
  });

/** The stored message of an intake: the empty form, then where it stands, then the receipt. Holds nothing about the pupil. */
export const draftPost = view({
  slug: 'draft-post',
  audience: 'stored',
  params: draftSubject,
  async load(read, params): Promise<Facts | null> {
    const loaded = await loadFirstPart(read, params);
    if ('refused' in loaded) return null;
    const { draft, referral } = loaded;
    return {
      ...loaded,
      person: await read.person(draft.personId),
      whole: draft.state === 'sent' && referral !== null ? await read.caseOf(referral.id) : null,
    };
  },
  may: (facts, actor) => mayOpen(facts, { actor }),
  fill(facts, context) {
    if (standingOf(facts) === 'open') return openPost(facts, context);
    const card = facts.whole === null ? discarded(facts.draft, context) : receipt(facts.draft, facts.whole, context);
    return { form: [], told: [card], refresh: null };
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
