import jestSequencer from '@jest/test-sequencer';

const Sequencer = jestSequencer.default ?? jestSequencer;

/** Whole stories and processes of their own take longest: on a fresh machine, which knows no durations, they begin first. */
const longest = [/journeys\/killed/, /\/journeys\//, /\/(?:running|browser)\//, /\/platform\//, /./];
const rankOf = ({ path }) => longest.findIndex((pattern) => pattern.test(path));

/** The order of test files: what is likely to take longest first, so that no worker ends with it alone. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
