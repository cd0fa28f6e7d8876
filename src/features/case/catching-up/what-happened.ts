import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { Happened } from '../../../contracts/read.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import type { PersonId } from '../../../domain/ids.js';
import { moment, shortDay } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { stateWord } from '../../../texts/referral-words.js';
import { inquiryCards } from '../../../domain/inquiry/cards.js';
import { catchingCards } from './catching-cards.js';
import { toldEvents, wordsOf } from './told-events.js';

const perPage = 10;
/** For who never said to have seen anything. */
const firstDays = 7;
const dayMs = 86_400_000;

interface Facts {
  readonly personId: PersonId;
  readonly since: Date;
  readonly page: number;
  readonly total: number;
  readonly cases: readonly Happened[];
}

/**
 * What others did with the cases on somebody's name, their round tables and trajectories, and questions before referring, since he or she last looked, the last first, ten cases at a time: numbers, words and
 * workers' names, nothing of a pupil. Only for that one person.
 */
export const whatHappened = view({
  slug: 'what-happened',
  audience: 'stored',
  params: z.object({
    personId: id<PersonId>(),
    /** Looks further back than what was seen. */
    since: z.string().pipe(z.coerce.date()).nullish(),
    page: z.coerce.number().int().min(0).catch(0),
  }),
  async load(read, { personId, since: asked, page }, { now }): Promise<Facts> {
    const seenAt = (await read.worker(personId))?.caughtUpAt ?? null;
    const since = asked ?? seenAt ?? new Date(now.getTime() - firstDays * dayMs);
    const found = await read.happenedTo(personId, { since, names: toldEvents, offset: page * perPage, limit: perPage });
    return { personId, since, page, ...found };
  },
  may: ({ personId }, actor) => (actor.person.id === personId ? null : { refused: 'not-yours' }),
  fill(facts, context) {
    const { personId, since, page, total, cases } = facts;
    const say = texts(context.language);
    const at = (to: number) => catchingCards.happened.onButton({ personId, since: since.toISOString(), page: to });
    return {
      since: say('catching-up.what-happened.since', { when: moment(since, context.language, context.now) }),
      empty: total === 0 ? say('catching-up.what-happened.empty') : null,
      rows: cases.map((one) => rowOf(one, context)),
      earlierPage: page > 0 ? at(page - 1) : null,
      nextPage: (page + 1) * perPage < total ? at(page + 1) : null,
      seen: total > 0 ? { until: context.now.toISOString() } : null,
    };
  },
  summary: ({ total }, { language }) => texts(language)('catching-up.what-happened.summary', { count: total }),
});

function rowOf(one: Happened, context: ViewContext) {
  const say = texts(context.language);
  const line = linesOf(one, context).join('\n\n');
  if (one.kind === 'inquiry') {
    const of = plain(one.service ?? say('inquiry.words.desk-row'));
    return {
      title: say('catching-up.what-happened.inquiry', { of }),
      line,
      press: say('catching-up.what-happened.look-inquiry', { of }),
      verb: builtInVerbs.show as string,
      data: inquiryCards.card.onButton({ inquiryId: one.inquiryId, side: one.side }) as object,
    };
  }
  const { reference, state } = one;
  return {
    title: say('catching-up.what-happened.case', { reference, state: stateWord(context.language, state).word }),
    line,
    press: say('catching-up.what-happened.look', { reference }),
    verb: 'show-status',
    data: { reference } as object,
  };
}

/** A line a day, oldest first: what was done and by whom. */
function linesOf({ events }: Happened, { language, calendar, now }: ViewContext): string[] {
  const say = texts(language);
  const today = calendar.dayOf(now);
  const words = events.flatMap(({ of, name, at, by }) => {
    const key = wordsOf({ of, name });
    if (key === null) return [];
    const day = shortDay(calendar.dayOf(at), language, today);
    return [
      { day, what: by === null ? say(key) : say('catching-up.what-happened.by', { what: say(key), by: plain(by) }) },
    ];
  });
  const days = [...new Set(words.map(({ day }) => day))];
  return days.map((day) => {
    const ofDay = words.filter((one) => one.day === day).map(({ what }) => what);
    return say('catching-up.what-happened.line', { day, what: ofDay.join(' · ') });
  });
}
