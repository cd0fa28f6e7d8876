import { figureNames, type FigureName, type Figures } from '../../../src/domain/figures/index.js';
import { dayOf } from '../../../src/platform/calendar/index.js';
import { answers } from './answers.js';
import { contactTerm } from './contact-term.js';
import type { CountQuery, Db } from './counted.js';
import { referredOn } from './referred-on.js';
import { referredOnOften } from './referred-on-often.js';
import { registeredByAgeGroup } from './registered-by-age-group.js';
import { registeredByDomain } from './registered-by-domain.js';
import { registeredByRegion } from './registered-by-region.js';
import { registeredBySchoolForm } from './registered-by-school-form.js';
import { registeredByService } from './registered-by-service.js';
import { registeredBySource } from './registered-by-source.js';
import { absences, halfDays } from './half-days.js';
import { inquiries, inquiriesReferred } from './inquiries.js';
import { lostSchoolTime, timeToStart } from './starts.js';
import { stillAtSchool } from '../../../src/platform/storage/figures/still-at-school.js';
import { trajectoriesClosed } from './trajectories-closed.js';
import { trajectoriesDropped } from './trajectories-dropped.js';
import { trajectoriesRunning } from './trajectories-running.js';
import { trajectoriesStarted } from './trajectories-started.js';
import { timeToContact } from './time-to-contact.js';
import { unmetDemand } from './unmet-demand.js';
import { waitingList } from './waiting-list.js';
import { waitingListByService } from './waiting-list-by-service.js';
import { withdrawn } from './withdrawn.js';

/** Every figure and its query.  */
const queries: Readonly<Record<FigureName, CountQuery>> = {
  'registered-by-region': registeredByRegion,
  'registered-by-service': registeredByService,
  'registered-by-age-group': registeredByAgeGroup,
  'registered-by-school-form': registeredBySchoolForm,
  'registered-by-domain': registeredByDomain,
  'registered-by-source': registeredBySource,
  answers,
  inquiries,
  'inquiries-referred': inquiriesReferred,
  withdrawn,
  'referred-on': referredOn,
  'referred-on-often': referredOnOften,
  'contact-term': contactTerm,
  'time-to-contact': timeToContact,
  'waiting-list': waitingList,
  'waiting-list-by-service': waitingListByService,
  'unmet-demand': unmetDemand,
  'trajectories-started': trajectoriesStarted,
  'trajectories-running': trajectoriesRunning,
  'trajectories-closed': trajectoriesClosed,
  'trajectories-dropped': trajectoriesDropped,
  'still-at-school': (db, { from, until }) => stillAtSchool(db, { from: dayOf(from), until: dayOf(until) }),
  'time-to-start': timeToStart,
  'lost-school-time': lostSchoolTime,
  'half-days': halfDays,
  absences,
};

/**
 * The figures of a period by walking through the whole history, question by question: what the counting is held against. Written apart from
 * it, before there was one, and not shared with it.
 */
export async function fullCount(
  db: Db,
  period: { readonly from: Date; readonly until: Date },
  now: Date,
): Promise<Figures> {
  const found: Partial<Record<FigureName, Figures[FigureName]>> = {};
  for (const name of figureNames) found[name] = await queries[name](db, { ...period, now });
  return found as Figures;
}
