import { handOverWork } from '../../../../src/features/case/handing-over/hand-over-work.js';
import { workHandedOver } from '../../../../src/features/case/handing-over/work-handed-over.js';
import { checkDrawings, drawForm, drawView } from '../referral/check-drawings.js';
import { an, clb, jan, type CaseWorld } from '../referral/world.js';
import { withColleagues } from './world.js';

const three = async (world: CaseWorld): Promise<void> => {
  await withColleagues(world);
  for (const number of [42, 43, 44]) await world.refers(number, { state: 'contacted' });
};

checkDrawings([
  drawForm('handing-over', handOverWork, 'opened', {}, three),
  drawForm('handing-over', handOverWork, 'nothing to hand over', {}, withColleagues),
  drawForm('handing-over', handOverWork, 'nothing chosen', {}, three, {
    filled: { errors: { from: 'from-missing', to: 'to-missing' } },
  }),
  drawView('handing-over', workHandedOver, 'told', { organisationId: clb.id, from: an.id, to: jan.id, count: 3 }),
]);
