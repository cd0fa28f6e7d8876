import type { ServiceListLine, WaitingOfWorker } from '../../../../src/contracts/case-lists.js';
import { isFullOn, type Service } from '../../../../src/domain/organisation.js';
import { lastAsked } from '../../../../src/features/case/check-in/own-list.js';
import { oneOf, type Around, type Move } from './move.js';

/** What a press on a whole list may look at: that of a service, and what one worker has on lists. */
export interface SeenList extends Around {
  readonly service: Service;
  /** Null: nobody waits there. */
  readonly line: ServiceListLine | null;
  readonly waiting: readonly WaitingOfWorker[];
}

const checked = ({ line }: SeenList) => line?.check?.asked?.on;
const ofService = (seen: SeenList, more: object) => ({ serviceId: seen.service.id, ...more });
const wasFull = ({ service, today }: SeenList) =>
  service.fullUntil !== null && !isFullOn(service, today) ? service.fullUntil : null;

const asked = ({ waiting }: SeenList) => lastAsked(waiting);
const answers = ({ waiting, random }: SeenList) =>
  Object.fromEntries(
    waiting.map(({ referral }) => [
      `row-${referral.id}`,
      oneOf(['needed', 'needed', 'solved', 'elsewhere', ''], random),
    ]),
  );

const openness = ({ random, day }: SeenList) =>
  oneOf(
    [
      { kind: 'place' },
      { kind: 'waitlist', weeks: String(1 + random(9)) },
      { kind: 'full', fullUntil: day(3 + random(10)) },
      { kind: 'unknown' },
    ],
    random,
  );

/** Everything that people do with a whole waiting list, and what they tell of their place. */
export const listMoves: readonly Move<SeenList>[] = [
  {
    slug: 'confirm-check-in',
    by: 'clb',
    weight: 4,
    fits: (seen) => asked(seen) !== null,
    data: (seen) => {
      const on = asked(seen);
      return on === null ? null : { on };
    },
  },
  {
    slug: 'answer-check-in',
    by: 'clb',
    weight: 6,
    fits: (seen) => asked(seen) !== null,
    data: (seen) => {
      const on = asked(seen);
      return on === null ? null : { on, ...answers(seen) };
    },
  },
  {
    slug: 'confirm-list',
    by: 'provider',
    weight: 4,
    fits: (seen) => checked(seen) !== undefined,
    data: (seen) => {
      const on = checked(seen);
      return on === undefined ? null : ofService(seen, { on });
    },
  },
  {
    slug: 'set-availability',
    by: 'provider',
    weight: 1,
    fits: ({ random }) => random(4) === 0,
    data: (seen) => ofService(seen, openness(seen)),
  },
  {
    slug: 'reopen-service',
    by: 'provider',
    weight: 6,
    fits: (seen) => wasFull(seen) !== null,
    data: (seen) => {
      const day = wasFull(seen) ?? seen.service.fullUntil;
      return day === null ? null : ofService(seen, { asked: day });
    },
  },
  {
    slug: 'extend-full',
    by: 'provider',
    weight: 2,
    fits: (seen) => wasFull(seen) !== null,
    data: (seen) => {
      const day = wasFull(seen);
      return day === null ? null : ofService(seen, { asked: day, until: seen.day(2 + seen.random(5)) });
    },
  },
];
