import { whatHappened } from '../../../../src/features/case/catching-up/what-happened.js';
import { inWords } from '../inquiry/world.js';
import { released } from '../school/world.js';
import { checkDrawings, drawView } from '../referral/check-drawings.js';
import { an, atClb, daysAgo, type CaseWorld } from '../referral/world.js';

const three = async (world: CaseWorld): Promise<void> => {
  await world.refers(42, { state: 'waitlisted' });
  await world.refers(43, { state: 'placed' });
  await world.refers(44, { state: 'contacted' });
};
const params = { personId: an.id, since: daysAgo(60).toISOString() };

const trajectory = async (world: CaseWorld): Promise<void> => {
  await released(world);
  await inWords(world);
};

checkDrawings([
  drawView('catching-up', whatHappened, 'three cases', params, three, { by: atClb() }),
  drawView('catching-up', whatHappened, 'a trajectory and a question before referring', params, trajectory, {
    by: atClb(),
  }),
  drawView('catching-up', whatHappened, 'nothing new', { personId: an.id }, undefined, { by: atClb() }),
]);
