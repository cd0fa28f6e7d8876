import type { HelpLineKind } from '../../domain/helpline/kinds.js';
import type { HelpLineId, MapEntryId, OrganisationId, SchoolMapId } from '../../domain/ids.js';
import { formTo, jobTo, postKey, referenceTo, type PostKey } from '../../domain/reference-to.js';

type OfMap = {
  readonly mapId: SchoolMapId;
};

/** The cards of a school's own map of help. */
export const mapCards = {
  /** What a channel may read: no contact persons, no notes. `why`: it is asked after, or lines of it changed. */
  post: referenceTo<
    OfMap & { readonly why?: 'check' | 'changed'; readonly lines?: readonly HelpLineId[]; readonly apart?: 'yes' }
  >('school-map-post'),
  /** Everything, for one person of the team. */
  whole: referenceTo<OfMap>('school-map'),
  list: referenceTo<{ readonly organisationId: OrganisationId }>('school-map-list'),
} as const;

export const mapForms = {
  start: formTo<{ readonly mapId?: SchoolMapId }>('start-map'),
  line: formTo<
    OfMap & {
      readonly entryId?: MapEntryId | undefined;
      readonly lineId?: HelpLineId | undefined;
      readonly kind?: HelpLineKind | undefined;
    }
  >('edit-map-line'),
  notes: formTo<OfMap>('edit-map-notes'),
} as const;

export const mapJobs = { lookAfter: jobTo<Record<string, never>>('look-after-maps') } as const;

/** Key of the living post of a map in one place; there is one a day. */
export const mapPostKey = (map: SchoolMapId, where: string): PostKey => postKey(`school-map:${map}:${where}`);
