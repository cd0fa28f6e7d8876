import everything from './jest.config.js';

/**
 * What another version of Node can make different: what speaks to the world (files, sockets, crypto, the clock, the
 * engines in and outside this process), the words that its Intl shapes, and the whole program, also when it is killed.
 * The rest is arithmetic on values: it comes out the same, and runs once.
 */
export default {
  ...everything,
  testMatch: [
    '<rootDir>/tests/platform/**/*.test.ts',
    '<rootDir>/tests/texts/**/*.test.ts',
    '<rootDir>/tests/journeys/{main-story,at-once,killed}.test.ts',
  ],
};
