import type { ViewContext } from '../../../contracts/action.js';
import type { Referral } from '../../../domain/case/referral.js';
import { day, moment, oneStop } from '../../../texts/format.js';
import { texts, type TextKey, type Values } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { codeWord } from '../../../texts/referral-words.js';
import { termOf } from '../../../domain/case/clocks.js';
import { termDay } from '../card/term-day.js';
import { referredOnAs, type PostFacts } from './post-facts.js';

type Expected = TextKey extends infer Key ? (Key extends `referral.expected.${infer Name}` ? Name : never) : never;
type Said = readonly [Expected, Values?];

/** What the referrer reads in the box: what is expected now, or what happens next. Null when the figures say it. */
export function expectedOfReferrer(facts: PostFacts, context: ViewContext): string | null {
  const say = texts(context.language);
  const told = inState(facts, context).map(([key, values]) => oneStop(say(`referral.expected.${key}`, values)));
  return told.length === 0 ? null : told.join(' ');
}

function inState(facts: PostFacts, context: ViewContext): Said[] {
  const { referral } = facts;
  switch (referral.state) {
    case 'registered':
      return [['registered', { moment: moment(referral.deliverAt, context.language, context.now) }]];
    case 'recalled':
      return [['recalled']];
    case 'held':
      return [held(facts)];
    case 'dispatched':
      return [['dispatched', { provider: providerOf(facts) }]];
    case 'to-phone':
      return [[facts.hasChannel ? 'to-phone-missed' : 'to-phone', { provider: providerOf(facts) }]];
    case 'delivered':
      return untilContact(facts, referral, context);
    case 'contacted':
      return contacted(facts, context);
    case 'placed':
      return [
        facts.provider?.roundTableBy === 'clb' ? ['placed-clb'] : ['placed-provider', { provider: providerOf(facts) }],
      ];
    case 'waitlist-proposed':
      return [['no-place', { provider: providerOf(facts) }], ...startLine(facts, context), ['waitlist-proposed']];
    case 'waitlisted':
      return [['waitlisted', { provider: providerOf(facts) }]];
    case 'place-free':
      return [['place-free']];
    case 'full':
      return [untilFull(facts, context), ...choose(facts, 'choose-full')];
    case 'no-match':
      return noMatch(facts, referral, context);
    case 'completed':
      return [['completed'], ...choose(facts, null)];
    case 'withdrawn':
      return [
        ['withdrawn', { reason: codeWord(context.language, 'withdraw-reason', referral.withdrawReason) }],
        ...choose(facts, null),
      ];
  }
}

const providerOf = ({ provider, service }: PostFacts): string => plain(provider?.name ?? service?.name ?? '');

const held = ({ referral }: PostFacts): Said =>
  referral.region === 'outside' ? ['held-outside'] : referral.serviceId === null ? ['held-chooses'] : ['held-looks'];

/** The clock of R9 as the referrer sees it: until when, and who was reminded. */
function untilContact(
  facts: PostFacts,
  { contactBy, reminded }: Referral<'delivered'>,
  { language, now }: ViewContext,
): Said[] {
  const values = { provider: providerOf(facts), moment: moment(contactBy, language, now) };
  if (contactBy >= now) return [['delivered', values]];
  return [['overdue', values], ...(reminded === null ? [] : [[`reminded-${reminded}`] as const])];
}

/** Who called, and until when the answer follows; a question that is open holds it up. */
function contacted(facts: PostFacts, context: ViewContext): Said[] {
  const by = termOf(facts.referral, context.calendar);
  const who = plain(facts.contactedBy?.name ?? 'none');
  const values = { who, provider: providerOf(facts), day: by === null ? 'none' : termDay(facts.referral, context) };
  return [[by !== null && by < context.now ? 'contacted-late' : 'contacted', values]];
}

const startLine = ({ referral }: PostFacts, { language, calendar, now }: ViewContext): Said[] =>
  referral.expectedStartOn === null
    ? []
    : [['expected-start', { day: day(referral.expectedStartOn, language, calendar.dayOf(now)) }]];

/** The service may be open again by now: then the day is told no more. Once it is over, nobody says that it is full still. */
function untilFull(facts: PostFacts, { language, calendar, now }: ViewContext): Said {
  const until = facts.service?.fullUntil ?? null;
  const provider = providerOf(facts);
  if (until === null) return ['full-before', { provider }];
  const today = calendar.dayOf(now);
  return [until < today ? 'full-until' : 'full', { provider, day: day(until, language, today) }];
}

function noMatch(facts: PostFacts, referral: Referral<'no-match'>, { language }: ViewContext): Said[] {
  const { history } = facts;
  const reason = codeWord(language, 'no-match-reason', referral.noMatchReason);
  const noted = history.filter(({ name }) => name === 'no-match').at(-1)?.data['note'] === 'given';
  return [
    ['no-match', { reason }],
    ...(noted ? [['no-match-note'] as const] : []),
    ...choose(facts, 'choose-no-match'),
  ];
}

/** What is to choose; when the pupil was referred on already, as which referral. */
function choose(facts: PostFacts, asked: Expected | null): Said[] {
  const next = referredOnAs(facts);
  if (next !== null) return [['referred-on', { reference: next.reference }]];
  return asked === null ? [] : [[asked]];
}
