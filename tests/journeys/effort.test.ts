import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { counted } from '../support/effort.js';
import { engineInTurn } from '../support/database.js';
import { pupilNamed } from '../support/reading.js';
import { atKnownSchool, refers } from '../support/refer.js';
import { linkedCast, openStage, type Cast, type Stage } from '../support/stage.js';
import { fillsInAndSends } from '../support/walk.js';

describe.each(engineInTurn(import.meta.url))('what an intake asks of somebody, on %s', (engine) => {
  let stage: Stage;
  let cast: Cast;
  beforeAll(async () => {
    stage = await openStage(engine);
    cast = await linkedCast(stage);
  });
  afterAll(() => stage.close());

  it('an ordinary pupil, not the first of this worker, at a school of which this CLB referred before: from “aanmelden” to the receipt, with nothing filled in that may stay open', async () => {
    await refers(stage, cast.an, pupilNamed('Eerste'));
    const { who, effort } = counted(cast.an);
    await fillsInAndSends(stage, who, atKnownSchool);
    expect(effort()).toEqual({ presses: 5, choices: 7, typed: 7, messages: 1 });
  });
});
