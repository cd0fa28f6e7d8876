import { describe, expect, it } from '@jest/globals';
import { chooseRegions } from '../../../src/lib/region/index.js';

const leuven = '24062';
const halle = '23027';

describe('chooseRegions (R7)', () => {
  it.each([
    [{ domicile: leuven }, ['VBO'], { VBO: ['domicile'], AHV: [] }],
    [{ domicile: 'outside', school: halle }, ['AHV'], { VBO: [], AHV: ['school'] }],
    [
      { domicile: halle, residence: leuven, school: leuven, clb: halle },
      ['VBO', 'AHV'],
      { VBO: ['residence', 'school'], AHV: ['domicile', 'clb'] },
    ],
    [{ domicile: 'outside', residence: null, clb: 'outside' }, [], { VBO: [], AHV: [] }],
    [{}, [], { VBO: [], AHV: [] }],
    [{ domicile: '11002' }, [], { VBO: [], AHV: [] }],
  ] as const)('%j', (facts, regions, because) => {
    expect(chooseRegions(facts)).toEqual({ regions, because });
  });
});
