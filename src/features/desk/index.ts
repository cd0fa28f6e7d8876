import type { Feature } from '../../contracts/action.js';
import { addOrganisation } from './add-organisation.js';
import { allowGuests } from './allow-guests.js';
import { clock } from './clock.js';
import { deskMenu } from './desk-menu.js';
import { directoryHistory } from './directory-history.js';
import { editHours } from './edit-hours.js';
import { editOrganisation } from './edit-organisation.js';
import { editPrivacy } from './edit-privacy.js';
import { editService } from './edit-service.js';
import { editTerms } from './edit-terms.js';
import { listOrganisations } from './list-organisations.js';
import { moveClock } from './move-clock.js';
import { organisationCard } from './organisation-card.js';
import { organisationList } from './organisation-list.js';
import { retryDelivery } from './retry-delivery.js';
import { reportStuckJob } from './report-stuck-job.job.js';
import { reportTeamsAway } from './report-teams-away.job.js';
import { reportUndelivered } from './report-undelivered.job.js';
import { showDesk } from './show-desk.js';
import { stuckJob } from './stuck-job.js';
import { teamsAway } from './teams-away.js';
import { undelivered } from './undelivered.js';
import { undeliveredList } from './undelivered-list.js';

/** What the desk manages: organisations and what they offer, its hours and terms, and what could not be delivered. */
export const desk: Feature = {
  name: 'desk',
  actions: [
    showDesk,
    listOrganisations,
    addOrganisation,
    editOrganisation,
    editService,
    editHours,
    editTerms,
    editPrivacy,
    allowGuests,
    moveClock,
    retryDelivery,
  ],
  views: [
    deskMenu,
    organisationList,
    organisationCard,
    directoryHistory,
    undelivered,
    undeliveredList,
    teamsAway,
    stuckJob,
    clock,
  ],
  jobs: [reportUndelivered, reportTeamsAway, reportStuckJob],
};
