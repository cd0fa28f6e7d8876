import { view, type ViewContext } from '../../../contracts/action.js';
import { builtInVerbs } from '../../../contracts/jobs.js';
import { looks, type Strip } from '../../../contracts/strip.js';
import type { StillAsked } from '../../../contracts/trajectory.js';
import { stillAnswers } from '../../../domain/codes.js';
import type { TrailId } from '../../../domain/ids.js';
import { trajectoryCards } from '../../../domain/trajectory/cards.js';
import { stillTerm } from '../../../domain/trajectory/still-at-school.js';
import { day, moment } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { aboutWhom } from '../../../texts/referral-words.js';
import { loadStill, mayAnswerStill, stillFields, stillParams, stillPerCard, type StillFacts } from './still-facts.js';

interface Facts extends StillFacts {
  /** The CLB's own hints; only for the one person who looks. */
  readonly hints: ReadonlyMap<TrailId, string>;
}

/**
 * Is the pupil still at school, 3 and 9 months after a trajectory? One card for everybody of one day: one pupil is answered in one
 * press, several in one submit. In the chat of who referred, or in the channel of the team when that person left it.
 */
export const stillAtSchoolCard = view({
  slug: 'still-at-school',
  audience: 'stored',
  params: stillParams,
  async load(read, params, { actor }): Promise<Facts | null> {
    const facts = await loadStill(read, params);
    if (facts === null) return null;
    const isOwn = facts.person !== null && facts.person.id === actor?.person.id;
    const hints = isOwn ? await read.hintsOf(facts.rows.map(({ referral }) => referral.trailId)) : null;
    return { ...facts, hints: hints ?? new Map<TrailId, string>() };
  },
  may: (facts, actor) => mayAnswerStill(facts, actor),
  fill(facts, context) {
    const { of, who, on, again } = facts;
    const say = texts(context.language);
    const rows = facts.rows.slice(0, stillPerCard);
    const [first] = rows;
    const alone = rows.length === 1 && first !== undefined ? first : null;
    const answers = stillAnswers.map((value) => ({ value, title: say(`trajectory.still-at-school.answers.${value}`) }));
    const more = facts.rows.length - rows.length;
    return {
      of,
      who,
      on,
      again: again ?? null,
      refresh: refreshOf(facts, context),
      strip: stripOf(facts, context),
      title: first === undefined ? null : say('trajectory.still-at-school.title', { count: facts.rows.length }),
      line: alone === null ? null : lineOf(alone, facts, context),
      // One press each, where there is one pupil.
      answers: alone === null ? [] : answers.map((one) => ({ ...one, line: null, badge: null })),
      rows:
        alone === null
          ? rows.map((row, index) => ({ id: stillFields[index], label: lineOf(row, facts, context), choices: answers }))
          : [],
      ids: rows.length === 0 ? null : rows.map(({ trajectory }) => trajectory.id).join(','),
      several: rows.length > 1,
      more: more === 0 ? null : say('trajectory.still-at-school.more', { count: more }),
    };
  },
  summary: ({ rows }, { language }) => texts(language)('trajectory.still-at-school.summary', { count: rows.length }),
});

/** By whom, after how long: `N.V. 4B · 2026-0042 · 14–15 jaar · BSO · NAFT · tot vr 5 mrt.` */
function lineOf({ trajectory, referral, service }: StillAsked, { hints }: Facts, context: ViewContext): string {
  const { language, calendar, now } = context;
  const hint = hints.get(referral.trailId);
  const until = trajectory.closedOn === null ? '' : day(trajectory.closedOn, language, calendar.dayOf(now));
  return [
    ...(hint === undefined ? [] : [plain(hint)]),
    referral.reference,
    aboutWhom(referral, language),
    plain(service),
    texts(language)('trajectory.still-at-school.until', { day: until }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Until when an answer is expected, and what is done with it; or that nothing is asked any more. */
function stripOf({ rows, again }: Facts, { language, calendar, now }: ViewContext): Strip {
  const say = texts(language);
  const asked = rows[0]?.trajectory.still.asked ?? null;
  if (asked === null)
    return {
      ...looks.over,
      state: say('trajectory.still-at-school.done'),
      next: say('trajectory.still-at-school.counted'),
    };
  const by = moment(stillTerm(asked.remindedAt ?? asked.at, calendar), language, now);
  return {
    ...looks.decide,
    state: say('trajectory.still-at-school.by', { by }),
    next: say(`trajectory.still-at-school.${again === 'yes' ? 'again' : 'why'}`, { count: rows.length }),
  };
}

/** In the chat it shows itself anew, with the hints, to the one person whose card it is. */
function refreshOf({ of, who, on, again, person, rows }: Facts, { actor }: ViewContext): object | null {
  if (actor !== null || person === null || rows.length === 0) return null;
  const data = trajectoryCards.still.onButton({ of, who, on, ...(again === undefined ? {} : { again }) });
  return { action: { type: 'Action.Execute', verb: builtInVerbs.show, data }, userIds: [person.teamsId] };
}
