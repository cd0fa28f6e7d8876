import { sql, type Kysely, type Transaction } from 'kysely';
import type { Read, TeamsOutage } from '../../contracts/read.js';
import type { Schema } from './rows/schema.js';

/** How Teams is: what is known of the times at which it took nothing. */
export const readTeams = (db: Kysely<Schema> | Transaction<Schema>) =>
  ({
    teamsOutages: async () => {
      const { rows } = await sql<TeamsOutage>`
        select s.away_since as since, s.away_until as until, (select count(*)::int from message m
          where m.state = 'due' and m.service_url = s.service_url and m.view <> 'teams-away') as waiting
        from teams_service s where s.away_since is not null order by s.away_since`.execute(db);
      return rows;
    },
  }) satisfies Partial<Read>;
