import { z } from 'zod';
import { job, type Schedule } from '../../../contracts/action.js';
import { id } from '../../../contracts/id.js';
import { jobNames } from '../../../contracts/jobs.js';
import type { Due, Notice } from '../../../contracts/outcome.js';
import type { GoneWorker } from '../../../contracts/read.js';
import type { OrganisationId, PersonId } from '../../../domain/ids.js';
import { schoolYearOf } from '../../../domain/school-year.js';
import { gonePosts, handedCards } from './handed-cards.js';

/** Every morning before work: has anybody left with cases on his or her name? */
export const looksForGoneEachDay: Schedule = {
  job: jobNames.tellGone,
  next(now, { calendar }) {
    const today = calendar.at(calendar.dayOf(now), 7, 30);
    return today > now ? today : calendar.at(calendar.addDays(calendar.dayOf(now), 1), 7, 30);
  },
};

/** Working minutes that a team has to let somebody take over, before the desk is told: three days. */
const patience = 3 * 390;

const idsOf = ({ organisation, person }: GoneWorker) => ({ organisationId: organisation.id, personId: person.id });

/** Who left a team with cases on his or her name: the team is told, once in a school year. */
export const tellGone = job({
  name: jobNames.tellGone,
  subject: z.object({}),
  async load(read, _subject, { now, calendar }) {
    const year = schoolYearOf(calendar.dayOf(now));
    const gone = (await read.goneWorkers()).map((one) => ({ ...idsOf(one), posts: gonePosts(idsOf(one), year) }));
    const told = await Promise.all(gone.map(({ posts }) => read.hasMessage(posts.team)));
    return gone.filter((_one, at) => told[at] === false);
  },
  decide: (gone, { now, calendar }) => ({
    notices: gone.map(({ posts, organisationId, personId }): Notice => {
      return {
        key: posts.team,
        ...handedCards.gone.with({ organisationId, personId }),
        to: { organisation: organisationId },
      };
    }),
    dues: gone.map(({ posts, organisationId, personId }): Due => {
      const at = calendar.addWorkingMinutes(now, patience);
      return { key: posts.desk, job: jobNames.tellGoneDesk, subject: { organisationId, personId }, at };
    }),
  }),
});

/** Nobody took over in time: the desk is told, which can hand over in the name of the team. */
export const tellGoneDesk = job({
  name: jobNames.tellGoneDesk,
  subject: z.object({ organisationId: id<OrganisationId>(), personId: id<PersonId>() }),
  async load(read, { organisationId, personId }) {
    const gone = (await read.goneWorkers()).map(idsOf);
    return gone.find((one) => one.organisationId === organisationId && one.personId === personId) ?? null;
  },
  decide: (one, { now, calendar }) => {
    const { desk } = gonePosts(one, schoolYearOf(calendar.dayOf(now)));
    return { notices: [{ key: desk, ...handedCards.gone.with(one), to: { desk: true } }] };
  },
});
