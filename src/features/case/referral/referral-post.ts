import { z } from 'zod';
import { id } from '../../../contracts/id.js';
import { isOf } from '../../../contracts/actor.js';
import { view, type ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { ageOfBand, linesDoor, type LinesBecause, type LinesDoor } from '../../../contracts/lines-door.js';
import type { ReferralId } from '../../../domain/ids.js';
import { daysBetween } from '../../../domain/local-date.js';
import { isLive } from '../../../domain/case/states.js';
import type { Referral } from '../../../domain/case/referral.js';
import { day, duration, ordinal, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { actsOnCard, mayBeSeen } from '../viewer.js';
import { expectedOfReferrer } from './expected-of-referrer.js';
import { loadPost, type PostFacts } from './post-facts.js';
import { lastLine, referrerState, runningLine, stateLine, trailLine } from './post-lines.js';

interface SeenPost extends PostFacts {
  readonly side: 'desk' | null;
}

/**
 * A referral in its CLB's channel: the present state, what is expected of the referrer and the choices that fit. On a
 * waiting list its place, the expected start and the time since the trail's first registration (R11).
 */
export const referralPost = view({
  slug: 'referral-post',
  audience: 'stored',
  params: z.object({
    referralId: id<ReferralId>(),
    /** Shown to the desk, which may not refer and has its own way to the provider's answers. */
    side: z.literal('desk').optional().catch(undefined),
  }),
  async load(read, { referralId, side }): Promise<SeenPost | null> {
    const facts = await loadPost(read, referralId);
    return facts === null ? null : { ...facts, side: side ?? null };
  },
  may: ({ referral }, actor) => (mayBeSeen(actor, 'see-post', referral) ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const { referral, service } = facts;
    const { language } = context;
    const say = texts(language);
    return {
      refresh: refreshOf(facts, context),
      referralId: referral.id,
      round: referral.round,
      reference: say('referral.referral-post.reference', { reference: referral.reference }),
      title:
        service === null
          ? say('referral.referral-post.unchosen')
          : say('referral.referral-post.to', { service: plain(service.name) }),
      state: stateLine(referral, context),
      registered: registeredLine(facts, context),
      about: aboutWhom(referral, language) || null,
      figures: figuresOf(facts, context),
      last: lastLine(facts, context),
      trail: trailLine(facts, context),
      running: runningLine(facts, context),
      expected: expectedOfReferrer(facts, context),
      ...choicesOf(facts, context),
      lines: linesOf(facts),
      maySignal: facts.referral.deliveredAt !== null,
      ...deskWay(facts, context),
    };
  },
  summary: ({ referral }, { language }) =>
    texts(language)('referral.referral-post.summary', {
      reference: referral.reference,
      state: referrerState(referral.state, language).word,
    }),
});

/** Days go by without an event: for the referrer the figures are counted anew when the post is looked at. */
function refreshOf({ referral, referrer, position }: PostFacts, { actor }: ViewContext): object | null {
  if (actor !== null || referrer === null || position === null) return null;
  const data = { view: 'referral-post', referralId: referral.id };
  return { action: { type: 'Action.Execute', verb: builtInVerbs.show, data }, userIds: [referrer.teamsId] };
}

function registeredLine({ referral, clb }: PostFacts, { language, calendar, now }: ViewContext): string {
  const on = day(calendar.dayOf(referral.registeredAt), language, calendar.dayOf(now));
  return texts(language)('referral.referral-post.registered', { day: on, clb: plain(clb?.name ?? '') });
}

/** On the waiting list: place, time until the expected start, time since the first registration; null otherwise. */
function figuresOf({ referral, position }: PostFacts, { language, calendar, now }: ViewContext) {
  if (position === null) return null;
  const say = texts(language);
  const today = calendar.dayOf(now);
  const start = referral.expectedStartOn;
  const until = start === null ? -1 : daysBetween(today, start);
  return {
    position: ordinal(position, language),
    start: until > 0 ? duration(until, language) : '–',
    startWord:
      start === null
        ? say('referral.referral-post.no-start')
        : say('referral.referral-post.start', { day: shortDay(start, language, today) }),
    waited: duration(daysBetween(calendar.dayOf(referral.firstRegisteredAt), today), language),
  };
}

const isForDesk = ({ referral, side }: SeenPost, { actor }: ViewContext): boolean =>
  actor === null ? side === 'desk' : !isOf(actor, referral.clbId);

/** The buttons that the policy gives in the present state. */
function choicesOf(facts: SeenPost, context: ViewContext) {
  const { referral } = facts;
  const may = actsOnCard(context, referral, isForDesk(facts, context) ? 'desk' : 'clb');
  return {
    mayKeep: may.has('keep'),
    mayConfirm: may.has('confirm-place'),
    mayReferOn: may.has('refer-on'),
    referOnStyle: referral.state === 'no-match' && !referral.referredOn ? 'positive' : null,
    mayOpen: may.has('open-file'),
    mayChange: may.has('recall') || may.has('resend'),
    mayWithdraw: may.has('withdraw'),
  };
}

/** Other help beside the referral: when it was refused, is full, lies outside the province or is under 12. */
function linesOf({ referral }: PostFacts): LinesDoor | null {
  const because = whyLines(referral);
  if (because === null && referral.state !== 'waitlist-proposed') return null;
  const { id: referralId, region, ageBand } = referral;
  return linesDoor({ phase: 'through-clb', region, age: ageOfBand(ageBand), because, from: { referralId } });
}

function whyLines({ state, region, ageBand }: Referral): LinesBecause | null {
  if (state === 'no-match') return 'refused';
  if (state === 'full') return 'full';
  if (!isLive(state)) return null;
  return region === 'outside' ? 'outside' : ageBand === 'under-12' ? 'under-12' : null;
}

/** From here the desk goes to its own card, or to the offer, where it writes down what the provider says by phone. */
function deskWay(facts: SeenPost, context: ViewContext) {
  const { referral } = facts;
  const say = texts(context.language);
  if (!isForDesk(facts, context)) return { deskWay: null };
  if (['held', 'registered', 'dispatched', 'to-phone'].includes(referral.state))
    return { deskWay: { title: say('referral.referral-post.handle'), view: 'desk-referral' } };
  return referral.deliveredAt === null || referral.state === 'withdrawn'
    ? { deskWay: null }
    : { deskWay: { title: say('referral.referral-post.for-provider'), view: 'referral-offer' } };
}
