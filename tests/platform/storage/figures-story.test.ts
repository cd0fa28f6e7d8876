import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FigureName } from '../../../src/domain/figures/index.js';
import { createRead } from '../../../src/platform/storage/read.js';
import { refers, refersOn } from '../../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../../support/stage.js';
import { autumn } from './figures-world.js';

let stage: Stage;
let cast: Cast;
beforeAll(async () => {
  stage = await openStage('embedded');
  cast = await linkedCast(stage);
});
afterAll(() => stage.close());

const counted = async (name: FigureName): Promise<string[]> => {
  const { sealer } = stage.app.parts;
  const figures = await createRead(stage.database.kysely, sealer, autumn.until).figures(autumn);
  return figures[name].map(({ by, count }) => `${Object.values(by).join(' ')} ${count}`);
};

test('the figures count what people really did, not what they took back', async () => {
  const { an, bram, clb, naft } = cast;
  await refers(stage, an);
  await bram.presses('Gecontacteerd', {}, { in: naft });
  await bram.presses('Plaats', {}, { in: naft });
  expect(await counted('answers')).toEqual(['contacted none VBO 14-15 1', 'placed none VBO 14-15 1']);
  await bram.presses('Ongedaan maken', {}, { in: naft });
  await bram.presses('Geen match', {}, { in: naft });
  await bram.presses('Geen match', { reason: 'er is meer ondersteuning nodig' }, { in: naft });
  await stage.settled();
  expect(await counted('answers')).toEqual(['contacted none VBO 14-15 1', 'no-match needs-more-support VBO 14-15 1']);
  await refersOn(an, { in: clb, reading: '2026-0001' }, 'Laat het Meldpunt kiezen', 'Aanmelden en intrekken');
  await stage.settled();
  expect(await counted('registered-by-region')).toEqual(['VBO 2']);
  expect(await counted('referred-on')).toEqual(['VBO 14-15 1']);
  expect(await counted('withdrawn')).toEqual(['elsewhere 1']);
  expect(await counted('unmet-demand')).toEqual(['no-match VBO 14-15 1']);
  expect(await counted('time-to-contact')).toContain('VBO cases 1');
  expect(await counted('contact-term')).toEqual(['in-time VBO 14-15 1']);
});
