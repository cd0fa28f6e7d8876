import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { figureNames } from '../../../src/domain/figures/index.js';
import { engines } from '../../support/database.js';
import { autumn, east, figureWorld, naft, sentAt, west, type FigureWorld } from './figures-world.js';

describe.each(engines)('referrals registered in a period, on %s', (engine) => {
  let world: FigureWorld;
  beforeAll(async () => {
    world = await figureWorld(engine);
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  test('are nobody when nothing happened, in every figure', async () => {
    expect(await world.figures()).toEqual(Object.fromEntries(figureNames.map((name) => [name, []])));
  });

  test('by region', async () => {
    await world.refer({ region: 'VBO' }, sentAt(0));
    await world.refer({ region: 'VBO' }, sentAt(1));
    await world.refer({ region: 'AHV' }, sentAt(0));
    await world.refer({ region: 'outside' }, sentAt(0));
    expect(await world.lines('registered-by-region')).toEqual({ AHV: 1, VBO: 2, outside: 1 });
  });

  test('from the first moment of the period, up to but not including its end', async () => {
    for (const at of [autumn.from.getTime() - 1, +autumn.from, autumn.until.getTime() - 1, +autumn.until])
      await world.refer({ region: 'VBO' }, sentAt(new Date(at).toISOString()));
    expect(await world.lines('registered-by-region')).toEqual({ VBO: 2 });
    const winter = { from: autumn.until, until: new Date('2027-03-31T22:00:00Z') };
    expect(await world.lines('registered-by-region', winter)).toEqual({ VBO: 1 });
  });

  test('count once when called back and sent again, in the period of the first sending', async () => {
    await world.refer({}, sentAt('2026-08-01T08:00:00Z'), ['2026-08-01T09:00:00Z', 'recalled'], sentAt(0, true));
    await world.refer({}, sentAt(0), [0, 'recalled'], sentAt(1, true));
    expect(await world.lines('registered-by-region')).toEqual({ VBO: 1 });
  });

  test('count again when the pupil is referred on', async () => {
    const first = await world.refer({}, sentAt(0), [2, 'referred-on', { to: '2026-9' }]);
    await world.refer({ trailId: first.trailId, region: 'AHV' }, [2, 'referred-on', { from: '2026-1' }], sentAt(2));
    expect(await world.lines('registered-by-region')).toEqual({ AHV: 1, VBO: 1 });
  });

  test('by service and provider, and where the desk still chooses', async () => {
    await world.refer({}, sentAt(0));
    await world.refer({}, sentAt(0));
    await world.refer({ serviceId: west.id }, sentAt(0));
    await world.refer({ serviceId: null, providerId: null }, sentAt(0));
    expect(await world.lines('registered-by-service')).toEqual({
      [`VBO ${naft.id} ${east.id}`]: 2,
      [`VBO ${naft.id} ${west.id}`]: 1,
      'VBO none none': 1,
    });
  });

  test('by age group, the oldest together, a class apart', async () => {
    for (const ageBand of ['under-12', '12-13', '14-15', '16-17', '18-plus', null])
      await world.refer({ ageBand, target: ageBand === null ? 'group' : 'pupil' }, sentAt(0));
    expect(await world.lines('registered-by-age-group')).toEqual({
      ...{ 'under-12': 1, '12-13': 1, '14-15': 1, '16-plus': 2, 'no-age': 1 },
    });
  });

  test('by school form and by source', async () => {
    await world.refer({ schoolForm: 'bso', source: 'parent' }, sentAt(0));
    await world.refer({ schoolForm: 'primary', source: 'clb' }, sentAt(0));
    await world.refer({ schoolForm: 'none', source: 'clb' }, sentAt(0));
    await world.refer({ schoolForm: null, target: 'group', source: 'clb' }, sentAt(0));
    expect(await world.lines('registered-by-school-form')).toEqual({ bso: 1, 'no-pupil': 1, none: 1, primary: 1 });
    expect(await world.lines('registered-by-source')).toEqual({ clb: 3, parent: 1 });
  });

  test('by problem domain, in each of their domains', async () => {
    await world.refer({ problemDomains: ['social', 'legal'] }, sentAt(0));
    await world.refer({ problemDomains: ['social'] }, sentAt(0));
    await world.refer({ problemDomains: [] }, sentAt(0));
    expect(await world.lines('registered-by-domain')).toEqual({ legal: 1, social: 2 });
  });
});
