import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import type { CaseFacts, HistoryEvent } from '../../../contracts/case.js';
import { id } from '../../../contracts/id.js';
import { caseCards } from '../../../domain/case/cards.js';
import type { ReferralId } from '../../../domain/ids.js';
import { texts } from '../../../texts/index.js';
import { codeWord } from '../../../texts/referral-words.js';
import { wayBack } from '../card/way-back.js';
import { can, isOver } from '../../../domain/case/policy.js';
import { caseActor } from '../case-actor.js';
import { mayBeSeen } from '../viewer.js';
import { namesBehind, whoDid, type Names } from '../who-did.js';
import { wordsFor } from './event-sentences.js';

const perPage = 10;

interface Facts {
  readonly whole: CaseFacts;
  /** What is told of it, newest first. */
  readonly told: readonly HistoryEvent[];
  readonly names: Names;
  readonly page: number;
  /** Nothing personal is kept any more. */
  readonly isErased: boolean;
  /** It was pressed before the desk. */
  readonly why: string | null;
}

/**
 * What happened to a referral: what, who and when, newest first, ten a page. Codes and workers only: nothing of the
 * pupil, and not who read the file, which `read-log` tells.
 */
export const caseHistory = view({
  slug: 'case-history',
  audience: 'stored',
  params: z.object({
    referralId: id<ReferralId>(),
    page: z.coerce.number().int().min(0).catch(0).optional(),
    why: z.string().nullish(),
  }),
  async load(read, { referralId, page = 0, why }): Promise<Facts | null> {
    const whole = await read.caseOf(referralId);
    if (whole === null) return null;
    const told = whole.history.filter(({ name }) => wordsFor(name) !== null).toReversed();
    return {
      whole,
      told,
      names: await namesBehind(read, pageOf(told, page)),
      page,
      isErased: await read.isErased(whole.referral.trailId),
      why: why ?? null,
    };
  },
  may: ({ whole: { referral } }, actor) =>
    mayBeSeen(actor, 'see-history', referral) ? null : { refused: 'not-yours' },
  fill(facts, context) {
    const { whole, told, names, page, why } = facts;
    const { referral } = whole;
    const way = context.actor === null ? storedWay(why) : wayBack(referral, context.actor, why);
    const t = texts(context.language);
    return {
      referralId: referral.id,
      reference: t('case.card.reference', { reference: referral.reference }),
      rows: pageOf(told, page).map((one) => ({ what: whatHappened(one, context), who: whoDid(one, names, context) })),
      empty: told.length === 0 ? t('referral.case-history.empty') : null,
      earlierPage: page > 0 ? String(page - 1) : null,
      nextPage: (page + 1) * perPage < told.length ? String(page + 1) : null,
      erase: mayErase(facts, context),
      backTo: way.backTo,
      why: way.why,
    };
  },
  summary: ({ whole: { referral } }, { language }) =>
    texts(language)('referral.case-history.summary', { reference: referral.reference }),
});

/** On a card that somebody asked for in words: of the CLB, or of the desk. */
const storedWay = (why: string | null) => ({
  backTo: why === null ? caseCards.post.slug : caseCards.beforeDesk.slug,
  why,
});

/** The desk, of what is over and still holds something; before the desk stands the way to it. */
function mayErase({ whole: { referral }, isErased, why }: Facts, { actor, now }: ViewContext): boolean {
  if (isErased) return false;
  return actor === null
    ? why !== null && isOver(referral)
    : 'side' in can(caseActor(actor, referral), 'erase', referral, now);
}

const pageOf = (told: readonly HistoryEvent[], page: number): readonly HistoryEvent[] =>
  told.slice(page * perPage, (page + 1) * perPage);

/** `Geen match: leeftijd past niet` */
function whatHappened(event: HistoryEvent, context: ViewContext): string {
  const key = wordsFor(event.name);
  const words = key === null ? '' : texts(context.language)(key);
  const more = detailOf(event, context);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${more === null ? '' : `: ${more}`}`;
}

const reasonLists: Readonly<Record<string, string>> = { 'no-match': 'no-match-reason', withdrawn: 'withdraw-reason' };

/** Why, or as which number; null when the words say it all. */
function detailOf({ name, data }: HistoryEvent, { language }: ViewContext): string | null {
  const { reason, to } = data;
  const list = reasonLists[name];
  if (list !== undefined && typeof reason === 'string') return codeWord(language, list, reason);
  return name === 'referred-on' && typeof to === 'string' ? to : null;
}
