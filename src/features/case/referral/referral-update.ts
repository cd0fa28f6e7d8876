import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { HistoryEvent } from '../../../contracts/case.js';
import type { Read } from '../../../contracts/read.js';
import type { Told } from '../../../domain/case/cards.js';
import { asksReferrer } from '../../../domain/case/messages.js';
import type { ReferralId } from '../../../domain/ids.js';
import { moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
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
 * decision lives on: afterwards it says who decided what and when, and asks nothing any more.
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
    const say = texts(context.language);
    const { referral, decision, asks } = facts;
    const decided = decision === null ? null : decidedOf(decision, context);
    const isOver = asksReferrer(facts.what) && !asks;
    return {
      referralId: referral.id,
      reference: say('referral.referral-post.reference', { reference: referral.reference }),
      sentence: decided === null && !isOver ? updateSentence(facts, context) : null,
      decided: decided ?? (isOver ? { what: say('referral.decided.other'), by: null } : null),
      button: isOver ? null : say(asks ? 'referral.referral-update.decide' : 'referral.referral-update.show'),
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
  return asked < 0 ? null : (history.slice(asked + 1).find(({ name }) => endsQuestion(name)) ?? null);
}

const stateAsked: Readonly<Record<string, string>> = { 'place-freed': 'place-free' };

/** The referral still stands as it did when this was asked. */
const stillAsks = ({ referral }: PostFacts, what: string): boolean =>
  asksChoice(referral) && referral.state === (stateAsked[what] ?? what);

const nameOf = async (read: Read, { personId }: HistoryEvent): Promise<string | null> =>
  personId === null ? null : ((await read.person(personId))?.name ?? null);

/** `Op de wachtlijst gehouden` / `An Voorbeeld, ma 16 nov., 18.08 u.` */
function decidedOf({ event, who }: NonNullable<UpdateFacts['decision']>, { language, now }: ViewContext) {
  const when = moment(event.at, language, now);
  const next = event.data['to'];
  return {
    what: texts(language)(decisionFor(event.name), { reference: typeof next === 'string' ? next : 'none' }),
    by: who === null ? when : `${plain(who)}, ${when}`,
  };
}
