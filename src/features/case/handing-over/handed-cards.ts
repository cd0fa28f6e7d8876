import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { postKey, referenceTo, type PostKey } from '../../../domain/reference-to.js';

type Gone = { readonly organisationId: OrganisationId; readonly personId: PersonId };

/** The cards about work that goes from one to another. */
export const handedCards = {
  /** Who took over whose work. */
  told: referenceTo<{
    readonly organisationId: OrganisationId;
    readonly from: PersonId;
    readonly to: PersonId;
    readonly count: number;
  }>('work-handed-over'),
  /** Somebody left with cases on his or her name. */
  gone: referenceTo<Gone>('worker-gone'),
} as const;

/** The posts that tell a team, and later the desk, that somebody left: once in a school year. */
export const gonePosts = (
  { organisationId, personId }: Gone,
  schoolYear: string,
): { team: PostKey; desk: PostKey } => ({
  team: postKey(`worker-gone:${organisationId}:${personId}:${schoolYear}`),
  desk: postKey(`worker-gone:desk:${organisationId}:${personId}:${schoolYear}`),
});
