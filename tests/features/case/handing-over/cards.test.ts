import { handOverWork } from '../../../../src/features/case/handing-over/hand-over-work.js';
import { workHandedOver } from '../../../../src/features/case/handing-over/work-handed-over.js';
import { checkDrawings, drawForm, drawView } from '../referral/check-drawings.js';
import { workerGone } from '../../../../src/features/case/handing-over/worker-gone.js';
import { an, atDesk, clb, jan, type CaseWorld } from '../referral/world.js';
import { leaves, withColleagues } from './world.js';

const three = async (world: CaseWorld): Promise<void> => {
  await withColleagues(world);
  for (const number of [42, 43, 44]) await world.refers(number, { state: 'contacted' });
};

const anLeft = async (world: CaseWorld): Promise<void> => {
  await three(world);
  await leaves(world, an);
};
const gone = { organisationId: clb.id, personId: an.id };

checkDrawings([
  drawForm('handing-over', handOverWork, 'one case', { reference: '2026-0042' }, three),
  drawForm('handing-over', handOverWork, 'who left', {}, anLeft),
  drawForm('handing-over', handOverWork, 'the desk chooses', {}, anLeft, { by: atDesk() }),
  drawForm('handing-over', handOverWork, 'nobody left', {}, three, { by: atDesk() }),
  drawForm('handing-over', handOverWork, 'the desk hands over', { organisationId: clb.id, from: an.id }, anLeft, {
    by: atDesk(),
  }),
  drawView('handing-over', workerGone, 'left', gone, anLeft),
  drawView('handing-over', workerGone, 'taken over', gone, withColleagues),
  drawView('handing-over', workerGone, 'back again', gone, three),
  drawForm('handing-over', handOverWork, 'opened', {}, three),
  drawForm('handing-over', handOverWork, 'nothing to hand over', {}, withColleagues),
  drawForm('handing-over', handOverWork, 'nothing chosen', {}, three, {
    filled: { errors: { from: 'from-missing', to: 'to-missing' } },
  }),
  drawView('handing-over', workHandedOver, 'told', { organisationId: clb.id, from: an.id, to: jan.id, count: 3 }),
]);
