import type { OrganisationId } from '../../domain/ids.js';
import { referenceTo } from '../../domain/reference-to.js';

type Nothing = Readonly<Record<string, never>>;

/** The cards of the desk, wherever they live. */
export const deskCards = {
  menu: referenceTo<Nothing>('desk-menu'),
  organisation: referenceTo<{ readonly organisationId: OrganisationId }>('organisation-card'),
  organisations: referenceTo<{ readonly page?: number }>('organisation-list'),
  /** What could not be delivered: to an organisation (null: in personal chats), and why. */
  undelivered: referenceTo<{ readonly organisationId: string | null; readonly reason: string }>('undelivered'),
  /** Teams took nothing since this moment. */
  teamsAway: referenceTo<{ readonly since: string }>('teams-away'),
  /** Work of this name that should happen by itself keeps failing. */
  stuckJob: referenceTo<{ readonly job: string }>('stuck-job'),
  clock: referenceTo<{ readonly problem?: 'unclear' | 'backwards' | 'too-far' }>('clock'),
} as const;
