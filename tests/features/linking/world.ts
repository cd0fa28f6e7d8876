import type { Read } from '../../../src/contracts/read.js';
import type { Channel, LinkCode, Organisation, Person, RefusedCode } from '../../../src/domain/organisation.js';
import { monday10 } from '../../support/given.js';
import { readOver } from '../../support/read-over.js';

/** So many codes that one person tried and that were refused; a minute ago unless it says otherwise. */
export interface Tried {
  readonly by: Person;
  readonly times: number;
  readonly why?: RefusedCode;
}

export interface World {
  readonly organisations: readonly Organisation[];
  readonly people?: readonly Person[];
  readonly channels?: readonly Channel[];
  readonly codes?: readonly LinkCode[];
  readonly tried?: readonly Tried[];
}

const aMinuteAgo = new Date(monday10.getTime() - 60_000);
let attempts = 0;
const attemptId = (): string => `00000000-0000-4000-8000-${String(900_000 + ++attempts)}`.padEnd(36, '0');

/** A Read over a small world of channels and codes: only these rows stand in the database. */
export function readOf({ organisations, people = [], channels = [], codes = [], tried = [] }: World): Read {
  return readOver([
    { into: 'organisation', rows: organisations },
    { into: 'person', rows: people },
    { into: 'channel', rows: channels },
    { into: 'linkCode', rows: codes },
    {
      into: 'linkAttempt',
      rows: tried.flatMap(({ by, times, why = 'unknown' }) =>
        Array.from({ length: times }, () => ({ id: attemptId(), personId: by.id, at: aMinuteAgo, why })),
      ),
    },
  ]);
}
