import type { Figures } from '../../../src/domain/figures/index.js';

const line = (count: number, by: Record<string, string>) => ({ by, count });

const serviceOf = { VBO: 'east', AHV: 'west', outside: 'none' } as const;
const figureByService = {
  'registered-by-region': 'registered-by-service',
  'waiting-list': 'waiting-list-by-service',
} as const;

/** A figure per region, and the same per service. */
export const perRegion = (
  name: keyof typeof figureByService,
  regions: Partial<Record<keyof typeof serviceOf, number>>,
): Partial<Figures> => {
  const all = Object.entries(regions) as [keyof typeof serviceOf, number][];
  return {
    [name]: all.map(([region, count]) => line(count, { region })),
    [figureByService[name]]: all.map(([region, count]) =>
      line(count, { region, provider: 'naft', service: serviceOf[region] }),
    ),
  };
};

/** Figures of a period: enough of everything, with small numbers among them. */
export const counts: Partial<Figures> = {
  ...perRegion('registered-by-region', { VBO: 34, AHV: 27, outside: 3 }),
  answers: [
    line(29, { answer: 'contacted', reason: 'none', region: 'VBO', ageGroup: '14-15' }),
    line(16, { answer: 'placed', reason: 'none', region: 'VBO', ageGroup: '14-15' }),
    line(9, { answer: 'waitlisted', reason: 'none', region: 'AHV', ageGroup: '16-plus' }),
    line(8, { answer: 'no-match', reason: 'age', region: 'AHV', ageGroup: 'under-12' }),
    line(6, { answer: 'no-match', reason: 'region', region: 'VBO', ageGroup: '14-15' }),
    line(2, { answer: 'no-match', reason: 'other', region: 'VBO', ageGroup: '14-15' }),
  ],
  inquiries: [
    line(9, { answer: 'fits', region: 'VBO' }),
    line(5, { answer: 'misfit', region: 'AHV' }),
    line(2, { answer: 'no-answer', region: 'AHV' }),
  ],
  'inquiries-referred': [line(8, { region: 'VBO' })],
  'contact-term': [
    line(25, { contact: 'in-time', region: 'VBO', ageGroup: '14-15' }),
    line(18, { contact: 'in-time', region: 'AHV', ageGroup: '14-15' }),
    line(7, { contact: 'late', region: 'AHV', ageGroup: '14-15' }),
  ],
  'time-to-contact': [
    line(30, { measure: 'cases', region: 'VBO' }),
    line(20, { measure: 'cases', region: 'AHV' }),
    line(50, { measure: 'cases', region: 'all' }),
    line(20, { measure: 'median', region: 'VBO' }),
    line(60, { measure: 'p90', region: 'VBO' }),
    line(31, { measure: 'median', region: 'AHV' }),
    line(96, { measure: 'p90', region: 'AHV' }),
    line(24, { measure: 'median', region: 'all' }),
    line(80, { measure: 'p90', region: 'all' }),
  ],
  ...perRegion('waiting-list', { AHV: 11, VBO: 6 }),
  'unmet-demand': [
    line(8, { reason: 'no-match', region: 'AHV', ageGroup: 'under-12' }),
    line(5, { reason: 'outside', region: 'outside', ageGroup: '14-15' }),
  ],
};

export const countsBefore: Partial<Figures> = {
  ...perRegion('registered-by-region', { VBO: 28, AHV: 31, outside: 5 }),
  answers: [line(19, { answer: 'placed', reason: 'none', region: 'VBO', ageGroup: '14-15' })],
  ...perRegion('waiting-list', { AHV: 8 }),
  'unmet-demand': [line(6, { reason: 'no-match', region: 'AHV', ageGroup: 'under-12' })],
};
