import { sql, type Kysely, type Transaction } from 'kysely';
import type { Read, StuckJob, TeamsOutage } from '../../contracts/read.js';
import type { Schema } from './rows/schema.js';

/** So many failures in a row, and the desk is told: by then it was tried for more than an hour. */
export const stuckAfter = 5;

/** What hinders the work: the times at which Teams took nothing, and what should happen by itself and does not. */
export const readTeams = (db: Kysely<Schema> | Transaction<Schema>) =>
  ({
    teamsOutages: async () => {
      const { rows } = await sql<TeamsOutage>`
        select s.away_since as since, s.away_until as until, (select count(*)::int from message m
          where m.state = 'due' and m.service_url = s.service_url and m.view <> 'teams-away') as waiting
        from teams_service s where s.away_since is not null order by s.away_since`.execute(db);
      return rows;
    },
    stuckJobs: async () => {
      const { rows } = await sql<StuckJob>`
        select job, count(*)::int as count, min(failing_since) as since, max(last_error) as error from due
        where attempts >= ${sql.lit(stuckAfter)} group by job order by min(failing_since)`.execute(db);
      return rows;
    },
  }) satisfies Partial<Read>;
