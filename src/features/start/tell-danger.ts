import { explains } from './explains.js';

/** Danger for a pupil: where to call. This is no emergency channel (R20). */
export const tellDanger = explains('tell-danger', 'danger', {
  nl: ['gevaar', 'noodgeval', '112'],
  en: ['danger', 'emergency'],
});
