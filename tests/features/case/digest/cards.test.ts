import { digestCard } from '../../../../src/features/case/digest/digest-card.js';
import { checkDrawings, drawView } from '../referral/check-drawings.js';
import { alone, an } from '../referral/world.js';
import { at, busy, gathered } from './world.js';

const own = { personId: an.id, at };

checkDrawings([
  drawView('digest', digestCard, 'in the chat', own, busy),
  drawView('digest', digestCard, 'for the one person', own, busy, { by: alone() }),
  drawView('digest', digestCard, 'messages alone', own, gathered),
]);
