export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // Tests run in Node as it is; what that is for stands in the runner.
  testRunner: '<rootDir>/tests/support/runner/native-runner.mjs',
  testSequencer: '<rootDir>/tests/support/runner/longest-first.mjs',
  transform: {},
  globalSetup: '<rootDir>/tests/support/runner/begin-run.mjs',
  globalTeardown: '<rootDir>/tests/support/runner/end-run.mjs',
  // Only a hang takes so long: a machine that is busy with other things is no failure.
  testTimeout: 180_000,
  // One more than the two cores of a small machine: tests wait for disks, browsers and other processes too.
  maxWorkers: 3,
};
