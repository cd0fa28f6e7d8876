import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { HistoryEvent } from '../../../contracts/case.js';
import type { Read } from '../../../contracts/read.js';
import type { Told } from '../../../domain/case/cards.js';
import { heldUpBy } from '../../../domain/case/question.js';
import { asksReferrer } from '../../../domain/case/messages.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { buttonsOf, type Button } from '../card/buttons.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import { besideWord, isBeside } from '../card/beside-on-case.js';
import { lookOf } from '../card/strip.js';
import { termDay } from '../card/term-day.js';
import { actsOnCard } from '../viewer.js';
import { decisionFor, endsQuestion } from './event-sentences.js';
import { asksChoice, loadPost, type PostFacts } from './post-facts.js';
import { updateSentence } from './update-sentence.js';

/** A reply in the CLB's thread, with what became of the question it asked. */
interface UpdateFacts extends PostFacts {
  readonly what: string;
  readonly data: Told;
  /** What answered the question, and who did; null as long as it is open, or when nothing was asked. */
  readonly decision: { readonly event: HistoryEvent; readonly who: string | null } | null;
  /** A question that still waits for the referrer. */
  readonly asks: boolean;
}

/**
 * A reply in the CLB's thread: what happened to the referral, in one short sentence per `what`. One that asks for a
 * decision, or reminds of one, lives on: afterwards it says who decided what and when, and asks nothing any more.
 */
export const referralUpdate = view({
  slug: 'referral-update',
  audience: 'stored',
  params: z.object({
    referralId: id<ReferralId>(),
    what: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
    at: z.string().optional(),
  }),
  async load(read, { referralId, what, data, at }): Promise<UpdateFacts | null> {
    const facts = await loadPost(read, referralId);
    if (facts === null) return null;
    const isQuestion = asksReferrer(what);
    const event = isQuestion ? decisionAfter(facts, what, at) : null;
    const asks = isQuestion && event === null && stillAsks(facts, what);
    return { ...facts, what, data, asks, decision: event === null ? null : { event, who: await nameOf(read, event) } };
  },
  fill(facts, context) {
    const { referral, decision, asks } = facts;
    const isQuestion = asksReferrer(facts.what);
    const told = isQuestion ? null : updateSentence(facts, context);
    return {
      reference: isQuestion ? null : texts(context.language)('case.card.reference', { reference: referral.reference }),
      sentence: told,
      strip: isQuestion ? (asks ? questionOf(facts, context) : answerOf(decision, context)) : null,
      buttons: asks ? choicesOf(facts, context) : [],
    };
  },
  summary: (facts, context) =>
    texts(context.language)('referral.referral-update.summary', {
      reference: facts.referral.reference,
      sentence: updateSentence(facts, context).replaceAll('**', ''),
    }),
});

/** What answered a question: the first event after it that decides, or that asks something else in its place. */
function decisionAfter({ history }: PostFacts, what: string, at: string | undefined): HistoryEvent | null {
  if (at === undefined) return null;
  const asked = history.findLastIndex((one) => one.name === what && one.at.getTime() === new Date(at).getTime());
  return asked < 0 ? null : (history.slice(asked + 1).find(({ name }) => endsQuestion(name, what)) ?? null);
}

const stateAsked: Readonly<Record<string, string>> = { 'place-freed': 'place-free' };

/** The referral still stands as it did when this was asked. */
const stillAsks = ({ referral }: PostFacts, what: string): boolean =>
  what === 'placed-elsewhere'
    ? isBeside(referral)
    : asksChoice(referral) && referral.state === (stateAsked[what] ?? what);

const nameOf = async (read: Read, { personId }: HistoryEvent): Promise<string | null> =>
  personId === null ? null : ((await read.person(personId))?.name ?? null);

/** The question itself, with until when it waits. */
function questionOf(facts: UpdateFacts, context: ViewContext): Strip {
  const { referral } = facts;
  const { language } = context;
  const { word } = stateWord(language, referral.state);
  const next = updateSentence(facts, context).replaceAll('**', '');
  if (facts.what === 'placed-elsewhere')
    return { ...looks.decide, state: `${referral.reference} · ${besideWord(referral, context)}`, next };
  const decideBy = texts(language)('case.card.decide-by', { word, day: termDay(referral, context) });
  return {
    ...lookOf(referral, 'clb', false),
    // While an answer is waited for, no day is kept.
    state: `${referral.reference} · ${heldUpBy(referral) === null ? decideBy : word}`,
    next,
  };
}

/** `Op de wachtlijst gehouden` / `An Voorbeeld, ma 16 nov., 18.08 u.`; what was asked is over and asks nothing any more. */
function answerOf(decision: UpdateFacts['decision'], { language, now }: ViewContext): Strip {
  if (decision === null) return { ...looks.over, state: texts(language)('referral.decided.other'), next: null };
  const { event, who } = decision;
  const when = moment(event.at, language, now);
  const next = event.data['to'];
  return {
    ...looks.over,
    state: texts(language)(decisionFor(event.name), { reference: typeof next === 'string' ? next : 'none' }),
    next: who === null ? when : `${plain(who)}, ${when}`,
  };
}

/** To decide is one press, in the reply itself; a question of the provider has a reply of its own. */
function choicesOf({ referral }: UpdateFacts, context: ViewContext): readonly Button[] {
  const may = new Set(actsOnCard(context, referral, 'clb'));
  may.delete('answer-question');
  return buttonsOf({ referral, reader: 'clb', may, language: context.language });
}
