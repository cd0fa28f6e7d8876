/** What tests import from `@jest/globals`: of the test file that runs now. One file runs at a time in a process. */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test;

export function handOut(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globals);
}
