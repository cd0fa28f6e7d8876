import { describe } from '@jest/globals';
import { engines } from './database.js';

/** Stories that only a server can have, such as two processes on one database; told as skipped where there is none. */
export const describeOnPostgres = engines.includes('postgresql') ? describe : describe.skip;
