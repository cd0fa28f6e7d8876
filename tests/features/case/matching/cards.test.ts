import { matchFound } from '../../../../src/features/case/matching/match-found.js';
import { checkDrawings, drawView } from '../referral/check-drawings.js';
import { alone, an, naft } from '../referral/world.js';
import { on, told, unhelped } from './world.js';

const own = { personId: an.id, serviceId: naft.id, on };

checkDrawings([
  drawView('matching', matchFound, 'in the chat', own, told),
  drawView('matching', matchFound, 'for the one person', own, told, { by: alone() }),
  drawView('matching', matchFound, 'nothing left to choose', own, unhelped),
]);
