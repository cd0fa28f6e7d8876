import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { FeatureStage } from '../../../support/feature-stage.js';
import { CaseWorld } from './world.js';

/** A world on a database of the file's own, empty before each test. Call it once, outside of any test. */
export function onStage(): { readonly world: CaseWorld; readonly stage: FeatureStage } {
  let stage: FeatureStage;
  let world: CaseWorld;
  beforeAll(async () => {
    stage = await FeatureStage.open();
  }, 60_000);
  beforeEach(async () => {
    world = await CaseWorld.on(stage);
  });
  afterAll(() => stage.close());
  return {
    get world() {
      return world;
    },
    get stage() {
      return stage;
    },
  };
}
