import type { OrganisationId } from '../../../src/domain/ids.js';
import { clbExample } from '../../../tests/support/stage.js';

/** The two CLBs of the bench: of the list that is looked at, and of the many referrals that are answered. */
export const clbs = {
  list: { ...clbExample, name: 'CLB Lijst' },
  many: { ...clbExample, id: '00000000-0000-4000-8000-0000000c1b02' as OrganisationId, name: 'CLB Veel' },
};
