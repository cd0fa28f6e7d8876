import { can, type Act } from '../../../../src/domain/case/policy.js';
import { roundTableRights, type RoundTableAct } from '../../../../src/domain/round-table/policy.js';
import type { SchoolMessageState } from '../../../../src/domain/trajectory/school-message.js';
import { trajectoryRights, type TrajectoryAct } from '../../../../src/domain/trajectory/policy.js';
import { farm, naft } from '../referral/world.js';
import { actorOf, oneOf, whole, type By, type Move, type SeenCase as Seen } from './move.js';

type More = (seen: Seen) => object;
type Press = (by: By, slug: string, more?: More, weight?: number) => Move<Seen>;
const nothing: More = () => ({});

/** A press on a referral, for an act of its policy. */
const onCase =
  (act: Act): Press =>
  (by, slug, more = nothing, weight = 4) => ({
    slug,
    by,
    weight,
    fits: ({ facts: { referral }, now }) => 'side' in can(actorOf(by), act, referral, now),
    data: (seen) => {
      const { id, round } = seen.facts.referral;
      return whole({ referralId: id, round, ...more(seen) });
    },
  });

/** The same on its last round table. */
const onTable =
  (act: RoundTableAct): Press =>
  (by, slug, more = nothing, weight = 4) => ({
    slug,
    by,
    weight,
    fits: ({ facts: { roundTables }, now }) => {
      const table = roundTables.at(-1);
      return table !== undefined && 'side' in roundTableRights.can(actorOf(by), act, table, now);
    },
    data: (seen) => {
      const table = seen.facts.roundTables.at(-1);
      return table === undefined ? null : whole({ roundTableId: table.id, ...more(seen) });
    },
  });

/** The same on its last trajectory. */
const onCourse =
  (act: TrajectoryAct): Press =>
  (by, slug, more = nothing, weight = 4) => ({
    slug,
    by,
    weight,
    fits: ({ facts: { trajectories }, now }) => {
      const course = trajectories.at(-1);
      return course !== undefined && 'side' in trajectoryRights.can(actorOf(by), act, course, now);
    },
    data: (seen) => {
      const course = seen.facts.trajectories.at(-1);
      return course === undefined ? null : whole({ trajectoryId: course.id, ...more(seen) });
    },
  });

const slot = ({ day, random }: Seen) => ({
  on: day(1 + random(20)),
  at: `${10 + random(6)}:00`,
  venue: 'school',
  invited: 'clb,provider',
});
const services = [naft.id, farm.id];
const asked: More = ({ facts, random }) => ({ questionId: oneOf(facts.referral.questions, random)?.id });
const answered: More = (seen) => ({ ...asked(seen), answer: 'Neen, liever donderdag.' });
const ended: More = ({ today, random }) => ({
  on: today,
  outcome: oneOf(['back-soon', 'back-later', 're-entry'], random),
});
/** A message to the school that waits for this side, or another one. */
const letter =
  (...states: readonly SchoolMessageState[]): More =>
  ({ facts: { trajectories }, random }) => {
    const all = trajectories.at(-1)?.schoolMessages ?? [];
    const fitting = all.filter(({ state }) => states.includes(state));
    return { number: oneOf(fitting.length === 0 ? all : fitting, random)?.number };
  };
const written = (...states: readonly SchoolMessageState[]): More => {
  const which = letter(...states);
  return (seen) => ({ ...which(seen), text: 'Komt stipt.', consent: 'true' });
};
const agreed: More = ({ random }) => ({
  at: oneOf(['start,end', 'end', ''], random),
  every: oneOf(['2', '4', 'none'], random),
  consent: oneOf(['yes', 'yes', 'to-ask', 'no'], random),
});
/** One answer, wrong ones and those that may mean two things among them. */
const amended: More = ({ random }) => {
  const [question, answer] = oneOf(
    [
      ['urgency', 'urgent'],
      ['schoolContact', 'Rik Nieuwland, 016 55 44 33'],
      ['schoolContact', ''],
      ['domicile', oneOf(['Leuven', 'Meldert', 'Vilvoorde'], random)],
      ['pupilConsent', 'refused'],
    ] as const,
    random,
  );
  return { question, [question]: answer };
};
const referringOn: More = ({ random, facts: { referral } }) => ({
  serviceId: oneOf([...services, 'desk'], random),
  first: ['withdrawn', 'completed'].includes(referral.state) ? 'over' : oneOf(['withdraw', 'keep'], random),
});

/** Everything that people do with a referral from its delivery to its end. A new act is a line here. */
export const moves: readonly Move<Seen>[] = [
  onCase('contact')('provider', 'confirm-contact'),
  onCase('contact')('desk', 'confirm-contact', nothing, 1),
  onCase('place')('provider', 'offer-place', nothing, 8),
  onCase('put-on-waitlist')('provider', 'put-on-waitlist', ({ random }) => ({
    kept: oneOf(['yes', 'not-asked'], random),
  })),
  onCase('refuse-match')('provider', 'refuse-match', () => ({ reason: 'age' }), 2),
  onCase('mark-full')('provider', 'mark-full', ({ day }) => ({ until: day(4) }), 1),
  onCase('undo')('provider', 'undo-answer', nothing, 1),
  onCase('correct')('provider', 'correct-answer', () => ({ reason: 'wrong-button' }), 1),
  onCase('free-place')('provider', 'free-place', ({ random }) => (random(2) === 0 ? {} : { reason: 'urgent' })),
  onCase('move-start')('provider', 'move-start', ({ day }) => ({ expectedStartOn: day(30) }), 1),
  onCase('ask-question')('provider', 'ask-question', () => ({ question: 'Past woensdag?' }), 1),
  onCase('ask-question')('clb', 'ask-question', () => ({ question: 'Wanneer past het?' }), 1),
  onCase('answer-question')('clb', 'answer-question', answered),
  onCase('answer-question')('provider', 'answer-question', answered),
  onCase('withdraw-question')('clb', 'withdraw-question', asked, 2),
  onCase('note-phoned')('desk', 'note-phoned'),
  onCase('assign')('desk', 'assign-provider', ({ random }) => ({ serviceId: oneOf(services, random) })),
  onCase('deliver')('desk', 'deliver-now'),
  onCase('keep')('clb', 'keep-on-waitlist'),
  onCase('confirm-place')('clb', 'confirm-place'),
  onCase('confirm-waiting')('clb', 'confirm-waiting'),
  onCase('return-to-list')('clb', 'return-to-list'),
  onCase('keep-beside')('clb', 'keep-beside'),
  onCase('withdraw')('clb', 'withdraw-referral', () => ({ reason: 'solved' }), 1),
  onCase('refer-on')('clb', 'choose-other-provider', referringOn, 1),
  onCase('take-match')('clb', 'take-match', ({ facts: { referral } }) => ({ serviceId: referral.match?.serviceId })),
  onCase('amend')('clb', 'amend-answer', amended, 1),
  onTable('plan')('provider', 'plan-round-table', slot, 8),
  onTable('plan')('clb', 'plan-round-table', slot, 8),
  onTable('move')('provider', 'move-round-table', slot, 1),
  onTable('cancel')('provider', 'cancel-round-table', ({ random }) => ({ again: oneOf(['yes', 'no'], random) }), 1),
  onTable('note-held')('provider', 'confirm-round-table'),
  onTable('note-not-held')('provider', 'miss-round-table', nothing, 1),
  onTable('hand-over')('provider', 'hand-over-round-table', nothing, 1),
  onCourse('start')('provider', 'start-trajectory', ({ day, random }) => ({ on: day(-random(4)) }), 8),
  onCourse('postpone')('provider', 'postpone-start', nothing, 1),
  onCourse('take-back-start')('provider', 'take-back-start', nothing, 1),
  onCourse('look')('provider', 'continue-trajectory', nothing, 1),
  onCourse('pause')('provider', 'pause-trajectory', ({ day, random }) => ({ until: day(3 + random(20)) }), 2),
  onCourse('resume')('provider', 'resume-trajectory'),
  onCourse('note-absence')('provider', 'note-absence', nothing, 3),
  onCourse('take-back-absence')('provider', 'take-back-absence', nothing, 1),
  onCourse('handle-absences')('desk', 'handle-absences'),
  onCase('leave-note')('provider', 'leave-note', () => ({ note: 'Komt stipt.' }), 1),
  onCourse('agree-school')('provider', 'agree-school', agreed, 3),
  onCourse('write-school')('provider', 'write-school-message', written('expected', 'returned'), 6),
  onCourse('return-school')(
    'clb',
    'return-school-message',
    (seen) => ({ ...letter('written')(seen), question: 'Mag dit korter?' }),
    1,
  ),
  onCourse('release-school')('clb', 'release-school-message', written('written'), 6),
  onCourse('send-school')('clb', 'mark-school-sent', letter('released'), 6),
  onCourse('unsend-school')('clb', 'take-back-sent', letter('sent'), 1),
  onCourse('skip-school')('clb', 'skip-school-message', letter('expected', 'written'), 1),
  onCourse('close')('provider', 'close-trajectory', ended, 3),
  onCourse('reopen')('provider', 'reopen-trajectory', nothing, 3),
];
