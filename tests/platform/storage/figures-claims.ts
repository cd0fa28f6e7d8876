import type { FigureName } from '../../../src/domain/figures/index.js';
import type { Referral } from '../../../src/domain/case/referral.js';
import type { FigureWorld, Happening } from './figures-world.js';

type Story = (world: FigureWorld) => Promise<void>;

/** One sentence of a definition, with rows that put it to the test and what they count to, counted by hand. */
export interface Claim {
  readonly name: FigureName;
  readonly says: string;
  readonly happened: readonly Story[];
  readonly counted: Readonly<Record<string, number>>;
}

type Over = Partial<Referral>;

export const one =
  (over: Over, ...happened: readonly Happening[]): Story =>
  async (world) => {
    await world.refer(over, ...happened);
  };

/** Referrals of one pupil, one after the other. */
export const trail =
  (...referrals: readonly (readonly [Over, ...Happening[]])[]): Story =>
  async (world) => {
    const trailId = (await world.refer(...referrals[0]!)).trailId;
    for (const [over, ...happened] of referrals.slice(1)) await world.refer({ ...over, trailId }, ...happened);
  };

export const ahv: Over = { region: 'AHV' };
export const group: Over = { target: 'group', ageBand: null, schoolForm: null };
export const inWinter = '2027-01-05T09:00:00Z';
export const inSummer = '2026-08-20T09:00:00Z';
export const term = '2026-11-18T09:00:00Z';
export const delivered = (at = 0, contactBy = term): Happening => [at, 'delivered', { by: 'clock', contactBy }];
export const noMatch = (at: number, reason = 'age'): Happening => [at, 'no-match', { reason, note: null }];
export const undone = (at: number, answer: string): Happening => [
  at,
  'answer-undone',
  { group: 'g', answer, state: 'delivered' },
];
export const withdrawn = (at: number | string, reason: string, by?: string): Happening => [
  at,
  'withdrawn',
  by === undefined ? { reason } : { reason, by },
];
export const on = (at: number | string, to = '9'): Happening => [at, 'referred-on', { to }];

export const claims =
  (name: FigureName) =>
  (says: string, happened: readonly Story[], counted: Claim['counted']): Claim => ({ name, says, happened, counted });
