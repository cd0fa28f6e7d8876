import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { ReferralId } from '../../../domain/ids.js';
import { isReminder, stillReminds } from '../../../domain/case/reminders.js';
import { referralStates } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';
import { moment } from '../../../texts/format.js';
import { textAt, texts } from '../../../texts/index.js';
import { codeWord, stateWord } from '../../../texts/referral-words.js';
import { dayLine } from './day-line.js';

type Data = Readonly<Record<string, string | number | null>>;

interface UpdateFacts {
  readonly referral: Referral;
  readonly what: string;
  readonly data: Data;
}

/**
 * A reply under the offer: what happened to the referral on the other side, in one sentence per `what`. A reminder lives on: once the step
 * was taken it says so, and asks nothing any more.
 */
export const offerUpdate = view({
  slug: 'offer-update',
  audience: 'stored',
  params: z.object({
    referralId: id<ReferralId>(),
    what: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  }),
  async load(read, { referralId, what, data }): Promise<UpdateFacts | null> {
    const referral = await read.referral(referralId);
    return referral === null ? null : { referral, what, data };
  },
  fill: (facts, context) => ({
    reference: texts(context.language)('case.card.reference', { reference: facts.referral.reference }),
    sentence: sentenceOf(facts, context),
  }),
  summary: (facts, context) =>
    texts(context.language)('dispatch.offer-update.summary', {
      reference: facts.referral.reference,
      sentence: sentenceOf(facts, context),
    }),
});

/** The sentence for what happened; a general one for what this version does not know. */
function sentenceOf({ referral, what, data }: UpdateFacts, context: ViewContext): string {
  const told = isReminder(what) && !stillReminds(what, referral) ? 'settled' : what;
  const said = textAt(context.language, `dispatch.offer-update.what.${told}`, valuesOf(referral, data, context));
  return said ?? texts(context.language)('dispatch.offer-update.what.other');
}

/** Codes and days as words. What a sentence may ask and was not given, is `none`. */
function valuesOf(referral: Referral, data: Data, context: ViewContext) {
  const { language, now } = context;
  const reason = data['reason'];
  const state = referralStates.find((one) => one === data['state']) ?? referral.state;
  const startOn = data['expectedStartOn'];
  return {
    question: questionWord(data['field'], language),
    reason: typeof reason === 'string' ? codeWord(language, 'withdraw-reason', reason) : 'none',
    state: stateWord(language, state).word.toLowerCase(),
    startOn: typeof startOn === 'string' ? dayLine(startOn, context) : 'none',
    contactBy: referral.contactBy === null ? 'none' : moment(referral.contactBy, language, now),
  };
}

/** The short name of a question of the intake; never its answer. */
const questionWord = (id: unknown, language: ViewContext['language']): string =>
  typeof id === 'string' ? (textAt(language, `intake.facts.${id}`) ?? id) : 'none';
