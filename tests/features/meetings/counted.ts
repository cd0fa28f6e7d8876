import type { Figures } from '../../../src/domain/figures/index.js';

const line = (count: number, by: Record<string, string>) => ({ by, count });

/** Figures of a period: enough of everything, with small numbers among them. */
export const counts: Partial<Figures> = {
  'registered-by-region': [line(34, { region: 'VBO' }), line(27, { region: 'AHV' }), line(3, { region: 'outside' })],
  answers: [
    line(29, { answer: 'contacted', reason: 'none', region: 'VBO', ageGroup: '14-15' }),
    line(16, { answer: 'placed', reason: 'none', region: 'VBO', ageGroup: '14-15' }),
    line(9, { answer: 'waitlisted', reason: 'none', region: 'AHV', ageGroup: '16-plus' }),
    line(8, { answer: 'no-match', reason: 'age', region: 'AHV', ageGroup: 'under-12' }),
    line(6, { answer: 'no-match', reason: 'region', region: 'VBO', ageGroup: '14-15' }),
    line(2, { answer: 'no-match', reason: 'other', region: 'VBO', ageGroup: '14-15' }),
  ],
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
  'waiting-list': [line(11, { region: 'AHV', ageGroup: '16-plus' }), line(6, { region: 'VBO', ageGroup: '14-15' })],
  'unmet-demand': [
    line(8, { reason: 'no-match', region: 'AHV', ageGroup: 'under-12' }),
    line(5, { reason: 'outside', region: 'outside', ageGroup: '14-15' }),
  ],
};

export const countsBefore: Partial<Figures> = {
  'registered-by-region': [line(28, { region: 'VBO' }), line(31, { region: 'AHV' }), line(5, { region: 'outside' })],
  answers: [line(19, { answer: 'placed', reason: 'none', region: 'VBO', ageGroup: '14-15' })],
  'waiting-list': [line(8, { region: 'AHV', ageGroup: '16-plus' })],
  'unmet-demand': [line(6, { reason: 'no-match', region: 'AHV', ageGroup: 'under-12' })],
};
