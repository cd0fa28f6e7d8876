import type { CaseEvent } from './events.js';
import type { Referral } from './referral.js';

/** What happens to a referral because another of its trail has a place. */
export type BesideEvent = CaseEvent<'placed-elsewhere' | 'kept-beside' | 'place-elsewhere-ended' | 'beside-reminded'>;

const names: readonly CaseEvent['name'][] = [
  'placed-elsewhere',
  'kept-beside',
  'place-elsewhere-ended',
  'beside-reminded',
] satisfies readonly BesideEvent['name'][];

/** Whether it is about a place that another referral of the trail has. */
export const isAboutBeside = (event: CaseEvent): event is BesideEvent => names.includes(event.name);

/** The referral after a place elsewhere in its trail was given, answered or ended; it stays in the state it is in. Pure. */
export function evolveBeside(referral: Referral, event: BesideEvent): Referral {
  const { besidePlace } = referral;
  switch (event.name) {
    case 'placed-elsewhere':
      return {
        ...referral,
        besidePlace: { reference: event.data.reference, askedAt: event.at, kept: false, reminded: null },
      };
    case 'place-elsewhere-ended':
      return { ...referral, besidePlace: null };
    case 'kept-beside':
      return { ...referral, besidePlace: besidePlace === null ? null : { ...besidePlace, kept: true } };
    case 'beside-reminded':
      return {
        ...referral,
        besidePlace: besidePlace === null ? null : { ...besidePlace, reminded: event.data.stage },
      };
  }
}
