import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  figureNames,
  showFigures,
  type Count,
  type FigureName,
  type Figures,
} from '../../../src/domain/figures/index.js';
import { isTrue, workedOut } from '../../support/attacker.js';

/** A referral, as far as the tables look at it. */
interface Seen {
  readonly region: 'VBO' | 'AHV' | 'outside';
  readonly service: number;
  readonly ageGroup: string;
  readonly schoolForm: string;
  readonly isWaiting: boolean;
}

const none = Object.fromEntries(figureNames.map((name) => [name, [] as Count[]])) as Record<FigureName, Count[]>;

const seen: fc.Arbitrary<Seen> = fc
  .record({
    region: fc.constantFrom('VBO', 'VBO', 'AHV', 'AHV', 'outside'),
    service: fc.integer({ min: 0, max: 3 }),
    ageGroup: fc.constantFrom('under-12', '12-13', '14-15', '14-15', '16-plus', 'no-age'),
    schoolForm: fc.constantFrom('bso', 'bso', 'tso', 'aso', 'buso', 'none'),
    isWaiting: fc.boolean(),
  })
  .map((one) => ({
    ...one,
    region: one.region as Seen['region'],
    ...(one.ageGroup === 'no-age' ? { schoolForm: 'no-pupil' } : {}),
  }));

function countBy(all: readonly Seen[], by: (one: Seen) => Record<string, string>): Count[] {
  const found = new Map<string, Count>();
  for (const one of all) {
    const key = JSON.stringify(by(one));
    found.set(key, { by: by(one), count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

const inRegion = ({ region, service }: Seen) =>
  region === 'outside'
    ? { region, provider: 'none', service: 'none' }
    : { region, provider: service < 2 ? `naft-${region}` : 'green', service: `s${service}` };

/** The tables of a period in which these happened. */
function figuresOf(all: readonly Seen[]): Figures {
  const waiting = all.filter(({ isWaiting, region }) => isWaiting && region !== 'outside');
  const outside = all.filter(({ region }) => region === 'outside');
  return {
    ...none,
    'registered-by-region': countBy(all, ({ region }) => ({ region })),
    'registered-by-service': countBy(all, inRegion),
    'registered-by-age-group': countBy(all, ({ ageGroup }) => ({ ageGroup })),
    'registered-by-school-form': countBy(all, ({ schoolForm }) => ({ schoolForm })),
    'registered-by-source': countBy(all, () => ({ source: 'clb' })),
    'waiting-list': countBy(waiting, ({ region }) => ({ region })),
    'waiting-list-by-service': countBy(waiting, inRegion),
    'unmet-demand': countBy(outside, ({ region, ageGroup }) => ({ reason: 'outside', region, ageGroup })),
  };
}

const line = (region: string, provider: string, count: number): Count => ({
  by: { region, provider, service: provider },
  count,
});

describe('tables that lie beside each other', () => {
  test('a waiting list per region gives away none per service: 17 is not 16 and one', () => {
    const counts = [line('VBO', 'naft-vbo', 16), line('VBO', 'green', 1), line('AHV', 'naft-ahv', 7)];
    const shown = showFigures({
      ...none,
      'waiting-list': [
        { by: { region: 'VBO' }, count: 17 },
        { by: { region: 'AHV' }, count: 7 },
      ],
      'waiting-list-by-service': counts,
    });
    expect(workedOut(shown)).toEqual([]);
    const told = shown['waiting-list-by-service'].filter(({ by }) => by['service'] !== undefined);
    expect(told.find(({ by }) => by['service'] === 'green')?.shown).toBe('small');
    expect(shown['waiting-list'].find(({ by }) => by['region'] === 'VBO')?.shown).toBe(17);
    expect(told.find(({ by }) => by['service'] === 'naft-vbo')?.shown).toBe('hidden');
  });

  test('what is kept back in one is kept back in the other', () => {
    const of = (dimension: string, value: string, count: number): Count => ({ by: { [dimension]: value }, count });
    const shown = showFigures({
      ...none,
      'registered-by-age-group': [of('ageGroup', 'under-12', 3), of('ageGroup', 'no-age', 6)],
      'registered-by-school-form': [of('schoolForm', 'bso', 3), of('schoolForm', 'no-pupil', 6)],
    });
    const at = (name: 'registered-by-age-group' | 'registered-by-school-form', value: string) =>
      shown[name].find(({ by }) => Object.values(by)[0] === value)?.shown;
    expect(at('registered-by-age-group', 'under-12')).toBe('small');
    expect(at('registered-by-age-group', 'no-age')).toBe('hidden');
    expect(at('registered-by-school-form', 'no-pupil')).toBe('hidden');
    expect(workedOut(shown)).toEqual([]);
  });

  test('whatever happened, nobody works out a small number, and what is told is true', () => {
    fc.assert(
      fc.property(fc.array(seen, { minLength: 5, maxLength: 60 }), (all) => {
        const figures = figuresOf(all);
        const shown = showFigures(figures);
        expect(workedOut(shown)).toEqual([]);
        for (const name of ['registered-by-region', 'registered-by-service', 'waiting-list', 'unmet-demand'] as const)
          expect(isTrue(shown, name, figures[name])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
