import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { ReferralId } from '../../../domain/ids.js';
import { referralStates } from '../../../domain/case/states.js';
import { day, moment, oneStop, ordinal } from '../../../texts/format.js';
import { textAt, texts, type Values } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { codeWord } from '../../../texts/referral-words.js';
import { asksChoice, loadPost, referredOnAs, type PostFacts } from './post-facts.js';
import { referrerState } from './post-lines.js';

type Data = Readonly<Record<string, string | number | null>>;

interface UpdateFacts extends PostFacts {
  readonly what: string;
  readonly data: Data;
}

/** A reply in the CLB's thread: what happened to the referral, in one short sentence per `what`. */
export const referralUpdate = view({
  slug: 'referral-update',
  audience: 'stored',
  params: z.object({
    referralId: id<ReferralId>(),
    what: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  }),
  async load(read, { referralId, what, data }): Promise<UpdateFacts | null> {
    const facts = await loadPost(read, referralId);
    return facts === null ? null : { ...facts, what, data };
  },
  fill(facts, context) {
    const say = texts(context.language);
    const { referral } = facts;
    return {
      referralId: referral.id,
      reference: say('referral.referral-post.reference', { reference: referral.reference }),
      sentence: sentenceOf(facts, context),
      button: asksChoice(referral, referredOnAs(facts) !== null)
        ? say('referral.referral-update.decide')
        : say('referral.referral-update.show'),
    };
  },
  summary: (facts, context) =>
    texts(context.language)('referral.referral-update.summary', {
      reference: facts.referral.reference,
      sentence: sentenceOf(facts, context, (text) => text.replaceAll('**', '')),
    }),
});

/** The sentence for what happened, a general one for what this version does not know; and that the desk wrote it down. */
function sentenceOf(facts: UpdateFacts, context: ViewContext, finish = (text: string): string => text): string {
  const { language } = context;
  const say = texts(language);
  const told = textAt(language, `referral.told.${facts.what}`, valuesOf(facts, context)) ?? say('referral.told.other');
  const noted = facts.data['by'] === 'desk' ? ` ${say('referral.told.by-desk')}` : '';
  return finish(capital(oneStop(`${told}${noted}`)));
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const dateOf = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value : null;

/** Codes, days and names as words. What a sentence may ask and was not given, is `none`. */
function valuesOf(facts: UpdateFacts, { language, now, calendar }: ViewContext): Values {
  const { referral, service, provider, data, contactedBy, position } = facts;
  const onDay = (value: unknown): string => {
    const date = dateOf(value);
    return date === null ? 'none' : day(date.slice(0, 10), language, calendar.dayOf(now));
  };
  const contactBy = dateOf(data['contactBy']) ?? referral.contactBy?.toISOString() ?? null;
  const unnamed = texts(language)('referral.referral-update.provider');
  const state = referralStates.find((one) => one === data['state']) ?? referral.state;
  return {
    service: plain(service?.name ?? provider?.name ?? unnamed),
    provider: plain(provider?.name ?? service?.name ?? unnamed),
    who: plain(contactedBy?.name ?? 'none'),
    contactBy: contactBy === null ? 'none' : moment(new Date(contactBy), language, now),
    deliverAt: referral.deliverAt === null ? 'none' : moment(referral.deliverAt, language, now),
    position: position === null ? 'none' : ordinal(position, language),
    start: onDay(data['expectedStartOn'] ?? data['to'] ?? referral.expectedStartOn),
    until: onDay(data['until'] ?? service?.fullUntil),
    reason: reasonOf(facts, language),
    note: data['note'] ?? 'none',
    roundTable: data['roundTableBy'] ?? provider?.roundTableBy ?? 'none',
    stage: data['stage'] ?? 'none',
    reference: data['reference'] ?? 'none',
    state: referrerState(state, language).word.toLowerCase(),
  };
}

/** A reason from the list that belongs to what happened. */
function reasonOf({ what, data, referral }: UpdateFacts, language: ViewContext['language']): string {
  const list = what === 'no-match' ? 'no-match-reason' : 'withdraw-reason';
  const code = data['reason'] ?? (what === 'no-match' ? referral.noMatchReason : referral.withdrawReason);
  return typeof code === 'string' ? codeWord(language, list, code) : 'none';
}
