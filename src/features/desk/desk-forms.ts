import type { OrganisationId } from '../../domain/ids.js';
import { formTo } from '../../domain/reference-to.js';

interface OfOrganisation {
  readonly organisationId: OrganisationId;
}

/** The forms of the desk. */
export const deskForms = {
  addOrganisation: formTo<OfOrganisation>('add-organisation'),
  editOrganisation: formTo<OfOrganisation>('edit-organisation'),
} as const;
