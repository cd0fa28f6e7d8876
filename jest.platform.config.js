import everything from './jest.config.js';

/**
 * What another version of Node can make different: what speaks to the world (files, sockets, crypto, the clock, the
 * engines in and outside this process), the words that its Intl shapes, and the journeys of the whole program, each on the
 * engine that the first run left (OTHER_LIVES=1).
 * The rest is arithmetic on values: it comes out the same, and runs once.
 */
export default {
  ...everything,
  testMatch: [
    '<rootDir>/tests/platform/**/*.test.ts',
    '<rootDir>/tests/texts/**/*.test.ts',
    '<rootDir>/tests/journeys/**/*.test.ts',
  ],
};
