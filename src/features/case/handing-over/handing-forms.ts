import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { formTo } from '../../../domain/reference-to.js';

interface Handing {
  /** For which team: given by the desk only. */
  readonly organisationId?: OrganisationId;
  /** One case, by its reference; without it everything that somebody has on his or her name. */
  readonly reference?: string;
  readonly from?: PersonId;
  readonly to?: PersonId;
}

/** The form with which work is handed over. */
export const handingForms = { work: formTo<Handing>('hand-over-work') } as const;
