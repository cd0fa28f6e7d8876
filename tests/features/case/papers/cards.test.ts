import { casePapers } from '../../../../src/features/case/papers/case-papers.js';
import { checkDrawings, drawView } from '../referral/check-drawings.js';
import { alone, atDesk, uuid, type CaseWorld, type Life } from '../referral/world.js';

const id = { referralId: uuid('42') };
const drawn = (name: string, life: Life, by = alone(), why: object = {}) =>
  drawView('papers', casePapers, name, { ...id, ...why }, (world: CaseWorld) => world.refers(42, life), { by });

checkDrawings([
  drawn('sent, for the CLB', { state: 'delivered' }),
  drawn('on the waiting list', { state: 'waitlisted', days: 9 }),
  drawn('nothing to write now', { state: 'no-match' }),
  drawn('of a class, or for the desk', { state: 'delivered' }, atDesk(), { why: 'desk' }),
]);
