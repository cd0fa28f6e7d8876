import { importPath } from '../../../../src/contracts/hsds/line-import.js';
import type { Change } from '../../../../src/contracts/outcome.js';
import type { PersonId } from '../../../../src/domain/ids.js';
import { save } from '../../../../src/platform/storage/save.js';
import type { Conversation as Channel, Person as Teammate } from '../../../support/fake-teams/index.js';
import { deskCode, openStage, type Stage } from '../../../support/stage.js';

/** The bot with a linked desk, and a web client of its own. */
export interface DeskWorld {
  readonly stage: Stage;
  readonly dirk: Teammate;
  readonly desk: Channel;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Stores rows without a card. */
  put(...changes: readonly Change[]): Promise<void>;
  personId(name: string): Promise<PersonId>;
  /** The path of the import page for this person, as the card would give it. */
  passFor(person: PersonId, minutes?: number): string;
  close(): Promise<void>;
}

export async function openDeskWorld(engine: Parameters<typeof openStage>[0]): Promise<DeskWorld> {
  const stage = await openStage(engine);
  const dirk = stage.teams.person('Dirk Jacobs');
  const desk = stage.teams.team('Meldpunt', { people: [dirk] }).general;
  await dirk.says(`koppelen ${deskCode}`, desk);
  await stage.settled();
  const base = () => `http://127.0.0.1:${stage.app.port}`;
  return {
    stage,
    dirk,
    desk,
    get: (path, headers = {}) => fetch(`${base()}${path}`, { headers, redirect: 'manual' }),
    async put(...changes) {
      const { database, sealer } = stage.app.parts;
      const by = { personId: null, organisationId: null, now: stage.clock.now() };
      await database.kysely.transaction().execute((trx) => save(trx, sealer, changes, by));
    },
    async personId(name) {
      const row = await stage.database.kysely
        .selectFrom('person')
        .select('id')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return row.id;
    },
    passFor(person, minutes = 60) {
      const until = new Date(stage.clock.now().getTime() + minutes * 60_000).toISOString();
      return new URL(stage.app.parts.links.pass(importPath, { person, until, taal: 'nl' })).pathname;
    },
    close: () => stage.close(),
  };
}

/** A page as words: tags taken out, white space folded. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
