import { z } from 'zod';
import { view, type ViewContext } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import type { TrajectoryCase } from '../../../contracts/trajectory.js';
import type { TrajectoryId } from '../../../domain/ids.js';
import { trajectoryReaders, type TrajectoryReader } from '../../../domain/trajectory/cards.js';
import { lastSent } from '../../../domain/trajectory/school-message.js';
import { isLiveTrajectory } from '../../../domain/trajectory/states.js';
import { trajectoryRights } from '../../../domain/trajectory/policy.js';
import type { Language } from '../../../domain/language.js';
import type { Trajectory } from '../../../domain/trajectory/trajectory.js';
import { day } from '../../../texts/format.js';
import { texts } from '../../../texts/index.js';
import { plain } from '../../../texts/plain.js';
import { agreedWords } from '../../../texts/school-words.js';
import { outcomeWords } from '../../../texts/trajectory-words.js';
import type { CaseCard, Fact } from '../card/case-card.js';
import { wayToCase } from '../card/way-back.js';
import { lostLine } from '../card/lost-line.js';
import { bothSides } from '../card/people.js';
import { trajectoryStrip } from '../card/trajectory-strip.js';
import { caseActor } from '../case-actor.js';
import { hasSchool } from './act-on-trajectory.js';
import { trajectoryButtons } from './trajectory-buttons.js';
import { trajectoryLine } from './trajectory-head.js';

interface CardFacts extends TrajectoryCase {
  readonly side: TrajectoryReader;
}

/** A trajectory (R13, R15): how it stands, since when, how it ended, and what may be done. Codes and days only. */
export const trajectory = view({
  slug: 'trajectory',
  audience: 'stored',
  params: z.object({ trajectoryId: id<TrajectoryId>(), side: z.enum(trajectoryReaders).nullish().catch(null) }),
  async load(read, { trajectoryId, side }): Promise<CardFacts | null> {
    const facts = await read.trajectory(trajectoryId);
    return facts === null ? null : { ...facts, side: side ?? 'clb' };
  },
  may: ({ trajectory: one, referral }, actor) =>
    'side' in trajectoryRights.can(caseActor(actor, referral), 'see', one, one.since) ? null : { refused: 'not-yours' },
  fill: (facts, context): CaseCard => ({
    strip: trajectoryStrip(facts.trajectory, facts, facts.side, context),
    title: texts(context.language)('trajectory.words.title'),
    urgent: null,
    line: trajectoryLine(facts, context.language),
    figures: null,
    people: bothSides(facts, facts.side, context.language),
    facts: factsOf(facts, context),
    // For the CLB and the desk: what it cost before the start.
    notes: facts.side === 'provider' ? [] : [lostLine(facts, context)].filter((line) => line !== null),
    buttons: trajectoryButtons(facts, facts.side, context),
    back: wayToCase(facts.referral, facts.side, context),
  }),
  summary: ({ referral, provider, trajectory: { state } }, { language }) =>
    texts(language)('trajectory.trajectory.summary', {
      reference: referral.reference,
      provider: plain(provider?.name ?? ''),
      state: texts(language)(`trajectory.state.${state}`),
    }),
});

/** So many days, and the last of them. */
const absencesLine = ({ absences }: Trajectory, on: (day: string) => string, language: Language): string =>
  texts(language)('trajectory.words.absences', { count: absences.length, last: on(absences.at(-1)?.on ?? '') });

/** When the school heard something last, and when it does next. */
function messagesLine(one: Trajectory, on: (day: string) => string, language: Language): string[] {
  const say = texts(language);
  const next = one.schoolMessages.find(({ state }) => state === 'expected');
  const last = lastSent(one);
  return [
    ...(last === null ? [] : [say('school.card.last', { day: on(last.dueOn) })]),
    ...(next === undefined ? [] : [say('school.card.next', { day: on(next.dueOn) })]),
  ];
}

/** From when to when, and how it ended; nothing of what is not known yet. */
function factsOf({ trajectory: one, referral }: TrajectoryCase, { language, calendar, now }: ViewContext): Fact[] {
  const say = texts(language);
  const on = (value: string): string => day(value, language, calendar.dayOf(now));
  const school = [
    agreedWords(one.schoolPlan, hasSchool({ referral }), language),
    ...messagesLine(one, on, language),
  ].join(' · ');
  return [
    ...(one.startedOn === null ? [] : [{ title: say('trajectory.words.started'), value: on(one.startedOn) }]),
    ...(one.startedOn === null ? [] : [{ title: say('trajectory.words.half-days'), value: String(one.halfDays) }]),
    ...(one.absences.length === 0
      ? []
      : [{ title: say('trajectory.words.absent'), value: absencesLine(one, on, language) }]),
    ...(isLiveTrajectory(one) ? [{ title: say('trajectory.school.title'), value: school }] : []),
    ...(one.closedOn === null ? [] : [{ title: say('trajectory.words.closed'), value: on(one.closedOn) }]),
    ...(one.outcome === null ? [] : [{ title: say('trajectory.words.outcome'), value: outcomeWords(one, language) }]),
  ];
}
