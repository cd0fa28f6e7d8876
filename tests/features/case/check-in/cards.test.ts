import { answerCheckIn } from '../../../../src/features/case/check-in/answer-check-in.js';
import { checkInCard } from '../../../../src/features/case/check-in/check-in.js';
import { checkDrawings, drawForm, drawView } from '../referral/check-drawings.js';
import { alone, an } from '../referral/world.js';
import { answered, asked, hinted, on } from './world.js';

const own = { personId: an.id, on };

checkDrawings([
  drawView('check-in', checkInCard, 'in the chat', own, asked),
  drawView('check-in', checkInCard, 'for the one person', own, hinted, { by: alone() }),
  drawView('check-in', checkInCard, 'once more', { ...own, again: 'yes' }, asked),
  drawView('check-in', checkInCard, 'two were taken off', own, answered, { by: alone() }),
  drawView('check-in', checkInCard, 'a newer card asks', { ...own, on: '2026-10-19' }, asked),
  drawForm('check-in', answerCheckIn, 'opened', { on }, hinted, { by: alone() }),
]);
